package io.daybreak.jobs.aml;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.testing.ScenarioSuite;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class AmlScenariosTest {

    @TestFactory
    Stream<DynamicTest> each_scenario_finds_its_case_and_leaves_the_near_miss(@TempDir Path root) throws Exception {
        return new ScenarioSuite(new AmlStage(), "aml_alerts", "aml_scenario_runs").tests(root);
    }

    @Test
    void there_are_at_least_ten_scenarios() {
        assertThat(new AmlStage().scenarios()).hasSizeGreaterThanOrEqualTo(10);
    }
}
