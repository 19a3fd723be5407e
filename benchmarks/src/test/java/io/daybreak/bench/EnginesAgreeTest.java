package io.daybreak.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.bench.data.BenchDay;
import io.daybreak.bench.data.SampleData;
import io.daybreak.bench.measure.Rounds;
import io.daybreak.bench.measure.Run;
import io.daybreak.bench.plan.Dialect;
import io.daybreak.bench.plan.Workload;
import io.daybreak.bench.plan.Workloads;
import io.daybreak.bench.process.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every adapter on a tiny day: real processes, Spark's too. In the build under the profile peers. */
@EnabledIfSystemProperty(
        named = EnginesAgreeTest.SPARK_TARGET,
        matches = ".+",
        disabledReason =
                "engines are compared under the profile peers: mvn -Ppeers -pl benchmarks,benchmarks/spark -am verify")
class EnginesAgreeTest {

    static final String SPARK_TARGET = "bench.spark.target";
    private static final long ROWS = 20_000;
    private static final long TIMEOUT_SECONDS = 600;

    @TempDir
    static Path folder;

    private static BenchDay day;

    @BeforeAll
    static void landADay() throws Exception {
        day = new SampleData(folder).ensure(ROWS, false, List.of("account_activity"));
    }

    static List<Workload> withPeers() {
        return Workloads.ALL.stream()
                .filter(workload -> !workload.dialects().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withPeers")
    void every_engine_gives_the_same_rows(Workload workload) throws Exception {
        assertThat(workload.dialects()).containsExactly(Dialect.values());
        Rounds rounds = new Rounds(
                new Rounds.Setting(
                        folder.resolve("work"),
                        SparkClassPath.under(Path.of(System.getProperty(SPARK_TARGET))),
                        "zstd",
                        TIMEOUT_SECONDS),
                line -> {});

        List<Run> runs = new ArrayList<>(rounds.run(workload, day, List.of(Engine.values()), 1));

        assertThat(runs).extracting(Run::engine).containsExactly(Engine.values());
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.answer().tables().values())
                        .as("%s writes something", run.engine())
                        .noneMatch(answer -> answer.startsWith("rows 0")));
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.figures().cpuSeconds()).isPositive());
    }
}
