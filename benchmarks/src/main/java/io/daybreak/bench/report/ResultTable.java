package io.daybreak.bench.report;

import io.daybreak.bench.measure.Run;
import io.daybreak.bench.process.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs as one table: medians with their spread, and Daybreak's share of each peer's time, paired within a round. */
public final class ResultTable {

    private static final String HEADER =
            "| workload | rows | engine | runs | wall s | engine s | start s | cpu s | peak MiB | rows/s | GB/core-h | wall ratio | cpu ratio |";
    private static final String RULE = "|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    /** In Markdown, a line for each workload and engine. */
    public static String of(List<Run> runs) {
        StringBuilder table =
                new StringBuilder(HEADER).append('\n').append(RULE).append('\n');
        byWorkload(runs).forEach((workload, ofWorkload) -> {
            Map<Engine, List<Run>> engines = byEngine(ofWorkload);
            List<Run> own = engines.getOrDefault(Engine.DAYBREAK, List.of());
            engines.forEach(
                    (engine, peer) -> table.append(line(workload, peer, own)).append('\n'));
        });
        return table.toString();
    }

    private static String line(String workload, List<Run> runs, List<Run> own) {
        Run first = runs.get(0);
        boolean peer = first.engine() != Engine.DAYBREAK && !own.isEmpty();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %d | %s | %.1f | %.1f | %s | %s | %,.0f | %.1f | %s | %s |",
                workload,
                first.rows(),
                first.engine().id(),
                runs.size(),
                range(runs, run -> run.figures().wallSeconds()),
                spread(runs, run -> run.figures().engineSeconds()).median(),
                spread(runs, run -> run.figures().startSeconds()).median(),
                range(runs, run -> run.figures().cpuSeconds()),
                String.format(
                        Locale.ROOT,
                        "%,.0f",
                        spread(runs, run -> run.figures().peakRssMib()).median()),
                spread(runs, Run::rowsPerSecond).median(),
                spread(runs, Run::gbPerCoreHour).median(),
                peer ? ratio(own, runs, run -> run.figures().wallSeconds()) : "",
                peer ? ratio(own, runs, run -> run.figures().cpuSeconds()) : "");
    }

    /** Daybreak's figure over the peer's, median over the rounds both ran. */
    static double ratioOf(List<Run> own, List<Run> peer, ToDoubleFunction<Run> figure) {
        List<Double> ratios = new ArrayList<>();
        for (Run run : own) {
            for (Run other : peer) {
                if (run.round() == other.round()) {
                    ratios.add(figure.applyAsDouble(run) / figure.applyAsDouble(other));
                }
            }
        }
        return Spread.of(ratios.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    private static String ratio(List<Run> own, List<Run> peer, ToDoubleFunction<Run> figure) {
        return String.format(Locale.ROOT, "%.2f", ratioOf(own, peer, figure));
    }

    private static String range(List<Run> runs, ToDoubleFunction<Run> figure) {
        Spread spread = spread(runs, figure);
        return runs.size() == 1
                ? String.format(Locale.ROOT, "%.1f", spread.median())
                : String.format(Locale.ROOT, "%.1f (%.1f-%.1f)", spread.median(), spread.least(), spread.most());
    }

    private static Spread spread(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Spread.of(runs.stream().mapToDouble(figure).toArray());
    }

    private static Map<String, List<Run>> byWorkload(List<Run> runs) {
        Map<String, List<Run>> grouped = new LinkedHashMap<>();
        runs.forEach(run ->
                grouped.computeIfAbsent(run.workload(), id -> new ArrayList<>()).add(run));
        return grouped;
    }

    private static Map<Engine, List<Run>> byEngine(List<Run> runs) {
        Map<Engine, List<Run>> grouped = new java.util.EnumMap<>(Engine.class);
        runs.forEach(run ->
                grouped.computeIfAbsent(run.engine(), id -> new ArrayList<>()).add(run));
        return grouped;
    }

    private ResultTable() {}
}
