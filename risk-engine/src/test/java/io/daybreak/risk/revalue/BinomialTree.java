package io.daybreak.risk.revalue;

import io.daybreak.risk.revalue.BlackScholes.Market;

/** Cox, Ross and Rubinstein's tree; prices nothing by the engine. */
final class BinomialTree {
    private BinomialTree() {}

    static double american(EuropeanOption option, Market market, int steps) {
        double dt = option.expiryYears() / steps;
        double up = Math.exp(market.vol() * Math.sqrt(dt));
        double growth = Math.exp((market.rate() - market.yield()) * dt);
        double p = (growth - 1.0 / up) / (up - 1.0 / up);
        double discount = Math.exp(-market.rate() * dt);
        double[] value = new double[steps + 1];
        for (int step = steps; step >= 0; step--) {
            for (int i = 0; i <= step; i++) {
                double payoff = Math.max(
                        0.0, option.type().sign() * (market.spot() * Math.pow(up, 2 * i - step) - option.strike()));
                value[i] =
                        step == steps ? payoff : Math.max(payoff, discount * (p * value[i + 1] + (1 - p) * value[i]));
            }
        }
        return value[0];
    }
}
