package io.daybreak.emr.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.simulate.Environment;
import io.daybreak.emr.simulate.Recommendation;
import io.daybreak.emr.simulate.Rehearsal;
import io.daybreak.emr.simulate.WhatIf;
import io.daybreak.emr.workload.NightDemand;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emr plan}: what tonight needs and what it costs, for every profile and mix, and the cheapest in full. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Says what tonight needs and what it costs; exit 3 with the nearest feasible plan when the limits are too tight.")
final class PlanCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private final WorkloadOptions options = new WorkloadOptions();

    @Option(names = "--json", description = "print the chosen plan as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PlanCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        NightDemand demand = options.demand();
        PriceBook prices = options.priceBook();
        Limits limits = options.limits();
        prices.warning(LocalDate.now(clock))
                .ifPresent(w -> spec.commandLine().getErr().println("warning: " + w));
        List<ClusterPlan> plans = new Candidates(options, demand, prices, limits).cheapestFirst();
        Map<String, OnTime> rehearsed = rehearse(plans, demand, prices, limits);
        ClusterPlan chosen = choose(plans, rehearsed);
        options.forecast()
                .ifPresent(f -> spec.commandLine()
                        .getErr()
                        .printf(
                                Locale.ROOT,
                                "forecast: %,d rows (95 %% interval %,d to %,d) from %d days, growth %.1f %% a year; planned for the upper end%n",
                                f.rows(),
                                f.rowsLow(),
                                f.rowsHigh(),
                                f.days(),
                                f.growthPerYear() * 100));
        if (json) {
            out.println(DataFile.toJson(new Report(chosen, Objects.requireNonNull(rehearsed.get(chosen.label())))));
        } else {
            new PlanText(out, prices, demand, limits).print(chosen, plans, rehearsed);
        }
        out.flush();
        return 0;
    }

    private Map<String, OnTime> rehearse(List<ClusterPlan> plans, NightDemand demand, PriceBook prices, Limits limits) {
        Rehearsal rehearsal = new Rehearsal(
                options.stages(),
                options.coefficients(),
                demand.workload(),
                prices,
                Environment.shipped(),
                WhatIf.AS_BUILT,
                limits.deadlineSeconds());
        Map<String, OnTime> rehearsed = new HashMap<>();
        for (ClusterPlan plan : plans) {
            rehearsed.put(plan.label(), OnTime.of(rehearsal.play(plan, OnTime.NIGHTS, OnTime.SEED)));
        }
        return rehearsed;
    }

    /** The cheapest whose nights are on time often enough; the cheapest on a calm night when none's are. */
    private static ClusterPlan choose(List<ClusterPlan> plans, Map<String, OnTime> rehearsed) {
        for (ClusterPlan plan : plans) {
            OnTime odds = rehearsed.get(plan.label());
            if (odds != null && odds.onTime().low() >= Recommendation.GOAL) {
                return plan;
            }
        }
        return plans.get(0);
    }

    /** The JSON answer: the plan's members and the rehearsal beside them. */
    private record Report(@JsonUnwrapped ClusterPlan plan, OnTime rehearsal) {}
}
