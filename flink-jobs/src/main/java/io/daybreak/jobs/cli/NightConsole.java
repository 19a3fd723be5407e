package io.daybreak.jobs.cli;

import io.daybreak.jobs.night.NightListener;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.StageSpec;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells a person what the night is doing: one line a stage, rewritten while it runs on a terminal. */
final class NightConsole implements NightListener {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int NAME_WIDTH = 14;

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private final boolean terminal;
    private final long started;
    private long stageStarted;
    private String stage = "-";
    private boolean open;

    NightConsole(PrintStream out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.terminal = System.console() != null;
        this.started = nanoClock.getAsLong();
        this.stageStarted = started;
    }

    /** The stage last begun; "-" before the first. */
    String stage() {
        return stage;
    }

    @Override
    public void nightStarted(String runId, Path lake, int stages) {
        out.println("Night " + runId + ", " + stages + " stages, lake " + lake);
        out.println();
        out.printf("  %-14s %14s %14s %9s%n", "stage", "rows", "rows/s", "seconds");
    }

    @Override
    public void stageStarted(StageSpec spec) {
        stage = spec.name();
        stageStarted = nanoClock.getAsLong();
        live(line(spec.name(), 0, seconds(stageStarted), "running"));
    }

    @Override
    public void stageProgress(StageSpec spec, long records) {
        live(line(spec.name(), records, seconds(stageStarted), "running"));
    }

    @Override
    public void stageFinished(StageSpec spec, StageRecord record, boolean kept) {
        String told = kept ? "kept" : "balanced, published";
        String line = line(spec.name(), record.records(), record.seconds(), told);
        out.println(open ? "\r" + line + "\u001b[K" : line);
        open = false;
    }

    @Override
    public void nightFinished(RunManifest manifest, Path folder) {
        out.println();
        if (!manifest.comparedWith().isEmpty()) {
            out.println(
                    manifest.comparison().isEmpty()
                            ? "  Same data as run " + manifest.comparedWith() + ", row for row."
                            : "  Differs from run " + manifest.comparedWith() + ":");
            manifest.comparison().forEach(difference -> out.println("    " + difference));
        }
        out.printf(Locale.ROOT, "  Done in %.1f s. Record of the run: %s%n", seconds(started), folder);
    }

    /** Ends a half-written line. */
    void close() {
        if (open) {
            out.println();
            open = false;
        }
    }

    private void live(String line) {
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
            out.flush();
            open = true;
        }
    }

    private double seconds(long since) {
        return (nanoClock.getAsLong() - since) / NANOS_PER_SECOND;
    }

    private static String line(String stage, long records, double seconds, String told) {
        return String.format(
                Locale.ROOT,
                "  %-" + NAME_WIDTH + "s %,14d %,14.0f %9.1f  %s",
                stage,
                records,
                seconds > 0 ? records / seconds : 0,
                seconds,
                told);
    }
}
