package io.daybreak.emr.price;

import io.daybreak.emr.night.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Storage by tier when the same amount is kept every day for years: what lies where at the end, and what it costs.
 *
 * @param tiers amounts and prices by tier on the last day
 * @param usdPerMonth all tiers, on the last day
 * @param usdPerGbMonth the same per GB kept
 * @param standardUsdPerMonth what it would cost in the first tier alone
 * @param totalUsd storage and transitions from the first day to the last
 */
public record StorageForecast(
        List<TierAmount> tiers,
        BigDecimal usdPerMonth,
        BigDecimal usdPerGbMonth,
        BigDecimal standardUsdPerMonth,
        BigDecimal totalUsd) {
    private static final int DAYS_PER_YEAR = 365;
    private static final BigDecimal DAYS_PER_MONTH =
            BigDecimal.valueOf(DAYS_PER_YEAR).divide(BigDecimal.valueOf(12), 8, RoundingMode.HALF_UP);

    /** GB in one tier on the last day and their price. */
    public record TierAmount(String tier, BigDecimal gb, BigDecimal usdPerMonth) {}

    public StorageForecast {
        tiers = List.copyOf(tiers);
    }

    /**
     * The forecast for a day's bytes kept over years.
     *
     * @param gbPerDay GB written every day, at least 0
     * @param objectsPerDay objects they make, each moved once into every later tier
     * @param years retention, 1 to 100
     */
    public static StorageForecast of(S3Prices prices, BigDecimal gbPerDay, long objectsPerDay, int years) {
        if (years < 1 || years > 100 || gbPerDay.signum() < 0) {
            throw Refusal.configuration(
                    "storage forecast needs 1 to 100 years and >= 0 GB a day, got " + years + " and " + gbPerDay);
        }
        int days = years * DAYS_PER_YEAR;
        List<TierAmount> amounts = new ArrayList<>();
        BigDecimal month = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < prices.tiers().size(); i++) {
            StorageTier tier = prices.tiers().get(i);
            int until = i + 1 < prices.tiers().size()
                    ? Math.min(days, prices.tiers().get(i + 1).fromDay())
                    : days;
            int daysInTier = Math.max(0, until - tier.fromDay());
            BigDecimal gb = gbPerDay.multiply(BigDecimal.valueOf(daysInTier));
            BigDecimal usd = gb.multiply(tier.usdPerGbMonth());
            amounts.add(new TierAmount(tier.name(), gb, usd.setScale(2, RoundingMode.HALF_UP)));
            month = month.add(usd);
            total = total.add(gbDays(gbPerDay, tier.fromDay(), until, days)
                            .multiply(tier.usdPerGbMonth())
                            .divide(DAYS_PER_MONTH, 8, RoundingMode.HALF_UP))
                    .add(transitions(tier, objectsPerDay, days));
        }
        BigDecimal gb = gbPerDay.multiply(BigDecimal.valueOf(days));
        BigDecimal standard = gb.multiply(prices.tiers().get(0).usdPerGbMonth());
        return new StorageForecast(
                amounts,
                month.setScale(2, RoundingMode.HALF_UP),
                gb.signum() == 0 ? BigDecimal.ZERO : month.divide(gb, 6, RoundingMode.HALF_UP),
                standard.setScale(2, RoundingMode.HALF_UP),
                total.setScale(2, RoundingMode.HALF_UP));
    }

    /** GB-days spent in the ages [from, until) by a day's GB landing on each of the days. */
    private static BigDecimal gbDays(BigDecimal gbPerDay, int from, int until, int days) {
        long ages = 0;
        for (int age = from; age < until; age++) {
            ages += days - age;
        }
        return gbPerDay.multiply(BigDecimal.valueOf(ages));
    }

    private static BigDecimal transitions(StorageTier tier, long objectsPerDay, int days) {
        long moved = objectsPerDay * Math.max(0, days - tier.fromDay());
        return tier.usdPerThousandTransitions()
                .multiply(BigDecimal.valueOf(moved))
                .divide(BigDecimal.valueOf(1000), 8, RoundingMode.HALF_UP);
    }
}
