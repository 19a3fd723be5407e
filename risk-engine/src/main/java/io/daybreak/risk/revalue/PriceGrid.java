package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;

/**
 * Change in value of a set of options that share a spot factor and a vol factor, tabulated over (spot move, vol move).
 *
 * <p>Between nodes cubic interpolation (Catmull-Rom) along the spot and linear along the vol; a move beyond the last
 * node is refused, because extrapolated tails are what risk is about. One grid replaces any number of options, and
 * evaluating it is pure arithmetic: four to eight loads and no transcendental function.
 */
public final class PriceGrid {
    private final double firstSpotMove;
    private final double spotStep;
    private final int spotNodes;
    private final double firstVolMove;
    private final double volStep;
    private final int volNodes;
    private final double[] changes;

    /**
     * A grid over equally spaced moves.
     *
     * @param spotNodes at least 4, equally spaced from {@code firstSpotMove} to {@code lastSpotMove}
     * @param volNodes at least 1; one node means vol does not matter
     * @param changes {@code [vol node * spotNodes + spot node]}, in currency units
     */
    PriceGrid(
            double firstSpotMove,
            double lastSpotMove,
            int spotNodes,
            double firstVolMove,
            double lastVolMove,
            int volNodes,
            double[] changes) {
        Refuse.fewerThan("spotNodes", spotNodes, 4);
        Refuse.fewerThan("volNodes", volNodes, 1);
        Refuse.differentLength("grid", changes.length, spotNodes * volNodes);
        this.firstSpotMove = firstSpotMove;
        this.spotStep = Refuse.nonPositive("spot grid step", (lastSpotMove - firstSpotMove) / (spotNodes - 1));
        this.spotNodes = spotNodes;
        this.firstVolMove = firstVolMove;
        this.volStep = volNodes == 1
                ? 1.0
                : Refuse.nonPositive("vol grid step", (lastVolMove - firstVolMove) / (volNodes - 1));
        this.volNodes = volNodes;
        this.changes = changes;
    }

    /** Change in value after the moves, in currency units. */
    double at(double spotMove, double volMove) {
        double s = (spotMove - firstSpotMove) / spotStep;
        if (!(s >= -1e-9 && s <= spotNodes - 1 + 1e-9)) {
            throw new RefusedInputException("spot move " + spotMove + " is outside the price grid [" + firstSpotMove
                    + ", " + (firstSpotMove + spotStep * (spotNodes - 1)) + "]; widen the grid");
        }
        int i = Math.max(0, Math.min((int) s, spotNodes - 2));
        if (volNodes == 1) {
            return alongSpot(0, i, s - i);
        }
        double v = (volMove - firstVolMove) / volStep;
        if (!(v >= -1e-9 && v <= volNodes - 1 + 1e-9)) {
            throw new RefusedInputException("vol move " + volMove + " is outside the price grid [" + firstVolMove + ", "
                    + (firstVolMove + volStep * (volNodes - 1)) + "]; widen the grid");
        }
        int j = Math.max(0, Math.min((int) v, volNodes - 2));
        double low = alongSpot(j * spotNodes, i, s - i);
        double high = alongSpot((j + 1) * spotNodes, i, s - i);
        return low + (v - j) * (high - low);
    }

    private double alongSpot(int row, int i, double t) {
        double p1 = changes[row + i];
        double p2 = changes[row + i + 1];
        double p0 = i == 0 ? 3.0 * p1 - 3.0 * p2 + changes[row + i + 2] : changes[row + i - 1];
        double p3 = i + 2 == spotNodes ? 3.0 * p2 - 3.0 * p1 + changes[row + i - 1] : changes[row + i + 2];
        double a = 0.5 * (p3 - p0) + 1.5 * (p1 - p2);
        double b = p0 - 2.5 * p1 + 2.0 * p2 - 0.5 * p3;
        double c = 0.5 * (p2 - p0);
        return p1 + t * (c + t * (b + t * a));
    }
}
