package io.daybreak.jobs.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.testing.ScenarioSuite;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SurveillanceScenariosTest {

    @TestFactory
    Stream<DynamicTest> each_scenario_finds_its_case_and_leaves_the_near_miss(@TempDir Path root) throws Exception {
        return new ScenarioSuite(new SurveillanceStage(), "surveillance_alerts", "surveillance_scenario_runs")
                .tests(root);
    }

    @Test
    void there_are_at_least_five_scenarios() {
        assertThat(new SurveillanceStage().scenarios()).hasSizeGreaterThanOrEqualTo(5);
    }
}
