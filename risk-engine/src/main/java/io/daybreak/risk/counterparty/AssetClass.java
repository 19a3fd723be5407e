package io.daybreak.risk.counterparty;

/** Asset classes of SA-CCR (CRE52.21); a trade belongs to the class of its primary risk driver. */
public enum AssetClass {
    INTEREST_RATE,
    FX,
    CREDIT,
    EQUITY,
    COMMODITY
}
