package io.daybreak.risk.marketrisk;

import io.daybreak.risk.Refuse;

/**
 * Residual risk add-on (MAR23.8): 1 % of the gross notional of instruments with exotic underlyings, 0.1 % of others that
 * bear residual risks; what is listed, cleared or back-to-back is left out by the caller (MAR23.4).
 */
public final class ResidualRiskAddOn {
    private static final double EXOTIC = 0.01;
    private static final double OTHER = 0.001;

    private ResidualRiskAddOn() {}

    public static double of(double exoticGrossNotional, double otherGrossNotional) {
        return EXOTIC * Refuse.negative("exotic gross notional", exoticGrossNotional)
                + OTHER * Refuse.negative("other gross notional", otherGrossNotional);
    }
}
