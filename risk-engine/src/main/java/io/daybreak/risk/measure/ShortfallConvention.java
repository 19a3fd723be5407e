package io.daybreak.risk.measure;

/** Which losses expected shortfall averages. */
public enum ShortfallConvention {
    /** The worst {@code (1 - a) n} losses, the last with a fractional weight: coherent, independent of the VaR convention. */
    TAIL_WEIGHTED,
    /** All losses at least as bad as the VaR: ORE's. */
    AT_OR_BEYOND_VAR,
    /** Only losses of worse rank than the VaR: Hull's. */
    BEYOND_VAR
}
