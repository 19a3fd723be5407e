package io.daybreak.risk.scenario;

/** The kind of market a factor belongs to; breakdowns and hypothetical stresses select by it. */
public enum RiskClass {
    INTEREST_RATE,
    FX,
    EQUITY,
    COMMODITY,
    CREDIT_SPREAD,
    VOLATILITY
}
