package io.daybreak.jobs.sample;

import org.jspecify.annotations.Nullable;

/**
 * One instrument of the sample.
 *
 * @param issuer index of the counterparty that issued it, -1 for none
 * @param maturity days after the business date, 0 for none
 * @param duration modified duration in years, 0 for none
 * @param strike strike of an option, 0 for other kinds
 * @param volatility annual implied volatility of an option
 * @param price closing price per unit of quantity and of multiplier
 * @param lot quantity of an ordinary order
 */
record Instrument(
        String id,
        @Nullable String isin,
        String name,
        String assetClass,
        String kind,
        String currency,
        String factor,
        int issuer,
        int maturity,
        double coupon,
        double duration,
        @Nullable String optionType,
        double strike,
        double volatility,
        double multiplier,
        String mic,
        String cfi,
        double price,
        int lot) {

    boolean overTheCounter() {
        return mic.equals("XXXX");
    }
}
