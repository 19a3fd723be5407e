package io.daybreak.risk.backtest;

import io.daybreak.risk.Refuse;

/**
 * Days on which the loss exceeded the value at risk forecast for them.
 *
 * <p>MAR32.4 and MAR32.5: the count is the greater of the counts against actual and against hypothetical P&L; a day
 * whose P&L or value at risk is missing counts as an exception.
 *
 * @param actual exceptions against actual P&L (APL)
 * @param hypothetical exceptions against hypothetical P&L (HPL)
 * @param missing of those, days on which a figure was missing
 * @param observations days looked at
 * @param hits per day, whether it is an exception against either
 */
public record Exceptions(int actual, int hypothetical, int missing, int observations, boolean[] hits) {
    /**
     * Counts the exceptions of a run of days.
     *
     * @param valueAtRisk forecast loss, positive, per day; NaN where missing
     * @param actualPnl gains positive; NaN where missing
     * @param hypotheticalPnl gains positive; NaN where missing
     */
    public static Exceptions count(double[] valueAtRisk, double[] actualPnl, double[] hypotheticalPnl) {
        Refuse.fewerThan("number of days", valueAtRisk.length, 1);
        Refuse.differentLength("actual P&L", actualPnl.length, valueAtRisk.length);
        Refuse.differentLength("hypothetical P&L", hypotheticalPnl.length, valueAtRisk.length);
        int actual = 0;
        int hypothetical = 0;
        int missing = 0;
        boolean[] hits = new boolean[valueAtRisk.length];
        for (int day = 0; day < hits.length; day++) {
            boolean byActual = isException(valueAtRisk[day], actualPnl[day]);
            boolean byHypothetical = isException(valueAtRisk[day], hypotheticalPnl[day]);
            actual += byActual ? 1 : 0;
            hypothetical += byHypothetical ? 1 : 0;
            hits[day] = byActual || byHypothetical;
            boolean anyMissing = Double.isNaN(valueAtRisk[day])
                    || Double.isNaN(actualPnl[day])
                    || Double.isNaN(hypotheticalPnl[day]);
            missing += anyMissing ? 1 : 0;
        }
        return new Exceptions(actual, hypothetical, missing, hits.length, hits);
    }

    private static boolean isException(double valueAtRisk, double pnl) {
        return Double.isNaN(valueAtRisk) || Double.isNaN(pnl) || pnl < -valueAtRisk;
    }

    /** The count that goes to the supervisor: the greater of the two. */
    public int regulatory() {
        return Math.max(actual, hypothetical);
    }
}
