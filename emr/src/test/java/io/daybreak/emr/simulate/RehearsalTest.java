package io.daybreak.emr.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetProfile;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.plan.MarketMix;
import io.daybreak.emr.plan.Planner;
import io.daybreak.emr.price.InterruptionClass;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.Coefficients;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.Workload;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final double SIX = 6 * 3600;
    private final StageGraph graph = DataFile.shipped("night-graph.json", StageGraph.class);
    private final PriceBook prices = PriceBook.shipped("us-east-1");
    private final Coefficients coefficients = Coefficients.shipped();

    private Rehearsal rehearsal(Environment environment, WhatIf whatIf) {
        return new Rehearsal(graph, coefficients, Workload.BRIEF_DAY, prices, environment, whatIf, SIX);
    }

    private ClusterPlan plan(String profile, MarketMix mix, int core, int task) {
        Planner planner = new Planner(NightDemand.of(graph, coefficients, Workload.BRIEF_DAY), prices);
        return planner.sized(FleetProfile.named(profile), mix, Limits.BRIEF, core, task);
    }

    @Test
    void a_calm_night_ends_when_the_planner_says_and_costs_what_it_says() {
        for (FleetProfile profile : FleetProfile.shipped()) {
            for (int core : new int[] {10, 17, 50}) {
                ClusterPlan plan = plan(profile.name(), MarketMix.ON_DEMAND, core, 3);

                NightResult night =
                        rehearsal(Environment.calm(), WhatIf.AS_BUILT).replay(plan, 1, 0);

                assertThat(night.finishSeconds())
                        .isCloseTo(plan.estimate().schedule().finishSeconds(), Offset.offset(1e-3));
                assertThat(night.usd())
                        .isCloseTo(plan.estimate().cost().totalUsd().doubleValue(), Percentage.withPercentage(0.2));
            }
        }
    }

    @Test
    void strict_windows_end_a_calm_night_when_the_planner_says_too() {
        Limits strict = new Limits(10, 50, 100, 6 * 3600, 3600, 4 * 3600, true, false, 11);
        ClusterPlan plan = new Planner(NightDemand.of(graph, coefficients, Workload.BRIEF_DAY), prices)
                .sized(FleetProfile.named("brief"), MarketMix.ON_DEMAND, strict, 10, 0);

        NightResult night = rehearsal(Environment.calm(), WhatIf.AS_BUILT).replay(plan, 1, 0);

        assertThat(night.finishSeconds()).isCloseTo(plan.estimate().schedule().finishSeconds(), Offset.offset(1e-3));
        assertThat(night.finishSeconds()).isGreaterThan(5 * 3600);
    }

    @Test
    void the_same_seed_plays_the_same_nights_and_a_longer_rehearsal_begins_with_the_shorter() {
        Rehearsal rehearsal = rehearsal(Environment.shipped(), WhatIf.AS_BUILT);
        ClusterPlan plan = plan("brief", MarketMix.SPOT_BRIEF, 10, 10);

        Outcome first = rehearsal.play(plan, 50, 7);
        Outcome longer = rehearsal.play(plan, 80, 7);
        Outcome other = rehearsal.play(plan, 50, 8);

        assertThat(longer.results().subList(0, 50)).isEqualTo(first.results());
        assertThat(other.results()).isNotEqualTo(first.results());
        assertThat(rehearsal.replay(plan, 7, 33)).isEqualTo(first.results().get(33));
    }

    @Test
    void two_plans_meet_the_same_volumes_and_the_same_late_feeds() {
        Rehearsal rehearsal = rehearsal(Environment.shipped(), WhatIf.AS_BUILT);

        Outcome one = rehearsal.play(plan("brief", MarketMix.ON_DEMAND, 10, 0), 40, 7);
        Outcome two = rehearsal.play(plan("graviton", MarketMix.SPOT_MOST, 30, 5), 40, 7);

        for (int night = 0; night < 40; night++) {
            assertThat(one.results().get(night).volumeFactor())
                    .isEqualTo(two.results().get(night).volumeFactor());
            assertThat(one.results().get(night).feedsSeconds())
                    .isEqualTo(two.results().get(night).feedsSeconds());
        }
    }

    @Test
    void every_candidate_of_the_briefs_day_is_on_time_on_more_than_99_5_percent_of_nights() {
        Rehearsal rehearsal = rehearsal(Environment.shipped(), WhatIf.AS_BUILT);

        for (MarketMix mix : MarketMix.values()) {
            Outcome outcome = rehearsal.play(plan("brief", mix, 10, 4), 2000, 20261122);

            assertThat(outcome.onTime().low()).as(mix.text()).isGreaterThanOrEqualTo(0.995);
            assertThat(outcome.usd().mean()).as(mix.text()).isLessThan(20);
        }
    }

    @Test
    void spot_nodes_are_lost_at_the_rate_of_their_class() {
        // All fleets of r6gd/r7gd/r8gd are in the open class above 20 %: 30 % of nodes in six hours, by the careful
        // reading.
        ClusterPlan plan = plan("graviton", MarketMix.SPOT_MOST, 40, 0);
        Environment onlySpot = Environment.calm().withInterruptions(InterruptionReading.NIGHTLY);

        Outcome outcome = rehearsal(onlySpot, WhatIf.AS_BUILT).play(plan, 4000, 3);

        double hours = 0;
        for (NightResult night : outcome.results()) {
            // a node whose notice comes in the last two minutes is not lost any more
            hours += (night.finishSeconds() - night.readySeconds() - 120) / 3600;
        }
        double perHour = -Math.log(0.7) / 6;
        double expected = 1 - Math.exp(-perHour * hours / 4000);
        assertThat(outcome.interruptionRate()).isCloseTo(expected, Percentage.withPercentage(8));
        assertThat(InterruptionReading.NIGHTLY.perHour(InterruptionClass.OVER_20))
                .isCloseTo(perHour, Offset.offset(1e-12));
        assertThat(InterruptionReading.NONE.perHour(InterruptionClass.OVER_20)).isZero();
    }

    @Test
    void a_lost_node_costs_its_share_of_the_work_done_and_no_restart_strategy_costs_all_of_it() {
        ClusterPlan plan = plan("graviton", MarketMix.SPOT_MOST, 30, 0);
        Environment hard = Environment.calm().withInterruptions(InterruptionReading.NIGHTLY);
        WhatIf noRestart = new WhatIf(1, 0, true, false, false, true);

        Outcome built = rehearsal(hard, WhatIf.AS_BUILT).play(plan, 500, 5);
        Outcome without = rehearsal(hard, noRestart).play(plan, 500, 5);

        assertThat(built.recomputedShare()).isPositive();
        assertThat(without.recomputedShare()).isGreaterThan(5 * built.recomputedShare());
        assertThat(without.finishSeconds().p99())
                .isGreaterThan(built.finishSeconds().p99());
        assertThat(without.stageSuccess()).isLessThan(built.stageSuccess());
    }

    @Test
    void without_the_spot_watcher_nodes_come_back_later() {
        ClusterPlan plan = plan("brief", MarketMix.SPOT_MOST, 10, 0);
        Environment hard = Environment.calm().withInterruptions(InterruptionReading.NIGHTLY);

        Outcome watched = rehearsal(hard, WhatIf.AS_BUILT).play(plan, 2000, 5);
        Outcome unwatched =
                rehearsal(hard, new WhatIf(1, 0, false, false, true, true)).play(plan, 2000, 5);

        assertThat(unwatched.finishSeconds().mean())
                .isGreaterThan(watched.finishSeconds().mean());
    }

    @Test
    void a_lost_region_is_survived_in_the_second_one_and_costs_a_second_cluster() {
        ClusterPlan plan = plan("brief", MarketMix.ON_DEMAND, 10, 0);
        Environment disaster = Environment.shipped().withRegionLoss(1);

        Outcome outcome = rehearsal(disaster, WhatIf.AS_BUILT).play(plan, 400, 9);

        // Losses are uniform over six hours, the night takes about 45 minutes: about one in eight is hit.
        long hit = outcome.results().stream().filter(NightResult::regionLost).count();
        assertThat(hit).isBetween(25L, 90L);
        for (NightResult night : outcome.results()) {
            if (night.regionLost()) {
                assertThat(night.readySeconds()).isGreaterThan(1200);
                assertThat(night.finishSeconds()).isGreaterThan(night.readySeconds());
            }
        }
        assertThat(outcome.filedInTime().value()).isGreaterThan(0.99);
    }

    @Test
    void a_night_that_never_ends_is_cut_off_and_counts_as_missed() {
        ClusterPlan plan = plan("brief", MarketMix.ON_DEMAND, 1, 0);

        Outcome outcome = rehearsal(Environment.calm(), WhatIf.AS_BUILT.withVolumeFactor(20))
                .play(plan, 3, 1);

        assertThat(outcome.onTime().value()).isZero();
        assertThat(outcome.finishSeconds().max()).isInfinite();
        assertThat(outcome.missCauses()).containsEntry("large day", 3);
    }

    @Test
    void the_break_points_are_where_a_calm_night_just_meets_the_deadline() {
        ClusterPlan plan = plan("brief", MarketMix.ON_DEMAND, 10, 0);
        Rehearsal rehearsal = rehearsal(Environment.calm(), WhatIf.AS_BUILT);

        BreakPoints breaks = rehearsal.breakPoints(plan);

        NightResult atDelay = rehearsal(
                        Environment.calm(), WhatIf.AS_BUILT.withFeedDelaySeconds(breaks.feedDelaySeconds()))
                .replay(plan, 0, 0);
        NightResult atVolume = rehearsal(Environment.calm(), WhatIf.AS_BUILT.withVolumeFactor(breaks.volumeFactor()))
                .replay(plan, 0, 0);
        assertThat(atDelay.finishSeconds()).isCloseTo(SIX, Offset.offset(1.0));
        assertThat(atVolume.finishSeconds()).isCloseTo(SIX, Offset.offset(1.0));
        assertThat(breaks.s3SlowdownFactor()).isGreaterThan(5);
    }

    @Test
    void wilsons_interval_does_not_collapse_when_every_night_was_on_time() {
        Proportion all = Proportion.of(10, 10);
        Proportion some = Proportion.of(81, 263);

        // n / (n + z^2), by hand; 81 of 263: Newcombe, Statistics in Medicine 17 (1998), table I, score method
        assertThat(all.low()).isCloseTo(10 / (10 + 3.8414588), Offset.offset(1e-6));
        assertThat(all.high()).isEqualTo(1);
        assertThat(some.low()).isCloseTo(0.2553, Offset.offset(5e-5));
        assertThat(some.high()).isCloseTo(0.3662, Offset.offset(5e-5));
    }

    @Test
    void the_recommendation_is_the_cheapest_that_reaches_the_goal_and_none_when_none_does() {
        Rehearsal rehearsal = rehearsal(Environment.calm(), WhatIf.AS_BUILT);
        Outcome tooSmall = rehearsal.play(plan("brief", MarketMix.ON_DEMAND, 1, 0), 1000, 1);
        Outcome cheap = rehearsal.play(plan("brief", MarketMix.SPOT_MOST, 10, 0), 1000, 1);
        Outcome dear = rehearsal.play(plan("nvme", MarketMix.ON_DEMAND, 50, 0), 1000, 1);

        assertThat(Recommendation.of(List.of(dear, cheap), 0.995).best()).contains(cheap);
        assertThat(Recommendation.of(List.of(tooSmall), 0.995).best()).isEmpty();
        assertThat(Recommendation.of(List.of(rehearsal.play(cheap.plan(), 10, 1)), 0.995)
                        .best())
                .isEmpty();
    }

    @Test
    void the_chart_is_well_formed_and_counts_every_night() throws Exception {
        Outcome outcome = rehearsal(Environment.shipped(), WhatIf.AS_BUILT)
                .play(plan("brief", MarketMix.SPOT_BRIEF, 10, 4), 300, 1);

        String svg = Chart.svg(outcome, SIX);

        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(svg)));
        int sum = 0;
        for (int count : Chart.bins(new double[] {0, 1, 5, Double.POSITIVE_INFINITY}, 0, 6)) {
            sum += count;
        }
        assertThat(sum).isEqualTo(4);
        assertThat(svg).contains("deadline").doesNotContain("http://www.w3.org/1999");
    }

    @Test
    void a_rehearsal_of_no_nights_is_refused() {
        assertThatThrownBy(() -> rehearsal(Environment.calm(), WhatIf.AS_BUILT)
                        .play(plan("brief", MarketMix.ON_DEMAND, 10, 0), 0, 1))
                .hasMessageContaining("not 0");
    }
}
