package io.daybreak.risk.backtest;

import io.daybreak.risk.Refuse;

/**
 * Back-test of expected shortfall by the size of losses beyond the value at risk.
 *
 * <p>Definition: {@code Z = 1 + sum_t X_t I_t / (T a ES_t)}, X the P&L, I one where it lies below minus the value at risk,
 * a the tail's probability. Zero is expected if the model is right, negative where it understates. Below -0.70 the model is
 * rejected at 5 %, below -1.8 at 0.01 %, almost whatever the tail's shape.
 *
 * <p>Reference: C. Acerbi and B. Szekely, Backtesting expected shortfall, Risk (2014), test 2.
 *
 * @param statistic Z
 * @param exceptions days with a loss beyond the value at risk
 */
public record ShortfallBacktest(double statistic, int exceptions) {
    private static final double FIVE_PERCENT = -0.70;
    private static final double ONE_IN_TEN_THOUSAND = -1.8;

    /**
     * Looks at a run of days.
     *
     * @param pnl gains positive
     * @param valueAtRisk forecast loss, positive
     * @param shortfall forecast mean loss beyond it, positive
     * @param tail probability of the tail: 0.025 for shortfall at 97.5 %
     */
    public static ShortfallBacktest of(double[] pnl, double[] valueAtRisk, double[] shortfall, double tail) {
        int days = Refuse.fewerThan("number of days", pnl.length, 1);
        Refuse.differentLength("value at risk", valueAtRisk.length, days);
        Refuse.differentLength("expected shortfall", shortfall.length, days);
        Refuse.nonFiniteIn("P&L", pnl);
        Refuse.nonFiniteIn("value at risk", valueAtRisk);
        Refuse.outside("tail", Refuse.nonPositive("tail", tail), 0.0, 0.5);
        double sum = 0.0;
        int exceptions = 0;
        for (int day = 0; day < days; day++) {
            Refuse.nonPositive("expected shortfall of day " + day, shortfall[day]);
            if (pnl[day] < -valueAtRisk[day]) {
                sum += pnl[day] / shortfall[day];
                exceptions++;
            }
        }
        return new ShortfallBacktest(1.0 + sum / (days * tail), exceptions);
    }

    /** Amber where the model is rejected at 5 %, red at 0.01 %. */
    public TrafficLight.Zone zone() {
        if (statistic < ONE_IN_TEN_THOUSAND) {
            return TrafficLight.Zone.RED;
        }
        return statistic < FIVE_PERCENT ? TrafficLight.Zone.AMBER : TrafficLight.Zone.GREEN;
    }
}
