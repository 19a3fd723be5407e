package io.daybreak.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.Coefficients;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.Workload;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final StageGraph graph = DataFile.shipped("night-graph.json", StageGraph.class);
    private final PriceBook prices = PriceBook.shipped("us-east-1");
    private final NightDemand briefDay = NightDemand.of(graph, Coefficients.shipped(), Workload.BRIEF_DAY);
    private final Planner planner = new Planner(briefDay, prices);

    @Test
    void the_briefs_day_costs_less_than_20_dollars_on_every_profile_and_mix_within_the_briefs_limits() {
        for (FleetProfile profile : FleetProfile.shipped()) {
            for (MarketMix mix : MarketMix.values()) {
                ClusterPlan plan = planner.cheapest(profile, mix, Limits.BRIEF).orElseThrow();

                Cost cost = plan.estimate().cost();
                assertThat(cost.totalUsd()).as(plan.label()).isLessThan(new BigDecimal("20"));
                assertThat(cost.usdPerGb()).as(plan.label()).isLessThan(new BigDecimal("0.01"));
                assertThat(plan.estimate().schedule().finishSeconds()).isLessThan(Limits.BRIEF.calmFinishSeconds());
            }
        }
    }

    @Test
    void the_cheapest_is_not_dearer_than_any_other_size_that_is_in_time() {
        FleetProfile profile = FleetProfile.named("brief");
        Limits limits = Limits.BRIEF.withNodes(2, 14, 8);

        ClusterPlan cheapest =
                planner.cheapest(profile, MarketMix.SPOT_TASK, limits).orElseThrow();

        for (int core = 2; core <= 14; core++) {
            for (int task : new int[] {0, 1, 2, 3, 4, 6, 8}) {
                ClusterPlan other = planner.sized(profile, MarketMix.SPOT_TASK, limits, core, task);
                if (other.estimate().schedule().finishSeconds() <= limits.calmFinishSeconds()) {
                    assertThat(cheapest.estimate().cost().totalUsd())
                            .isLessThanOrEqualTo(other.estimate().cost().totalUsd());
                }
            }
        }
    }

    @Test
    void parts_of_the_cost_and_of_the_stages_add_up_to_the_total() {
        ClusterPlan plan = planner.cheapest(FleetProfile.named("brief"), MarketMix.SPOT_BRIEF, Limits.BRIEF)
                .orElseThrow();
        Cost cost = plan.estimate().cost();

        BigDecimal parts = cost.primaryUsd()
                .add(cost.coreUsd())
                .add(cost.taskUsd())
                .add(cost.ebsUsd())
                .add(cost.s3RequestsUsd());
        BigDecimal stages = BigDecimal.ZERO;
        for (StageCost stage : plan.estimate().stageCosts()) {
            stages = stages.add(stage.usd());
            assertThat(stage.usd()).isNotNegative();
        }

        assertThat(parts.subtract(cost.totalUsd()).abs()).isLessThan(new BigDecimal("0.001"));
        assertThat(stages).isEqualByComparingTo(cost.totalUsd());
    }

    @Test
    void the_on_demand_bill_of_ten_r5_4xlarge_is_hours_times_list_price() {
        ClusterPlan plan = planner.sized(FleetProfile.named("brief"), MarketMix.ON_DEMAND, Limits.BRIEF, 10, 0);

        double hours = Math.ceil(plan.estimate().heldSeconds()) / 3600;
        // 10 x 1.26 and 1 x 0.48 USD an hour
        assertThat(plan.estimate().cost().coreUsd().doubleValue())
                .isCloseTo(12.6 * hours, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(plan.estimate().cost().primaryUsd().doubleValue())
                .isCloseTo(0.48 * hours, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(plan.estimate().cost().onDemandUsd())
                .isEqualByComparingTo(plan.estimate().cost().totalUsd());
    }

    @Test
    void flink_is_set_for_stages_that_run_several_jobs_on_all_slots_with_tables_in_glue() {
        ClusterPlan plan = planner.sized(FleetProfile.named("brief"), MarketMix.ON_DEMAND, Limits.BRIEF, 10, 0);

        assertThat(plan.classifications().get("flink-conf"))
                .containsEntry("high-availability.type", "NONE")
                .containsEntry("yarn.application-attempts", "2")
                .containsEntry("yarn.classpath.include-user-jar", "DISABLED")
                .containsEntry("parallelism.default", "160")
                .containsEntry("slotmanager.number-of-slots.max", "160")
                .containsEntry("containerized.master.env.DAYBREAK_CATALOG", "glue")
                .containsEntry("containerized.master.env.DAYBREAK_INSIGHTS", "none");
    }

    @Test
    void three_hundred_times_the_day_does_not_fit_the_briefs_limits_and_the_nearest_plan_does() {
        NightDemand huge = NightDemand.of(graph, Coefficients.shipped(), Workload.BRIEF_DAY.times(300));
        Planner busy = new Planner(huge, prices);
        FleetProfile profile = FleetProfile.named("brief");

        assertThat(busy.cheapest(profile, MarketMix.ON_DEMAND, Limits.BRIEF)).isEmpty();
        ClusterPlan nearest =
                busy.nearest(profile, MarketMix.ON_DEMAND, Limits.BRIEF).orElseThrow();
        int core = nearest.core().units() / nearest.core().preferred().weight();

        assertThat(core).isGreaterThan(Limits.BRIEF.coreMax());
        assertThat(nearest.estimate().schedule().finishSeconds()).isLessThanOrEqualTo(Limits.BRIEF.calmFinishSeconds());
        ClusterPlan oneLess = busy.sized(profile, MarketMix.ON_DEMAND, Limits.BRIEF.withNodes(1, core, 0), core - 1, 0);
        assertThat(oneLess.estimate().schedule().finishSeconds()).isGreaterThan(Limits.BRIEF.calmFinishSeconds());
    }

    @Test
    void no_number_of_nodes_beats_a_deadline_shorter_than_the_launches() {
        Limits impossible = new Limits(10, 50, 100, 200, 20, 4 * 3600, false, false, 11);

        assertThat(planner.nearest(FleetProfile.named("brief"), MarketMix.ON_DEMAND, impossible))
                .isEmpty();
    }

    @Test
    void whatever_the_mix_enough_core_nodes_stay_on_demand_for_the_job_managers() {
        for (MarketMix mix : MarketMix.values()) {
            ClusterPlan plan = planner.sized(FleetProfile.named("brief"), mix, Limits.BRIEF, 10, 10);

            int onDemandNodes =
                    plan.core().onDemandUnits() / plan.core().preferred().weight();
            assertThat(onDemandNodes * plan.memory().jobManagersPerNode())
                    .as(mix.text())
                    .isGreaterThanOrEqualTo(11);
            assertThat(plan.classifications().get("yarn-site"))
                    .containsEntry("yarn.node-labels.am.default-node-label-expression", "ON_DEMAND");
        }
    }

    @Test
    void the_briefs_mix_buys_half_of_core_and_all_of_task_on_spot() {
        ClusterPlan plan = planner.sized(FleetProfile.named("brief"), MarketMix.SPOT_BRIEF, Limits.BRIEF, 10, 4);

        assertThat(plan.core().spotUnits()).isEqualTo(plan.core().onDemandUnits());
        assertThat(plan.task().onDemandUnits()).isZero();
        assertThat(plan.task().types())
                .extracting(FleetType::type)
                .containsExactly("r5.2xlarge", "r5.4xlarge", "r5.8xlarge", "m5.4xlarge");
    }

    @Test
    void m5_4xlarge_holds_half_its_vcpus_because_the_task_managers_were_cut_for_r5() {
        ClusterPlan plan = planner.sized(FleetProfile.named("brief"), MarketMix.SPOT_BRIEF, Limits.BRIEF, 10, 4);

        assertThat(plan.task().types().get(3).slots()).isEqualTo(8);
        assertThat(plan.warnings()).anyMatch(w -> w.startsWith("m5.4xlarge holds 8 slots on 16 vCPUs"));
    }

    @Test
    void task_manager_memory_adds_up_to_its_process_size_and_task_managers_fit_the_node() {
        MemoryPlan memory = MemoryPlan.of(prices.instance("r5.4xlarge"));

        int overhead = 1024;
        assertThat(memory.taskHeapMib()
                        + MemoryPlan.FRAMEWORK_HEAP_MIB
                        + memory.frameworkOffHeapMib()
                        + memory.managedMib()
                        + memory.networkMib()
                        + MemoryPlan.METASPACE_MIB
                        + overhead)
                .isEqualTo(memory.taskManagerMib());
        assertThat(4 * memory.taskManagerMib() + memory.jobManagersPerNode() * memory.jobManagerMib())
                .isLessThanOrEqualTo(memory.yarnMemoryMib());
    }

    @Test
    void a_hundred_jobs_at_once_need_a_larger_primary_than_the_briefs() {
        Limits hundred = new Limits(10, 50, 100, 6 * 3600, 3600, 4 * 3600, false, true, 110);

        ClusterPlan plan = planner.sized(FleetProfile.named("brief"), MarketMix.ON_DEMAND, hundred, 10, 0);

        assertThat(plan.primary().preferred().type()).isEqualTo("m5.4xlarge");
        assertThat(plan.primary().onDemandUnits()).isEqualTo(3);
        assertThat(plan.concurrency().steps()).isEqualTo(110);
        assertThat(plan.concurrency().clientsOnPrimary()).isGreaterThanOrEqualTo(110);
        assertThat(plan.concurrency().smallApplications()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void more_jobs_at_once_than_any_primary_holds_are_refused_with_the_most_it_holds() {
        Limits crowd = new Limits(10, 50, 100, 6 * 3600, 3600, 4 * 3600, false, false, 250);

        // (64 GiB - 10 GiB) / 300 MiB, by hand
        assertThatThrownBy(() -> planner.sized(FleetProfile.named("brief"), MarketMix.ON_DEMAND, crowd, 10, 0))
                .hasMessageContaining("holds 184");
    }

    @Test
    void every_spark_lever_of_the_brief_has_a_row_whose_value_is_what_the_plan_sets() {
        ClusterPlan plan = planner.sized(FleetProfile.named("nvme"), MarketMix.SPOT_TASK, Limits.BRIEF, 10, 4);
        // The 16 keys of the brief's spark_config, and the seven settings of its tasks 3.2 and 3.3.
        List<String> ofTheBrief = List.of(
                "spark.driver.memory",
                "spark.driver.cores",
                "spark.driver.maxResultSize",
                "spark.executor.memory",
                "spark.executor.cores",
                "spark.executor.memoryFraction",
                "spark.executor.instances",
                "spark.dynamicAllocation.enabled",
                "spark.dynamicAllocation.minExecutors",
                "spark.dynamicAllocation.maxExecutors",
                "spark.dynamicAllocation.initialExecutors",
                "spark.sql.shuffle.partitions",
                "spark.sql.adaptive.enabled",
                "spark.sql.adaptive.coalescePartitions.enabled",
                "spark.sql.adaptive.skewJoin.enabled",
                "spark.serializer",
                "spark.sql.parquet.compression.codec",
                "spark.io.compression.codec",
                "spark.executor.extraJavaOptions",
                "spark.memory.offHeap.enabled",
                "spark.memory.offHeap.size",
                "spark.sql.columnVector.offheap.enabled",
                "coalesce",
                "parquet.block.size");
        Set<String> rows = new HashSet<>();
        for (Lever lever : plan.levers()) {
            rows.add(lever.spark().split("[=(]")[0].trim());
            assertThat(lever.why()).isNotBlank();
            String set = plan.flinkSettings().get(lever.flinkKey());
            if (set != null) {
                assertThat(lever.value()).startsWith(set);
            }
        }

        assertThat(rows).containsAll(ofTheBrief);
    }

    @Test
    void a_fleet_that_mixes_processors_is_refused() {
        FleetProfile mixed = new FleetProfile(
                "mixed", "", "m5.2xlarge", "m5.2xlarge", List.of("r6gd.4xlarge"), List.of("r5.4xlarge"), 64);

        assertThatThrownBy(() -> planner.sized(mixed, MarketMix.ON_DEMAND, Limits.BRIEF, 10, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mixes architectures");
    }

    @Test
    void slower_s3_makes_a_longer_and_dearer_night() {
        Planner slow = new Planner(
                NightDemand.of(graph, Coefficients.shipped().withNetworkShareForS3(0.15), Workload.BRIEF_DAY), prices);

        ClusterPlan usual = planner.sized(FleetProfile.named("brief"), MarketMix.ON_DEMAND, Limits.BRIEF, 10, 0);
        ClusterPlan slower = slow.sized(FleetProfile.named("brief"), MarketMix.ON_DEMAND, Limits.BRIEF, 10, 0);

        assertThat(slower.estimate().schedule().finishSeconds())
                .isGreaterThan(2 * usual.estimate().schedule().finishSeconds());
        assertThat(slower.estimate().cost().totalUsd())
                .isGreaterThan(usual.estimate().cost().totalUsd());
    }
}
