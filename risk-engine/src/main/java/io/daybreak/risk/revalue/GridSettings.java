package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;

/**
 * How options are revalued.
 *
 * @param spotNodes nodes along the spot, at least 4; zero prices every option in full in every scenario
 * @param volNodes nodes along the vol, at least 2
 * @param fullTailShare share of scenarios, the worst by the grid, that are priced again in full, in [0, 1]
 */
public record GridSettings(int spotNodes, int volNodes, double fullTailShare) {
    public GridSettings {
        if (spotNodes != 0) {
            Refuse.fewerThan("spotNodes", spotNodes, 4);
        }
        Refuse.fewerThan("volNodes", volNodes, 2);
        Refuse.outside("fullTailShare", fullTailShare, 0.0, 1.0);
    }

    /** 33 by 9 nodes over the range the scenarios span; the worst three percent are priced in full. */
    public static GridSettings standard() {
        return new GridSettings(33, 9, 0.03);
    }

    /** Every option in every scenario by formula. */
    public static GridSettings fullRevaluation() {
        return new GridSettings(0, 2, 0.0);
    }
}
