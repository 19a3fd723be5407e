package io.daybreak.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.emr.night.StageClass;
import io.daybreak.emr.workload.CoefficientKind;
import io.daybreak.emr.workload.Coefficients;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.StageDemand;
import io.daybreak.emr.workload.Workload;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-6);

    private static StageDemand stage(String name, StageClass stageClass, double work, double launch, String... after) {
        return new StageDemand(
                name, stageClass, List.of(after), CoefficientKind.MEASURED, work, work, 0, 0, launch, 0, 0);
    }

    private static Schedule play(boolean windows, StageDemand... stages) {
        NightDemand demand = new NightDemand(Workload.BRIEF_DAY, Coefficients.shipped(), List.of(stages));
        return Schedule.of(demand, any -> 10, 1e6, 0, windows);
    }

    @Test
    void a_chain_takes_its_launches_and_its_work_over_the_slots() {
        Schedule night =
                play(false, stage("a", StageClass.CRITICAL, 100, 5), stage("b", StageClass.CRITICAL, 200, 5, "a"));

        assertThat(night.finishSeconds()).isCloseTo(5 + 10 + 5 + 20, EXACT);
        assertThat(night.stages().get(1).submitted()).isCloseTo(15, EXACT);
    }

    @Test
    void two_stages_of_a_class_share_the_slots_and_the_shorter_leaves_them_to_the_longer() {
        Schedule night = play(false, stage("a", StageClass.CRITICAL, 100, 0), stage("b", StageClass.CRITICAL, 300, 0));

        assertThat(night.stages().get(0).finished()).isCloseTo(20, EXACT);
        assertThat(night.stages().get(1).finished()).isCloseTo(40, EXACT);
    }

    @Test
    void a_low_stage_works_while_a_critical_one_launches_and_then_waits() {
        Schedule night =
                play(false, stage("low", StageClass.LOW, 100, 0), stage("critical", StageClass.CRITICAL, 100, 4));

        assertThat(night.stages().get(1).finished()).isCloseTo(14, EXACT);
        assertThat(night.stages().get(0).finished()).isCloseTo(20, EXACT);
    }

    @Test
    void strict_windows_hold_a_regular_stage_until_two_and_a_low_one_until_five() {
        Schedule night = play(
                true,
                stage("a", StageClass.CRITICAL, 100, 0),
                stage("b", StageClass.REGULAR, 100, 0, "a"),
                stage("c", StageClass.LOW, 100, 0));

        assertThat(night.stages().get(1).submitted()).isCloseTo(2 * 3600, EXACT);
        assertThat(night.stages().get(2).submitted()).isCloseTo(5 * 3600, EXACT);
    }
}
