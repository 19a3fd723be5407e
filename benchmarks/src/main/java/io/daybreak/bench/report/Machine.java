package io.daybreak.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the figures were taken on.
 *
 * @param processor model and number of cores
 * @param memoryGib of the machine
 * @param java version of the virtual machine
 * @param commit of the sources, with a plus if they were changed since
 */
public record Machine(String processor, long memoryGib, String java, String commit) {

    private static final long KIB_PER_GIB = 1024L * 1024;

    /** This machine, and the sources under a folder. */
    public static Machine here(Path sources) throws IOException, InterruptedException {
        String model = line(Path.of("/proc/cpuinfo"), "model name").replaceFirst(".*: *", "");
        String memory = line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return new Machine(
                model + ", " + Runtime.getRuntime().availableProcessors() + " cores",
                memory.isEmpty() ? 0 : Long.parseLong(memory) / KIB_PER_GIB,
                System.getProperty("java.vm.version"),
                git(sources, "rev-parse", "--short=12", "HEAD")
                        + (git(sources, "status", "--porcelain", "--untracked-files=no")
                                        .isEmpty()
                                ? ""
                                : "+"));
    }

    /** In one line. */
    public String line() {
        return processor + ", " + memoryGib + " GiB, Java " + java + ", commit " + commit;
    }

    private static String line(Path file, String key) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .orElse("");
    }

    private static String git(Path folder, String... arguments) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(concat(arguments))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
    }

    private static String[] concat(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return command;
    }
}
