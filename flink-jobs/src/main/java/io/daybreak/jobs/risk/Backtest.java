package io.daybreak.jobs.risk;

import io.daybreak.risk.backtest.CoverageTest;
import io.daybreak.risk.backtest.Exceptions;
import io.daybreak.risk.backtest.TrafficLight;
import io.daybreak.risk.measure.ConfidenceLevel;
import io.daybreak.risk.measure.TailRisk;
import io.daybreak.risk.revalue.PnlVector;
import java.util.Arrays;

/**
 * Back-test of tonight's positions: the P&L of each of the last days' moves against the 99 % value at risk of the moves
 * before that day. Both are hypothetical P&L (MAR32.24); the feeds hold no actual P&L, so the count is the same for both.
 */
final class Backtest {

    private static final double COVERAGE = 0.99;

    /**
     * @param observations days compared
     * @param exceptions days with a loss beyond the value at risk
     */
    record Outcome(
            int observations, int exceptions, TrafficLight.Zone zone, double multiplier, CoverageTest.Result kupiec) {}

    /** Days that can be compared: at most so many, with at least {@value Market#LEAST_SCENARIOS} moves before each. */
    static int observations(int scenarios, int days) {
        return Math.max(0, Math.min(days, scenarios - Market.LEAST_SCENARIOS));
    }

    /**
     * @param pnl one-day P&L by day, oldest first
     * @param observations days compared, at least one
     */
    static Outcome of(PnlVector pnl, int observations) {
        int window = pnl.size() - observations;
        long[] quanta = pnl.toQuanta();
        double[] valueAtRisk = new double[observations];
        double[] observed = new double[observations];
        for (int day = 0; day < observations; day++) {
            PnlVector before =
                    PnlVector.ofQuanta(pnl.scenarioIdentity(), Arrays.copyOfRange(quanta, day, day + window));
            valueAtRisk[day] = TailRisk.of(before, ConfidenceLevel.P99).valueAtRisk();
            observed[day] = pnl.units(day + window);
        }
        int exceptions = Exceptions.count(valueAtRisk, observed, observed).regulatory();
        return new Outcome(
                observations,
                exceptions,
                TrafficLight.zone(exceptions, observations, COVERAGE),
                TrafficLight.multiplier(exceptions),
                CoverageTest.kupiec(exceptions, observations, 1 - COVERAGE));
    }

    private Backtest() {}
}
