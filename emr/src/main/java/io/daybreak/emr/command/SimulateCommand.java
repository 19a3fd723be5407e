package io.daybreak.emr.command;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetProfile;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.plan.MarketMix;
import io.daybreak.emr.plan.Planner;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.simulate.Chart;
import io.daybreak.emr.simulate.Environment;
import io.daybreak.emr.simulate.InterruptionReading;
import io.daybreak.emr.simulate.Outcome;
import io.daybreak.emr.simulate.Recommendation;
import io.daybreak.emr.simulate.Rehearsal;
import io.daybreak.emr.simulate.WhatIf;
import io.daybreak.emr.workload.NightDemand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emr simulate}: plays thousands of nights of every candidate and recommends the cheapest that is on time. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Plays thousands of nights: how likely on time, at what cost, and what would have to be true to miss.")
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private final WorkloadOptions options = new WorkloadOptions();

    @Option(
            names = "--nights",
            paramLabel = "N",
            description = "nights to play per candidate (default: ${DEFAULT-VALUE})")
    private int nights = 2000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "seed; the same seed plays the same nights (default: ${DEFAULT-VALUE})")
    private long seed = 20261122L;

    @Option(
            names = "--environment",
            paramLabel = "FILE",
            description = "what may happen to a night (default: the shipped, careful one)")
    @Nullable private Path environment;

    @Option(
            names = "--interruptions",
            paramLabel = "READING",
            description = "reading of the published spot classes: none, monthly or nightly")
    @Nullable private InterruptionReading interruptions;

    @Option(names = "--region-loss", paramLabel = "P", description = "probability that the region is lost in a night")
    @Nullable private Double regionLoss;

    @Option(
            names = "--volume-factor",
            paramLabel = "X",
            description = "what if every day is X times the volume (default: ${DEFAULT-VALUE})")
    private double volumeFactor = 1;

    @Option(
            names = "--feed-delay",
            paramLabel = "MINUTES",
            description = "what if every feed is this late (default: ${DEFAULT-VALUE})")
    private double feedDelayMinutes;

    @Option(names = "--no-spot-watcher", description = "what if nobody answers the interruption notice")
    private boolean noSpotWatcher;

    @Option(
            names = "--job-recovery",
            description = "what if a lost JobManager's successor kept finished work instead of starting the stage over")
    private boolean jobRecovery;

    @Option(names = "--no-restart-strategy", description = "what if Flink's batch default stands: no restart")
    private boolean noRestartStrategy;

    @Option(names = "--job-managers-anywhere", description = "what if node labels stay off, as EMR ships")
    private boolean jobManagersAnywhere;

    @Option(
            names = "--core",
            paramLabel = "N",
            description = "rehearse exactly this many core nodes instead of the cheapest plan")
    @Nullable private Integer core;

    @Option(names = "--task", paramLabel = "N", description = "with --core: task nodes (default: ${DEFAULT-VALUE})")
    private int task;

    @Option(names = "--chart", paramLabel = "FILE", description = "write the recommended plan's nights as SVG")
    @Nullable private Path chart;

    @Option(names = "--json", description = "print all outcomes as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PriceBook prices = options.priceBook();
        Limits limits = options.limits();
        NightDemand demand = options.demand();
        Rehearsal rehearsal = new Rehearsal(
                options.stages(),
                options.coefficients(),
                demand.workload(),
                prices,
                environment(),
                whatIf(),
                limits.deadlineSeconds());
        List<Outcome> outcomes = new ArrayList<>();
        for (ClusterPlan plan : plans(new Planner(demand, prices), limits)) {
            outcomes.add(rehearsal.play(plan, nights, seed));
        }
        if (outcomes.isEmpty()) {
            throw Refusal.configuration(
                    "no plan within the limits is in time even on a calm night; 'emr plan' names the nearest");
        }
        Recommendation recommendation = Recommendation.of(outcomes, Recommendation.GOAL);
        Outcome shown = recommendation.best().orElse(recommendation.ranked().get(0));
        if (json) {
            out.println(DataFile.toJson(recommendation));
        } else {
            new SimulateText(out, limits).print(recommendation, shown, rehearsal.breakPoints(shown.plan()), seed);
        }
        writeChart(shown, limits);
        out.flush();
        return recommendation.best().isPresent() ? 0 : ExitCode.CONFIGURATION.code();
    }

    private Environment environment() {
        Environment found = environment == null ? Environment.shipped() : Environment.at(environment);
        found = interruptions == null ? found : found.withInterruptions(interruptions);
        return regionLoss == null ? found : found.withRegionLoss(regionLoss);
    }

    private WhatIf whatIf() {
        return new WhatIf(
                volumeFactor,
                feedDelayMinutes * 60,
                !noSpotWatcher,
                jobRecovery,
                !noRestartStrategy,
                !jobManagersAnywhere);
    }

    private List<ClusterPlan> plans(Planner planner, Limits limits) {
        List<ClusterPlan> plans = new ArrayList<>();
        for (FleetProfile profile : options.profiles()) {
            for (MarketMix mix : options.mixes()) {
                if (core != null) {
                    plans.add(planner.sized(
                            profile, mix, limits.withNodes(1, Math.max(core, 1), Math.max(task, 0)), core, task));
                } else {
                    planner.cheapest(profile, mix, limits).ifPresent(plans::add);
                }
            }
        }
        return plans;
    }

    private void writeChart(Outcome outcome, Limits limits) {
        if (chart == null) {
            return;
        }
        try {
            Files.writeString(chart, Chart.svg(outcome, limits.deadlineSeconds()));
        } catch (IOException e) {
            throw new Refusal(ExitCode.INFRASTRUCTURE, "cannot write the chart to " + chart + ": " + e.getMessage(), e);
        }
    }
}
