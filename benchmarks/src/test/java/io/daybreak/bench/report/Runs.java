package io.daybreak.bench.report;

import io.daybreak.bench.answer.Answer;
import io.daybreak.bench.measure.Run;
import io.daybreak.bench.process.Engine;
import io.daybreak.bench.process.Figures;
import java.util.Map;

/** Runs whose wall and processor time are said. */
final class Runs {

    static Run of(Engine engine, int round, double wallSeconds, double cpuSeconds) {
        return new Run(
                "B",
                engine,
                round,
                2_000_000,
                new Figures(wallSeconds, wallSeconds - 2, 1, cpuSeconds, 512, 300, 20, Map.of("spilled_mib", "12.5")),
                3_600_000_000L,
                1_048_576,
                new Answer(Map.of("by_customer", "rows 7, checksum 42")),
                0.5);
    }

    private Runs() {}
}
