package io.daybreak.risk.measure;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.revalue.PnlVector;
import java.util.Arrays;

/**
 * The run of scenarios over which a portfolio would have lost most: twelve months since 2007 by MAR33.7.
 *
 * @param first index of the run's first scenario in the cube
 * @param length scenarios in the run
 * @param expectedShortfall over the run, tail-weighted
 */
public record StressPeriod(int first, int length, double expectedShortfall) {

    /**
     * The worst run of a length; the earliest of equals.
     *
     * @param pnl over historical scenarios in the order of their dates
     * @param length scenarios in a run: 250 for a year of daily starts
     */
    public static StressPeriod of(PnlVector pnl, int length, ConfidenceLevel level) {
        Refuse.outside("length of the stress period", length, 1, pnl.size());
        long[] quanta = pnl.toQuanta();
        StressPeriod worst = at(pnl, quanta, 0, length, level);
        for (int first = 1; first + length <= quanta.length; first++) {
            StressPeriod other = at(pnl, quanta, first, length, level);
            worst = other.expectedShortfall > worst.expectedShortfall ? other : worst;
        }
        return worst;
    }

    private static StressPeriod at(PnlVector pnl, long[] quanta, int first, int length, ConfidenceLevel level) {
        PnlVector run = PnlVector.ofQuanta(pnl.scenarioIdentity(), Arrays.copyOfRange(quanta, first, first + length));
        return new StressPeriod(first, length, TailRisk.of(run, level).expectedShortfall());
    }
}
