package io.daybreak.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    /** A diamond: two stages wait for the first, one for both. */
    private static final NightGraph GRAPH = new NightGraph(List.of(
            new Declared("first", List.of(), List.of("feed_totals", "duplicate_rows")),
            new Declared("left", List.of("feed_totals"), List.of("anomalies")),
            new Declared("right", List.of("feed_totals"), List.of("risk_measures")),
            new Declared("last", List.of("anomalies", "risk_measures"), List.of("report_cells"))));

    @Test
    void a_stage_begins_when_those_it_waits_for_are_done() throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());

        List<StageRecord> records = new SideBySide(GRAPH, 2).run(GRAPH.stages(), stage -> {
            told.add("+" + stage.spec().name());
            told.add("-" + stage.spec().name());
            return record(stage);
        });

        assertThat(records).extracting(StageRecord::stage).containsExactly("first", "left", "right", "last");
        assertThat(told.subList(0, 2)).containsExactly("+first", "-first");
        assertThat(told.subList(6, 8)).containsExactly("+last", "-last");
    }

    @Test
    void stages_that_do_not_wait_for_each_other_run_at_once() throws Exception {
        CountDownLatch both = new CountDownLatch(2);

        new SideBySide(GRAPH, 2).run(GRAPH.stages(), stage -> {
            if (!GRAPH.after(stage.spec().name()).isEmpty() && both.getCount() > 0) {
                both.countDown();
                assertThat(both.await(1, TimeUnit.MINUTES))
                        .as("the other stage began")
                        .isTrue();
            }
            return record(stage);
        });

        assertThat(both.getCount()).isZero();
    }

    @Test
    void after_a_failure_nothing_begins_and_what_runs_is_finished() {
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        List<String> finished = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch failed = new CountDownLatch(1);

        Throwable thrown = catchThrowable(() -> new SideBySide(GRAPH, 2).run(GRAPH.stages(), stage -> {
            begun.add(stage.spec().name());
            if (stage.spec().name().equals("left")) {
                failed.countDown();
                throw new IllegalStateException("left cannot go on");
            }
            if (stage.spec().name().equals("right")) {
                failed.await();
            }
            finished.add(stage.spec().name());
            return record(stage);
        }));

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("left cannot go on");
        assertThat(begun).containsExactlyInAnyOrder("first", "left", "right");
        assertThat(finished).containsExactly("first", "right");
    }

    private static StageRecord record(Stage stage) {
        return new StageRecord(stage.spec().name(), StageRecord.State.PUBLISHED, 0, 1, 1, List.of(), List.of());
    }

    private record Declared(StageSpec spec) implements Stage {

        Declared(String name, List<String> reads, List<String> writes) {
            this(StageSpec.of(name, StageClass.CRITICAL, name, reads, List.of(), writes));
        }

        @Override
        public void run(StageContext context) {
            throw new IllegalStateException("only declared");
        }

        @Override
        public List<ControlTotal> totals(StageContext context) {
            return List.of();
        }
    }
}
