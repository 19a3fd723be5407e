package io.daybreak.emr.command;

import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetProfile;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.plan.MarketMix;
import io.daybreak.emr.plan.Planner;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.NightDemand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The plans the options allow. */
final class Candidates {
    private final WorkloadOptions options;
    private final NightDemand demand;
    private final PriceBook prices;
    private final Limits limits;

    Candidates(WorkloadOptions options, NightDemand demand, PriceBook prices, Limits limits) {
        this.options = options;
        this.demand = demand;
        this.prices = prices;
        this.limits = limits;
    }

    static Candidates of(WorkloadOptions options) {
        return new Candidates(options, options.demand(), options.priceBook(), options.limits());
    }

    /** The cheapest plan of every profile and mix, cheapest first; refuses (configuration) with the nearest when there is none. */
    List<ClusterPlan> cheapestFirst() {
        List<ClusterPlan> plans = feasible();
        if (plans.isEmpty()) {
            throw infeasible();
        }
        return plans;
    }

    /** All feasible plans, cheapest first. */
    private List<ClusterPlan> feasible() {
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

    private Refusal infeasible() {
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
