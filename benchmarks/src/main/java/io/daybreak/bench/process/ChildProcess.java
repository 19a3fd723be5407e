package io.daybreak.bench.process;

import io.daybreak.bench.child.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Starts one process, waits for its end and says what it cost. One at a time: processor time is told by difference. */
public final class ChildProcess {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long POLL_MILLIS = 20;
    private static final int LAST_LINES = 40;

    /**
     * Runs a command to its end.
     *
     * @param command program and arguments
     * @param folder to run it in
     * @param timeoutSeconds after which it is killed
     * @throws IOException if it cannot be started, fails, says neither ready nor done, or takes too long
     */
    public static Figures run(List<String> command, Path folder, long timeoutSeconds)
            throws IOException, InterruptedException {
        double cpuBefore = ProcFile.reapedCpuSeconds();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        Listener listener = new Listener(process);
        Thread reader = new Thread(listener, "child output");
        reader.setDaemon(true);
        reader.start();
        ProcFile proc = new ProcFile(process.pid());
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            proc.look();
            if ((System.nanoTime() - start) / NANOS_PER_SECOND > timeoutSeconds) {
                process.destroyForcibly().waitFor();
                throw new IOException("not done after " + timeoutSeconds + " s: " + shown(command) + listener.tail());
            }
        }
        double wall = (System.nanoTime() - start) / NANOS_PER_SECOND;
        reader.join();
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue() + " of " + shown(command) + listener.tail());
        }
        if (listener.readyNanos == 0 || listener.doneNanos == 0) {
            throw new IOException("said neither ready nor done: " + shown(command) + listener.tail());
        }
        return new Figures(
                wall,
                (listener.doneNanos - listener.readyNanos) / NANOS_PER_SECOND,
                (listener.readyNanos - start) / NANOS_PER_SECOND,
                ProcFile.reapedCpuSeconds() - cpuBefore,
                proc.peakRssMib(),
                proc.readMib(),
                proc.writtenMib(),
                listener.told);
    }

    private static String shown(List<String> command) {
        return String.join(" ", command.subList(Math.max(0, command.size() - 2), command.size()));
    }

    /** Reads what the child says, keeping its last lines for a message. */
    private static final class Listener implements Runnable {
        private final Process process;
        private final Map<String, String> told = new TreeMap<>();
        private final Deque<String> last = new ArrayDeque<>();
        private volatile long readyNanos;
        private volatile long doneNanos;

        Listener(Process process) {
            this.process = process;
        }

        @Override
        public void run() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    hear(line);
                }
            } catch (IOException e) {
                last.add("(its output could not be read: " + e + ")");
            }
        }

        private void hear(String line) {
            if (!line.startsWith(Signals.PREFIX)) {
                last.add(line);
                if (last.size() > LAST_LINES) {
                    last.remove();
                }
                return;
            }
            String[] words = line.substring(Signals.PREFIX.length()).split(" ", 2);
            switch (words[0]) {
                case Signals.READY -> readyNanos = System.nanoTime();
                case Signals.DONE -> doneNanos = System.nanoTime();
                default -> told.put(words[0], words.length > 1 ? words[1] : "");
            }
        }

        private String tail() {
            return last.isEmpty() ? "" : "\n  " + String.join("\n  ", last);
        }
    }

    private ChildProcess() {}
}
