package io.daybreak.emr.simulate;

import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.Coefficients;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Plays many nights of a plan. The same seed gives the same nights, whatever the plan: two plans are compared on equal
 * feeds, volumes and lost regions.
 */
public final class Rehearsal {
    private final StageGraph graph;
    private final Coefficients coefficients;
    private final Workload workload;
    private final PriceBook prices;
    private final Environment environment;
    private final WhatIf whatIf;
    private final double deadlineSeconds;

    public Rehearsal(
            StageGraph graph,
            Coefficients coefficients,
            Workload workload,
            PriceBook prices,
            Environment environment,
            WhatIf whatIf,
            double deadlineSeconds) {
        this.graph = graph;
        this.coefficients = coefficients;
        this.workload = workload;
        this.prices = prices;
        this.environment = environment;
        this.whatIf = whatIf;
        this.deadlineSeconds = deadlineSeconds;
    }

    /**
     * Plays nights 0 to {@code nights - 1} of a seed.
     *
     * @throws Refusal (configuration) for fewer than 1 or more than 1,000,000 nights
     */
    public Outcome play(ClusterPlan plan, int nights, long seed) {
        if (nights < 1 || nights > 1_000_000) {
            throw Refusal.configuration("a rehearsal plays 1 to 1,000,000 nights, not " + nights);
        }
        List<NightResult> results = new ArrayList<>(nights);
        for (int night = 0; night < nights; night++) {
            results.add(one(plan, environment, whatIf, seed, night));
        }
        NightResult calm = one(plan, Environment.calm(), WhatIf.AS_BUILT, seed, 0);
        return Outcome.of(plan, results, calm, deadlineSeconds);
    }

    /** One night of a seed again, exactly as it was. */
    public NightResult replay(ClusterPlan plan, long seed, int night) {
        return one(plan, environment, whatIf, seed, night);
    }

    /** What would have to be true for an otherwise calm night of this plan to miss the deadline. */
    public BreakPoints breakPoints(ClusterPlan plan) {
        double volume = largest(1, 1000, factor -> calmFinish(plan, whatIf.withVolumeFactor(factor), 1));
        double delay = largest(0, 86_400, seconds -> calmFinish(plan, whatIf.withFeedDelaySeconds(seconds), 1));
        double slowdown = largest(1, 1000, times -> calmFinish(plan, whatIf, times));
        return new BreakPoints(volume, delay, slowdown);
    }

    private double calmFinish(ClusterPlan plan, WhatIf what, double s3Slowdown) {
        return new NightPlay(
                        plan,
                        prices,
                        volume -> NightDemand.of(graph, coefficients, workload.times(volume))
                                .withSlowerS3(s3Slowdown),
                        Environment.calm(),
                        what,
                        deadlineSeconds,
                        0,
                        0)
                .play()
                .finishSeconds();
    }

    /** Largest argument in [low, high] that still meets the deadline, by bisection; low when even that does not. */
    private double largest(double low, double high, DoubleUnaryOperator finish) {
        double ok = low;
        double missed = high;
        for (int i = 0; i < 40; i++) {
            double middle = (ok + missed) / 2;
            if (finish.applyAsDouble(middle) <= deadlineSeconds) {
                ok = middle;
            } else {
                missed = middle;
            }
        }
        return ok;
    }

    private NightResult one(ClusterPlan plan, Environment in, WhatIf what, long seed, int night) {
        return new NightPlay(
                        plan,
                        prices,
                        volume -> NightDemand.of(graph, coefficients, workload.times(volume)),
                        in,
                        what,
                        deadlineSeconds,
                        seed,
                        night)
                .play();
    }
}
