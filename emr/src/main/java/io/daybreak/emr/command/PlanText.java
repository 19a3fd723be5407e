package io.daybreak.emr.command;

import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.Cost;
import io.daybreak.emr.plan.Estimate;
import io.daybreak.emr.plan.FleetPlan;
import io.daybreak.emr.plan.FleetType;
import io.daybreak.emr.plan.Lever;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.plan.StageCost;
import io.daybreak.emr.plan.StageTime;
import io.daybreak.emr.price.BreakEven;
import io.daybreak.emr.price.InstanceType;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.price.StorageForecast;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.SparkBaseline;
import io.daybreak.emr.workload.StageDemand;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The plan for people: what, when, how much, compared with what. */
final class PlanText {
    private static final int RETENTION_YEARS = 7;

    private final PrintWriter out;
    private final PriceBook prices;
    private final NightDemand demand;
    private final Limits limits;

    PlanText(PrintWriter out, PriceBook prices, NightDemand demand, Limits limits) {
        this.out = out;
        this.prices = prices;
        this.demand = demand;
        this.limits = limits;
    }

    void print(ClusterPlan plan, List<ClusterPlan> all, Map<String, OnTime> rehearsed) {
        line(
                "Workload   %,d rows, %,.1f GB; done by %s; %s windows",
                demand.workload().rows(),
                demand.workload().gb(),
                Hour.of(limits.deadlineSeconds()),
                limits.strictWindows() ? "strict" : "priority");
        line("Prices     %s of %s, valid until %s", prices.region(), prices.collectedOn(), prices.validUntil());
        line(
                "Basis      %s, measured %s",
                demand.coefficients().name(), demand.coefficients().measuredOn());
        candidates(plan, all, rehearsed);
        fleets(plan);
        clock(plan.estimate());
        cost(plan.estimate());
        spark();
        breakEven(plan);
        storage();
        levers(plan);
        if (!plan.warnings().isEmpty()) {
            line("");
            line("Worth knowing");
            plan.warnings().forEach(warning -> line("  - %s", warning));
        }
    }

    private void candidates(ClusterPlan chosen, List<ClusterPlan> all, Map<String, OnTime> rehearsed) {
        line("");
        line("Candidates: a calm night, and %,d rehearsed ones of seed %d", OnTime.NIGHTS, OnTime.SEED);
        line(
                "  %-40s %7s %7s %8s %6s %6s  %8s %14s %8s %8s",
                "", "done at", "USD", "USD/GB", "saved", "held", "on time", "95 % interval", "mean USD", "p95 USD");
        for (ClusterPlan plan : all) {
            Cost cost = plan.estimate().cost();
            OnTime odds = Objects.requireNonNull(rehearsed.get(plan.label()));
            line(
                    "%s %-40s %7s %7.2f %8.4f %4s %% %4.0f %%  %7.2f%% %6.2f - %5.2f%% %7.2f %8.2f",
                    plan.equals(chosen) ? ">" : " ",
                    plan.label(),
                    Hour.of(plan.estimate().schedule().finishSeconds()),
                    cost.totalUsd(),
                    cost.usdPerGb(),
                    savedPercent(cost),
                    plan.estimate().held() * 100,
                    odds.onTime().value() * 100,
                    odds.onTime().low() * 100,
                    odds.onTime().high() * 100,
                    odds.meanUsd(),
                    odds.p95Usd());
        }
    }

    private static BigDecimal savedPercent(Cost cost) {
        return cost.onDemandUsd()
                .subtract(cost.totalUsd())
                .multiply(BigDecimal.valueOf(100))
                .divide(cost.onDemandUsd(), 0, RoundingMode.HALF_UP);
    }

    private void fleets(ClusterPlan plan) {
        line("");
        line(
                "Cluster    %s on %s, %s, %s; %s",
                plan.title(),
                plan.release(),
                plan.architecture(),
                plan.mix().text(),
                String.join(", ", plan.applications()));
        for (FleetPlan fleet : List.of(plan.primary(), plan.core(), plan.task())) {
            StringBuilder types = new StringBuilder();
            for (FleetType type : fleet.types()) {
                types.append(types.isEmpty() ? "" : ", ")
                        .append(type.type())
                        .append(" w")
                        .append(type.weight());
            }
            line(
                    "  %-8s on-demand %3d units, spot %3d units; %s; %d GB gp3; %s",
                    fleet.role(),
                    fleet.onDemandUnits(),
                    fleet.spotUnits(),
                    types,
                    fleet.preferred().ebsGb(),
                    fleet.spotStrategy());
        }
        line(
                "  memory   TaskManager %,d MiB with %d slots (managed %,d, network %,d, heap %,d), JobManager %,d MiB, %d of them a node",
                plan.memory().taskManagerMib(),
                plan.memory().slotsPerTaskManager(),
                plan.memory().managedMib(),
                plan.memory().networkMib(),
                plan.memory().taskHeapMib(),
                plan.memory().jobManagerMib(),
                plan.memory().jobManagersPerNode());
        line(
                "  scaling  %d to %d units, on-demand up to %d, core up to %d",
                plan.scaling().minimumUnits(),
                plan.scaling().maximumUnits(),
                plan.scaling().maximumOnDemandUnits(),
                plan.scaling().maximumCoreUnits());
        line(
                "  jobs     %d steps at once; memory fits %d large or %d small applications; the primary holds %d clients",
                plan.concurrency().steps(),
                plan.concurrency().largeApplications(),
                plan.concurrency().smallApplications(),
                plan.concurrency().clientsOnPrimary());
        line(
                "  waits    spot %d min then on-demand (at launch only), slot %d min, idle %d min, end %d min after the deadline",
                plan.timeouts().spotProvisioning(),
                plan.timeouts().slotRequest(),
                plan.timeouts().idleTermination(),
                plan.timeouts().terminateAfterDeadline());
    }

