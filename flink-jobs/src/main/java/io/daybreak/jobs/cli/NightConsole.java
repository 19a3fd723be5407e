package io.daybreak.jobs.cli;

import io.daybreak.jobs.night.NightListener;
import io.daybreak.jobs.page.Ending;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.StageSpec;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells a person what the night is doing: one line a stage, rewritten while it runs on a terminal. */
final class NightConsole implements NightListener {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int NAME_WIDTH = 14;

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private final boolean terminal;
    private final long started;
    private String stage = "-";
    private String runId = "";
    private final Map<String, List<ControlTotal>> totals = new HashMap<>();
    private final Map<String, Long> startedAt = new HashMap<>();
    private boolean failed;
    private boolean open;

    NightConsole(PrintStream out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.terminal = System.console() != null;
        this.started = nanoClock.getAsLong();
    }

    /** The stage that failed first, or else the one last begun; "-" before the first. */
    String stage() {
        return stage;
    }

    /** The run that was begun; empty before. */
    String runId() {
        return runId;
    }

    /** How the run ended, as far as it was told here. */
    Ending ending(@Nullable NightFailure failure) {
        return new Ending(
                seconds(started), stage, failure == null ? List.of() : totals.getOrDefault(stage, List.of()), failure);
    }

    @Override
    public void nightStarted(String run, Path lake, int stages) {
        runId = run;
        out.println("Night " + run + ", " + stages + " stages, lake " + lake);
        out.println();
        out.printf("  %-14s %14s %14s %9s%n", "stage", "rows", "rows/s", "seconds");
    }

    @Override
    public void stageStarted(StageSpec spec) {
        stage = failed ? stage : spec.name();
        startedAt.put(spec.name(), nanoClock.getAsLong());
        stageProgress(spec, 0);
    }

    @Override
    public void stageProgress(StageSpec spec, long records) {
        live(line(spec.name(), records, seconds(startedAt.getOrDefault(spec.name(), started)), "running"));
    }

    @Override
    public void stageTotalled(StageSpec spec, List<ControlTotal> reported) {
        totals.put(spec.name(), List.copyOf(reported));
    }

    @Override
    public void stageFailed(StageSpec spec) {
        stage = failed ? stage : spec.name();
        failed = true;
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
