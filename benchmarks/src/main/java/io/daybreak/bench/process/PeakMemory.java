package io.daybreak.bench.process;

/** The most memory this process has held so far, as the kernel counts it. */
public final class PeakMemory {

    /** Resident set, in MiB; zero where there is no {@code /proc}. */
    public static long mib() {
        ProcFile self = new ProcFile(ProcessHandle.current().pid());
        self.look();
        return Math.round(self.peakRssMib());
    }

    private PeakMemory() {}
}