    private void clock(Estimate estimate) {
        line("");
        line(
                "Calm night %d slots, %.0f GB/h, slots %.0f %% held (%.0f %% computing), cluster up %.0f min",
                estimate.slots(),
                estimate.gbPerHour(),
                estimate.held() * 100,
                estimate.utilisation() * 100,
                estimate.heldSeconds() / 60);
        for (int i = 0; i < estimate.schedule().stages().size(); i++) {
            StageTime time = estimate.schedule().stages().get(i);
            StageDemand stage = demand.stages().get(i);
            line(
                    "  %-13s %-8s %s - %s  %7.1f vCPU-h  %8.1f GB S3  %8.4f USD  %s",
                    time.stage(),
                    stage.stageClass().text(),
                    Hour.of(time.submitted()),
                    Hour.of(time.finished()),
                    time.slotSeconds() / 3600,
                    stage.s3Bytes() / 1e9,
                    usd(estimate, time.stage()),
                    stage.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    private static BigDecimal usd(Estimate estimate, String stage) {
        for (StageCost cost : estimate.stageCosts()) {
            if (cost.stage().equals(stage)) {
                return cost.usd();
            }
        }
        return BigDecimal.ZERO;
    }

    private void cost(Estimate estimate) {
        Cost cost = estimate.cost();
        line("");
        line(
                "Cost       %.2f USD: primary %.2f, core %.2f, task %.2f (EMR fee in them %.2f), EBS %.2f, S3 requests %.2f",
                cost.totalUsd(),
                cost.primaryUsd(),
                cost.coreUsd(),
                cost.taskUsd(),
                cost.emrFeeUsd(),
                cost.ebsUsd(),
                cost.s3RequestsUsd());
        line(
                "           %.4f USD/GB (goal 0.01, brief 0.08); %.4f USD a report; brief's ceiling 2,000 USD a day",
                cost.usdPerGb(), estimate.usdPerReport());
        StageCost idle = estimate.stageCosts().get(estimate.stageCosts().size() - 1);
        line("           of which %s %.2f USD", idle.stage(), idle.usd());
    }

    private void spark() {
        SparkBaseline spark = demand.coefficients().sparkBaseline();
        var ours = demand.coefficients().stages().get(spark.stage());
        if (ours == null) {
            return;
        }
        line(
                "Spark      %s: %.1f core-seconds a million narrow rows against %.1f here (%s)",
                spark.stage(), spark.coreSecondsPerMillionRows(), ours.coreSecondsPerMillionRows(), spark.basis());
    }

    private void breakEven(ClusterPlan plan) {
        line("");
        line("Break-even per type; nodes run %.1f h a day", plan.estimate().heldSeconds() / 3600);
        BigDecimal hours = BigDecimal.valueOf(plan.estimate().heldSeconds() / 3600);
        InstanceType reference = prices.instance("r5.4xlarge");
        Set<String> types = new TreeSet<>(
                List.of("r5.2xlarge", "r5.4xlarge", "r5.8xlarge", "m5.4xlarge", "r5d.4xlarge", "r6gd.4xlarge"));
        for (String type : types) {
            InstanceType instance = prices.instance(type);
            BreakEven row = BreakEven.of(instance, hours);
            line(
                    "  %-13s spot saves %4.1f %% with the fee (60 %% needs %5.1f %% off the instance, the market gives %s %%), pays until %5.1f %% rework; "
                            + "reserved needs %4.1f %% off; may be %5.1f %% slower than r5.4xlarge",
                    type,
                    row.spotSavingPercent(),
                    row.spotDiscountForSixtyPercent(),
                    instance.spotSavingPercent(),
                    row.spotReworkPercent(),
                    row.reservedDiscountPercent(),
                    BreakEven.slowerPercent(reference, instance));
        }
    }

    private void storage() {
        BigDecimal gb = BigDecimal.valueOf(demand.workload().gb()).setScale(1, RoundingMode.HALF_UP);
        long objects =
                Math.max(1, demand.workload().bytes() / (demand.coefficients().outputFileMb() * 1_000_000L));
        StorageForecast forecast = StorageForecast.of(prices.s3(), gb, objects, RETENTION_YEARS);
        line("");
        line(
                "Storage    %,.0f GB a day over %d years: %,.0f USD a month at the end (%.5f USD/GB-month, goal 0.02; all in Standard %,.0f)",
                gb, RETENTION_YEARS, forecast.usdPerMonth(), forecast.usdPerGbMonth(), forecast.standardUsdPerMonth());
        for (StorageForecast.TierAmount tier : forecast.tiers()) {
            line("  %-13s %,14.0f GB %,12.0f USD a month", tier.tier(), tier.gb(), tier.usdPerMonth());
        }
    }

    private void levers(ClusterPlan plan) {
        line("");
        line("Levers of the brief");
        for (Lever lever : plan.levers()) {
            line("  %s  ->  %s = %s; %s", lever.spark(), lever.flinkKey(), lever.value(), lever.why());
        }
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
