package io.daybreak.risk.revalue;

import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskFactor;
import java.util.List;

/**
 * European options that share their spot and vol factors and today's spot and vol, laid out for pricing in bulk.
 *
 * <p>Per scenario one logarithm for all contracts, per contract one exponential: what depends on the contract alone is
 * computed once, and {@code S' n(d1) = K' n(d2)} gives the second density from the first. Puts come from parity.
 */
final class EuropeanBatch {
    private final RiskFactor spotFactor;
    private final @org.jspecify.annotations.Nullable RiskFactor volFactor;
    private final double spotToday;
    private final double volToday;
    private final double[] quantity;
    private final double[] isPut;
    private final double[] logStrike;
    private final double[] discountedStrike;
    private final double[] spotDiscount;
    private final double[] rootTime;
    private final double today;

    EuropeanBatch(FactorSet factors, List<OptionBook.Holding> holdings) {
        OptionPosition first = holdings.get(0).contract();
        spotFactor = factors.get(first.spotFactor());
        volFactor = first.volFactor() < 0 ? null : factors.get(first.volFactor());
        spotToday = first.today().spot();
        volToday = first.today().vol();
        int n = holdings.size();
        quantity = new double[n];
        isPut = new double[n];
        logStrike = new double[n];
        discountedStrike = new double[n];
        spotDiscount = new double[n];
        rootTime = new double[n];
        for (int h = 0; h < n; h++) {
            OptionPosition contract = holdings.get(h).contract();
            double t = contract.option().expiryYears();
            double rate = contract.today().rate();
            double yield = contract.today().yield();
            quantity[h] = holdings.get(h).quantity();
            isPut[h] = contract.option().type() == EuropeanOption.OptionType.PUT ? 1.0 : 0.0;
            logStrike[h] = StrictMath.log(contract.option().strike()) - (rate - yield) * t;
            discountedStrike[h] = contract.option().strike() * StrictMath.exp(-rate * t);
            spotDiscount[h] = StrictMath.exp(-yield * t);
            rootTime[h] = Math.sqrt(t);
        }
        today = value(spotToday, volToday);
    }

    /** P&L of the batch after the moves, in currency units. */
    double pnl(double spotMove, double volMove) {
        double spot = spotFactor.apply(spotToday, spotMove);
        if (!(spot > 0.0)) {
            throw OptionPosition.notPositive(spotFactor, spot);
        }
        double vol = volFactor == null ? volToday : volFactor.apply(volToday, volMove);
        return value(spot, Math.max(vol, OptionPosition.LEAST_VOL)) - today;
    }

    private double value(double spot, double vol) {
        double logSpot = StrictMath.log(spot);
        double sum = 0.0;
        for (int h = 0; h < quantity.length; h++) {
            double forward = spot * spotDiscount[h];
            double deviation = vol * rootTime[h];
            double call = deviation > 0.0
                    ? call(forward, discountedStrike[h], logSpot - logStrike[h], deviation)
                    : Math.max(0.0, forward - discountedStrike[h]);
            sum += quantity[h] * (call - isPut[h] * (forward - discountedStrike[h]));
        }
        return sum;
    }

    private static double call(double forward, double strike, double logMoneyness, double deviation) {
        double d1 = logMoneyness / deviation + 0.5 * deviation;
        double d2 = d1 - deviation;
        double gauss = StrictMath.exp(-0.5 * d1 * d1);
        return forward * NormalCdf.of(d1, gauss) - strike * NormalCdf.of(d2, gauss * forward / strike);
    }
}
