package io.daybreak.jobs.prepare;

/**
 * Risk score of one transaction, 0 (none) to 100.
 *
 * <p>Definition: score = min(100, A + T + K + P + C + M + H), in points:
 *
 * <ul>
 *   <li>A, amount in base currency: 35 from 100,000; 20 from 10,000; 8 from 1,000; else 0
 *   <li>T, customer tier: BASIC 10, STANDARD 5, PREMIUM 2, PRIVATE 0, any other 10
 *   <li>K, due-diligence risk: HIGH 25, MEDIUM 10, LOW 0, any other 25
 *   <li>P, politically exposed: 15
 *   <li>C, counterparty country: 20 on a high-risk list, 10 on a monitored list; else 5 if it is known and not the
 *       customer's country
 *   <li>M, payment method: CASH 10, WIRE 5
 *   <li>H, booked between 00:00 and 05:00 UTC: 5
 * </ul>
 *
 * <p>The brief's {@code risk_score(amount, customer_tier)} with the further drivers a bank's customer-risk policy
 * names; the weights are policy, not regulation. Monotone in the amount; deterministic.
 */
public final class RiskScore {

    /** The largest score. */
    public static final int MAXIMUM = 100;

    /** Which list the counterparty's country is on. */
    public enum CountryRisk {
        NONE,
        MONITORED,
        HIGH
    }

    private static final long CENTS = 100;

    /**
     * The score; every argument as the formula names it.
     *
     * @param amountBaseCents in hundredths of the base currency, not negative
     * @param foreign whether the counterparty's country is known and not the customer's
     * @param hour of day UTC, 0 to 23
     */
    public static int of(
            long amountBaseCents,
            String tier,
            String kycRisk,
            boolean pep,
            CountryRisk country,
            boolean foreign,
            String paymentMethod,
            int hour) {
        return of(
                amountBaseCents,
                customerPoints(tier, kycRisk, pep),
                country,
                foreign,
                methodPoints(paymentMethod),
                hour);
    }

    /** The score, what the customer and the method add (T + K + P, and M) being known. */
    static int of(
            long amountBaseCents,
            int customerPoints,
            CountryRisk country,
            boolean foreign,
            int methodPoints,
            int hour) {
        int score = amountPoints(amountBaseCents) + customerPoints + methodPoints + (hour < 5 ? 5 : 0);
        score += switch (country) {
            case HIGH -> 20;
            case MONITORED -> 10;
            case NONE -> foreign ? 5 : 0;
        };
        return Math.min(MAXIMUM, score);
    }

    /** T + K + P. */
    static int customerPoints(String tier, String kycRisk, boolean pep) {
        return tierPoints(tier) + kycPoints(kycRisk) + (pep ? 15 : 0);
    }

    /** M. */
    static int methodPoints(String paymentMethod) {
        return paymentMethod.equals("CASH") ? 10 : paymentMethod.equals("WIRE") ? 5 : 0;
    }

    private static int amountPoints(long cents) {
        if (cents >= 100_000 * CENTS) {
            return 35;
        }
        if (cents >= 10_000 * CENTS) {
            return 20;
        }
        return cents >= 1_000 * CENTS ? 8 : 0;
    }

    private static int tierPoints(String tier) {
        return switch (tier) {
            case "PRIVATE" -> 0;
            case "PREMIUM" -> 2;
            case "STANDARD" -> 5;
            default -> 10;
        };
    }

    private static int kycPoints(String kycRisk) {
        return switch (kycRisk) {
            case "LOW" -> 0;
            case "MEDIUM" -> 10;
            default -> 25;
        };
    }

    private RiskScore() {}
}
