package io.daybreak.emr.plan;

import io.daybreak.emr.price.InstanceType;
import io.daybreak.emr.price.Market;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.StageDemand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Money of a calm night: BigDecimal throughout, rounded once to four decimals. */
final class Estimator {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private Estimator() {}

    static Cost cost(ClusterShape shape, Schedule schedule, NightDemand demand, PriceBook prices) {
        BigDecimal hours = hours(heldSeconds(schedule));
        int primaries = shape.primary().onDemandUnits();
        BigDecimal primary = shape.primaryType().usdPerHour(Market.ON_DEMAND).multiply(BigDecimal.valueOf(primaries));
        BigDecimal primaryFee = shape.primaryType().emrUsdPerHour().multiply(BigDecimal.valueOf(primaries));
        Hourly core = hourly(shape.core(), shape.coreTypes());
        Hourly task = hourly(shape.task(), shape.taskTypes());
        BigDecimal ebs = ebsHourly(shape, prices);
        BigDecimal requests = requests(demand, prices);
        BigDecimal fixed = primary.add(ebs);
        BigDecimal total = fixed.add(core.usd).add(task.usd).multiply(hours).add(requests);
        BigDecimal onDemand = fixed.add(core.onDemandUsd)
                .add(task.onDemandUsd)
                .multiply(hours)
                .add(requests);
        return new Cost(
                money(primary.multiply(hours)),
                money(core.usd.multiply(hours)),
                money(task.usd.multiply(hours)),
                money(primaryFee.add(core.feeUsd).add(task.feeUsd).multiply(hours)),
                money(ebs.multiply(hours)),
                money(requests),
                money(total),
                money(onDemand),
                total.divide(BigDecimal.valueOf(demand.workload().gb()), 6, RoundingMode.HALF_UP));
    }

    static Estimate estimate(ClusterShape shape, Schedule schedule, NightDemand demand, PriceBook prices, Cost cost) {
        double useful = 0;
        for (StageDemand stage : demand.stages()) {
            useful += stage.usefulVcpuSeconds();
        }
        double slotSeconds = 0;
        for (StageTime stage : schedule.stages()) {
            slotSeconds += stage.slotSeconds();
        }
        double working = schedule.finishSeconds() - NightClock.STANDARD.ready();
        List<StageCost> stageCosts = stageCosts(shape, schedule, cost);
        BigDecimal reports = BigDecimal.ZERO;
        for (StageCost stage : stageCosts) {
            if (stage.stage().equals("reports")) {
                reports = stage.usd();
            }
        }
        return new Estimate(
                shape.slots(),
                shape.s3BytesPerSlotSecond(demand.coefficients().networkShareForS3()),
                schedule,
                heldSeconds(schedule),
                slotSeconds / (working * shape.slots()),
                useful / (working * shape.slots()),
                demand.workload().gb() / (schedule.finishSeconds() / 3600),
                cost,
                stageCosts,
                reports.divide(BigDecimal.valueOf(demand.coefficients().reportFormats()), 6, RoundingMode.HALF_UP));
    }

    /** Splits the total by slot-seconds; what no stage held is start-up and idling. */
    private static List<StageCost> stageCosts(ClusterShape shape, Schedule schedule, Cost cost) {
        double capacity = heldSeconds(schedule) * shape.slots();
        BigDecimal left = cost.totalUsd();
        List<StageCost> costs = new ArrayList<>();
        for (StageTime stage : schedule.stages()) {
            BigDecimal usd = money(cost.totalUsd().multiply(BigDecimal.valueOf(stage.slotSeconds() / capacity)));
            costs.add(new StageCost(stage.stage(), usd));
            left = left.subtract(usd);
        }
        costs.add(new StageCost("(start-up, launches, idle slots)", left));
        return costs;
    }

    static double heldSeconds(Schedule schedule) {
        NightClock clock = NightClock.STANDARD;
        return schedule.finishSeconds() + clock.teardown() - clock.launchAt();
    }

    private record Hourly(BigDecimal usd, BigDecimal onDemandUsd, BigDecimal feeUsd) {}

    private static Hourly hourly(FleetPlan fleet, List<InstanceType> types) {
        InstanceType first = types.get(0);
        BigDecimal onDemandUnit = perUnit(first, first.usdPerHour(Market.ON_DEMAND));
        BigDecimal feeUnit = perUnit(first, first.emrUsdPerHour());
        BigDecimal spotUnit = BigDecimal.ZERO;
        BigDecimal spotFeeUnit = BigDecimal.ZERO;
        for (InstanceType type : types) {
            spotUnit = spotUnit.add(perUnit(type, type.usdPerHour(Market.SPOT)));
            spotFeeUnit = spotFeeUnit.add(perUnit(type, type.emrUsdPerHour()));
        }
        BigDecimal count = BigDecimal.valueOf(types.size());
        BigDecimal spotUnits = BigDecimal.valueOf(fleet.spotUnits());
        BigDecimal onDemandUnits = BigDecimal.valueOf(fleet.onDemandUnits());
        BigDecimal spot = spotUnit.multiply(spotUnits).divide(count, 8, RoundingMode.HALF_UP);
        BigDecimal spotFee = spotFeeUnit.multiply(spotUnits).divide(count, 8, RoundingMode.HALF_UP);
        return new Hourly(
                onDemandUnit.multiply(onDemandUnits).add(spot),
                onDemandUnit.multiply(onDemandUnits.add(spotUnits)),
                feeUnit.multiply(onDemandUnits).add(spotFee));
    }

    private static BigDecimal perUnit(InstanceType type, BigDecimal usd) {
        return usd.divide(BigDecimal.valueOf(type.weight()), 8, RoundingMode.HALF_UP);
    }

    private static BigDecimal ebsHourly(ClusterShape shape, PriceBook prices) {
        BigDecimal node = prices.ebsGp3().usdPerHour(shape.core().preferred().ebsGb(), 3000, shape.ebsMbps());
        BigDecimal primary =
                prices.ebsGp3().usdPerHour(shape.primary().preferred().ebsGb(), 3000, 125);
        double nodes = shape.core().nodes() + shape.task().nodes();
        return node.multiply(BigDecimal.valueOf(nodes))
                .add(primary.multiply(BigDecimal.valueOf(shape.primary().units())));
    }

    private static BigDecimal requests(NightDemand demand, PriceBook prices) {
        long puts = 0;
        long gets = 0;
        for (StageDemand stage : demand.stages()) {
            puts += stage.puts();
            gets += stage.gets();
        }
        return prices.s3().requestsUsd(puts, gets);
    }

    private static BigDecimal hours(double seconds) {
        return BigDecimal.valueOf(Math.ceil(seconds)).divide(SECONDS_PER_HOUR, 8, RoundingMode.HALF_UP);
    }

    private static BigDecimal money(BigDecimal usd) {
        return usd.setScale(4, RoundingMode.HALF_UP);
    }
}
