package io.daybreak.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.bench.measure.Run;
import io.daybreak.bench.process.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final List<Run> OWN =
            List.of(Runs.of(Engine.DAYBREAK, 1, 10, 20), Runs.of(Engine.DAYBREAK, 2, 12, 30));
    private static final List<Run> SPARK = List.of(Runs.of(Engine.SPARK, 1, 20, 40), Runs.of(Engine.SPARK, 2, 48, 40));

    @Test
    void a_ratio_is_the_median_of_the_ratios_of_the_rounds() {
        assertThat(ResultTable.ratioOf(OWN, SPARK, run -> run.figures().wallSeconds()))
                .isEqualTo((10.0 / 20 + 12.0 / 48) / 2);
    }

    @Test
    void a_round_only_one_of_them_ran_does_not_count() {
        List<Run> once = List.of(Runs.of(Engine.SPARK, 2, 48, 40));

        assertThat(ResultTable.ratioOf(OWN, once, run -> run.figures().cpuSeconds()))
                .isEqualTo(30.0 / 40);
    }

    @Test
    void the_table_has_a_line_for_each_engine_with_median_spread_and_ratio() {
        String table = ResultTable.of(List.of(OWN.get(0), SPARK.get(0), OWN.get(1), SPARK.get(1)));

        assertThat(table.lines().skip(2))
                .containsExactly(
                        "| B | 2,000,000 | daybreak | 2 | 11.0 (10.0-12.0) | 9.0 | 1.0 | 25.0 (20.0-30.0) | 512 | 183,333 | 540.0 |  |  |",
                        "| B | 2,000,000 | spark | 2 | 34.0 (20.0-48.0) | 32.0 | 1.0 | 40.0 (40.0-40.0) | 512 | 70,833 | 324.0 | 0.38 | 0.63 |");
    }
}
