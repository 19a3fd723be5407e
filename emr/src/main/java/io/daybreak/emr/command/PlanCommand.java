package io.daybreak.emr.command;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetProfile;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.plan.MarketMix;
import io.daybreak.emr.plan.Planner;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.NightDemand;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        List<ClusterPlan> plans = candidates(demand, prices, limits);
        if (plans.isEmpty()) {
            throw infeasible(demand, prices, limits);
        }
        ClusterPlan chosen = plans.get(0);
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
            out.println(DataFile.toJson(chosen));
        } else {
            new PlanText(out, prices, demand, limits).print(chosen, plans);
        }
        out.flush();
        return 0;
    }

    /** All feasible plans, cheapest first. */
    private List<ClusterPlan> candidates(NightDemand demand, PriceBook prices, Limits limits) {
        Planner planner = new Planner(demand, prices);
        List<ClusterPlan> plans = new ArrayList<>();
        for (FleetProfile profile : options.profiles()) {
            for (MarketMix mix : options.mixes()) {
                planner.cheapest(profile, mix, limits).ifPresent(plans::add);
            }
        }
        plans.sort(Comparator.comparing(plan -> plan.estimate().cost().totalUsd()));
        return plans;
    }

    private Refusal infeasible(NightDemand demand, PriceBook prices, Limits limits) {
        Planner planner = new Planner(demand, prices);
        FleetProfile profile = options.profiles().get(0);
        MarketMix mix = options.mixes().get(0);
        ClusterPlan fastest = planner.fastest(profile, mix, limits);
        StringBuilder message = new StringBuilder("no cluster within core " + limits.coreMin() + "-" + limits.coreMax()
                + ", task 0-"
                + limits.taskMax() + " is done by " + Hour.of(limits.calmFinishSeconds())
                + " on a calm night (deadline " + Hour.of(limits.deadlineSeconds()) + " less the reserve, and at most "
                + Hour.of(limits.longestSeconds()) + " long).\n");
        message.append("  Within the limits the fastest is ")
                .append(fastest.label())
                .append(", done at ")
                .append(Hour.of(fastest.estimate().schedule().finishSeconds()))
                .append(".\n");
        Optional<ClusterPlan> nearest = planner.nearest(profile, mix, limits);
        if (nearest.isPresent()) {
            ClusterPlan plan = nearest.get();
            message.append("  Nearest feasible plan: ")
                    .append(plan.label())
                    .append(", done at ")
                    .append(Hour.of(plan.estimate().schedule().finishSeconds()))
                    .append(", ")
                    .append(plan.estimate().cost().totalUsd())
                    .append(" USD: raise --core-max to ")
                    .append(plan.core().units() / plan.core().preferred().weight())
                    .append('.');
        } else {
            message.append("  No number of nodes helps: launches")
                    .append(limits.strictWindows() ? " and windows" : "")
                    .append(" alone take longer. Move the deadline past ")
                    .append(Hour.of(fastest.estimate().schedule().finishSeconds() + limits.reserveSeconds()))
                    .append('.');
        }
        return Refusal.configuration(message.toString());
    }
}
