package io.daybreak.emr.region;

import io.daybreak.emr.price.PriceBook;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What replicating a night costs.
 *
 * @param gbPerNight GB landed and written that are sent
 * @param transferUsdPerNight the transfer
 * @param requestsUsdPerNight writing the objects there
 * @param storageUsdPerMonth keeping a year of it there in infrequent access
 */
public record ReplicationCost(
        BigDecimal gbPerNight,
        BigDecimal transferUsdPerNight,
        BigDecimal requestsUsdPerNight,
        BigDecimal storageUsdPerMonth) {
    private static final int DAYS_KEPT = 365;

    /**
     * The cost of sending this much every night.
     *
     * @param gb GB a night
     * @param objects objects a night
     */
    public static ReplicationCost of(PriceBook prices, String toRegion, BigDecimal gb, long objects) {
        BigDecimal infrequent = prices.s3().tiers().get(1).usdPerGbMonth();
        return new ReplicationCost(
                gb.setScale(1, RoundingMode.HALF_UP),
                gb.multiply(prices.transferUsdPerGb(toRegion)).setScale(2, RoundingMode.HALF_UP),
                prices.s3().requestsUsd(objects, 0).setScale(2, RoundingMode.HALF_UP),
                gb.multiply(BigDecimal.valueOf(DAYS_KEPT)).multiply(infrequent).setScale(2, RoundingMode.HALF_UP));
    }
}
