package io.daybreak.emr.plan;

import java.math.BigDecimal;
import java.util.List;

/**
 * The calm night on a plan's cluster.
 *
 * @param slots slots of the cluster
 * @param s3BytesPerSlotSecond bandwidth to S3 of one slot
 * @param schedule stages on the clock
 * @param heldSeconds from launch to termination
 * @param held share of slot time, from ready to finish, that stages hold: what YARN shows as allocated
 * @param utilisation share of the same that is work, without stragglers, parallel losses and waiting for S3
 * @param gbPerHour landed GB over the time from midnight to the finish
 * @param cost the whole night
 * @param stageCosts the cost by stage; they add up to the total
 * @param usdPerReport cost of the reports stage per format
 */
public record Estimate(
        int slots,
        double s3BytesPerSlotSecond,
        Schedule schedule,
        double heldSeconds,
        double held,
        double utilisation,
        double gbPerHour,
        Cost cost,
        List<StageCost> stageCosts,
        BigDecimal usdPerReport) {

    public Estimate {
        stageCosts = List.copyOf(stageCosts);
    }
}
