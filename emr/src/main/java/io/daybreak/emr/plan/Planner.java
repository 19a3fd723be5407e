package io.daybreak.emr.plan;

import io.daybreak.emr.price.InstanceType;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.NightDemand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses clusters: for a fleet profile and a market mix, the cheapest sizes within the limits whose calm night is done
 * in time, and when there are none, the nearest that would be.
 */
public final class Planner {
    /** Newest EMR release with Flink 1.20 (1.20.0-amzn-8, 8 September 2026). */
    static final String RELEASE = "emr-7.14.0";

    private static final int[] TASK_NODES = {0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 80, 100};
    /** No search goes beyond this many core nodes. */
    private static final int MOST_NODES = 4096;

    private final NightDemand demand;
    private final PriceBook prices;

    public Planner(NightDemand demand, PriceBook prices) {
        this.demand = demand;
        this.prices = prices;
    }

    /**
     * The cheapest plan of this profile and mix within the limits.
     *
     * @return empty when no size within the limits is done in time
     */
    public Optional<ClusterPlan> cheapest(FleetProfile profile, MarketMix mix, Limits limits) {
        return sizes(profile, mix, limits).stream()
                .filter(size -> size.finishSeconds() <= limits.calmFinishSeconds())
                .min(Comparator.comparing(Size::usd).thenComparing(Size::core))
                .map(size -> size.toPlan(limits));
    }

    /**
     * The plan of given sizes, whether it is in time or not.
     *
     * @param core core nodes of the profile's first core type
     * @param task task nodes of the profile's first task type
     */
    public ClusterPlan sized(FleetProfile profile, MarketMix mix, Limits limits, int core, int task) {
        return new Size(profile, mix, limits, core, task).toPlan(limits);
    }

    /** The plan within the limits that is done first, whatever it costs. */
    public ClusterPlan fastest(FleetProfile profile, MarketMix mix, Limits limits) {
        return sizes(profile, mix, limits).stream()
                .min(Comparator.comparingDouble(Size::finishSeconds).thenComparing(Size::usd))
                .orElseThrow()
                .toPlan(limits);
    }

    /**
     * The smallest cluster beyond the limits that is done in time: core nodes grow until it is.
     *
     * @return empty when no number of nodes helps, because launches and windows alone take too long
     */
    public Optional<ClusterPlan> nearest(FleetProfile profile, MarketMix mix, Limits limits) {
        int low = limits.coreMin();
        int high = MOST_NODES;
        if (new Size(profile, mix, limits, high, 0).finishSeconds() > limits.calmFinishSeconds()) {
            return Optional.empty();
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (new Size(profile, mix, limits, middle, 0).finishSeconds() <= limits.calmFinishSeconds()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(new Size(profile, mix, limits, low, 0).toPlan(limits.withNodes(1, Math.max(low, 1), 0)));
    }

    private List<Size> sizes(FleetProfile profile, MarketMix mix, Limits limits) {
        List<Size> sizes = new ArrayList<>();
        for (int core = limits.coreMin(); core <= limits.coreMax(); core++) {
            for (int task : TASK_NODES) {
                if (task <= limits.taskMax()) {
                    sizes.add(new Size(profile, mix, limits, core, task));
                }
            }
        }
        return sizes;
    }

    /** One candidate: how fast and how dear. The full plan is written only for the one chosen. */
    private final class Size {
        private final FleetProfile profile;
        private final MarketMix mix;
        private final int core;
        private final int task;
        private final ClusterShape shape;
        private final Schedule schedule;
        private final Cost cost;

        Size(FleetProfile profile, MarketMix mix, Limits limits, int core, int task) {
            this.profile = profile;
            this.mix = mix;
            this.core = core;
            this.task = task;
            this.shape = ClusterShape.of(profile, mix, limits, prices, core, task);
            this.schedule = Schedule.of(
                    demand,
                    shape.slotsFor(limits.strictWindows()),
                    shape.s3BytesPerSlotSecond(demand.coefficients().networkShareForS3()),
                    NightClock.STANDARD.ready(),
                    limits.strictWindows());
            this.cost = Estimator.cost(shape, schedule, demand, prices);
        }

        double finishSeconds() {
            return schedule.finishSeconds();
        }

        BigDecimal usd() {
            return cost.totalUsd();
        }

        int core() {
            return core;
        }

        ClusterPlan toPlan(Limits limits) {
            Timeouts timeouts = Timeouts.STANDARD;
            int slots = shape.slots();
            var classifications = FlinkSettings.classifications(shape.memory(), slots, timeouts);
            InstanceType coreType = prices.instance(profile.core().get(0));
            List<String> warnings = new Warnings(demand, prices, profile, mix).of(shape, task);
            return new ClusterPlan(
                    profile.name(),
                    profile.title(),
                    prices.region(),
                    RELEASE,
                    List.of("Hadoop", "Flink", "AmazonCloudWatchAgent"),
                    coreType.architecture(),
                    mix,
                    limits.strictWindows(),
                    shape.primary(),
                    shape.core(),
                    shape.task(),
                    shape.memory(),
                    shape.scaling(),
                    shape.concurrency(limits),
                    timeouts,
                    classifications,
                    Levers.of(shape.memory(), classifications.getOrDefault("flink-conf", Map.of())),
                    Estimator.estimate(shape, schedule, demand, prices, cost),
                    warnings);
        }
    }
}
