package io.daybreak.risk.counterparty;

/** Supervisory factors, correlations and option volatilities of CRE52.72, Table 2. */
public enum Supervisory {
    INTEREST_RATE(AssetClass.INTEREST_RATE, 0.005, 0.0, 0.50),
    FX(AssetClass.FX, 0.04, 0.0, 0.15),
    CREDIT_AAA(AssetClass.CREDIT, 0.0038, 0.50, 1.00),
    CREDIT_AA(AssetClass.CREDIT, 0.0038, 0.50, 1.00),
    CREDIT_A(AssetClass.CREDIT, 0.0042, 0.50, 1.00),
    CREDIT_BBB(AssetClass.CREDIT, 0.0054, 0.50, 1.00),
    CREDIT_BB(AssetClass.CREDIT, 0.0106, 0.50, 1.00),
    CREDIT_B(AssetClass.CREDIT, 0.016, 0.50, 1.00),
    CREDIT_CCC(AssetClass.CREDIT, 0.06, 0.50, 1.00),
    CREDIT_INDEX_INVESTMENT_GRADE(AssetClass.CREDIT, 0.0038, 0.80, 0.80),
    CREDIT_INDEX_SPECULATIVE_GRADE(AssetClass.CREDIT, 0.0106, 0.80, 0.80),
    EQUITY_SINGLE_NAME(AssetClass.EQUITY, 0.32, 0.50, 1.20),
    EQUITY_INDEX(AssetClass.EQUITY, 0.20, 0.80, 0.75),
    COMMODITY_ELECTRICITY(AssetClass.COMMODITY, 0.40, 0.40, 1.50),
    COMMODITY_OIL_GAS(AssetClass.COMMODITY, 0.18, 0.40, 0.70),
    COMMODITY_METALS(AssetClass.COMMODITY, 0.18, 0.40, 0.70),
    COMMODITY_AGRICULTURAL(AssetClass.COMMODITY, 0.18, 0.40, 0.70),
    COMMODITY_OTHER(AssetClass.COMMODITY, 0.18, 0.40, 0.70);

    private final AssetClass assetClass;
    private final double factor;
    private final double correlation;
    private final double optionVolatility;

    Supervisory(AssetClass assetClass, double factor, double correlation, double optionVolatility) {
        this.assetClass = assetClass;
        this.factor = factor;
        this.correlation = correlation;
        this.optionVolatility = optionVolatility;
    }

    public AssetClass assetClass() {
        return assetClass;
    }

    /** Supervisory factor, a share of the effective notional. */
    public double factor() {
        return factor;
    }

    /** Correlation with the systematic factor; zero where the class knows none. */
    public double correlation() {
        return correlation;
    }

    /** Volatility of the supervisory delta, per square root of a year. */
    public double optionVolatility() {
        return optionVolatility;
    }
}
