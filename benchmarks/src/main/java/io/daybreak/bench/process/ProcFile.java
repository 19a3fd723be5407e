package io.daybreak.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of a process under {@code /proc}. */
final class ProcFile {

    private static final double KIB_PER_MIB = 1024;
    private static final double BYTES_PER_MIB = 1024.0 * 1024;
    /** USER_HZ, which every Linux that runs Java has at 100. */
    private static final double TICKS_PER_SECOND = 100;
    /** Positions of cutime and cstime after the command's closing bracket in {@code /proc/self/stat}. */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;

    private final Path status;
    private final Path io;
    private double peakRssMib;
    private double readMib;
    private double writtenMib;

    ProcFile(long pid) {
        status = Path.of("/proc/" + pid + "/status");
        io = Path.of("/proc/" + pid + "/io");
    }

    /** Looks once; the kernel keeps the highest mark, so the last look counts. A process that is gone leaves the figures. */
    void look() {
        peakRssMib = Math.max(peakRssMib, value(status, "VmHWM:") / KIB_PER_MIB);
        readMib = Math.max(readMib, value(io, "rchar:") / BYTES_PER_MIB);
        writtenMib = Math.max(writtenMib, value(io, "wchar:") / BYTES_PER_MIB);
    }

    double peakRssMib() {
        return peakRssMib;
    }

    double readMib() {
        return readMib;
    }

    double writtenMib() {
        return writtenMib;
    }

    /** Processor seconds, user and system, of all children this process has waited for. */
    static double reapedCpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / TICKS_PER_SECOND;
    }

    private static double value(Path file, String key) {
        try {
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(key)) {
                    return Double.parseDouble(
                            line.substring(key.length()).replace("kB", "").strip());
                }
            }
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }
}
