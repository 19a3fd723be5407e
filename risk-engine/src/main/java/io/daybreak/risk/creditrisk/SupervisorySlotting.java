package io.daybreak.risk.creditrisk;

import java.math.BigDecimal;

/**
 * Specialised lending by supervisory category, where a bank may not estimate its PD (CRE33).
 *
 * <p>Expected loss is 8 % of the risk-weighted amount at the expected-loss weight (CRE33.8). The preferential weights
 * stand for exposures of less than 2.5 years, or substantially stronger ones, where the supervisor allows it (CRE33.4,
 * CRE33.7).
 */
public final class SupervisorySlotting {
    private static final BigDecimal CAPITAL = new BigDecimal("0.08");

    private SupervisorySlotting() {}

    /** Supervisory category, mapped by the criteria of CRE33.13 to 16. */
    public enum Category {
        STRONG,
        GOOD,
        SATISFACTORY,
        WEAK,
        DEFAULT
    }

    /** What is lent for. */
    public enum Lending {
        /** Project, object and commodities finance, income-producing real estate: CRE33.2, CRE33.4, CRE33.9, CRE33.10. */
        PROJECT_OBJECT_COMMODITIES_OR_INCOME_PRODUCING(
                new String[] {"0.70", "0.90", "1.15", "2.50", "0"},
                new String[] {"0.50", "0.70", "1.15", "2.50", "0"},
                new String[] {"0.05", "0.10", "0.35", "1.00", "6.25"},
                new String[] {"0", "0.05", "0.35", "1.00", "6.25"}),
        /** High-volatility commercial real estate: CRE33.5, CRE33.7, CRE33.11, CRE33.12. */
        HIGH_VOLATILITY_REAL_ESTATE(
                new String[] {"0.95", "1.20", "1.40", "2.50", "0"},
                new String[] {"0.70", "0.95", "1.40", "2.50", "0"},
                new String[] {"0.05", "0.05", "0.35", "1.00", "6.25"},
                new String[] {"0.05", "0.05", "0.35", "1.00", "6.25"});

        private final String[] unexpected;
        private final String[] unexpectedPreferential;
        private final String[] expected;
        private final String[] expectedPreferential;

        Lending(
                String[] unexpected,
                String[] unexpectedPreferential,
                String[] expected,
                String[] expectedPreferential) {
            this.unexpected = unexpected;
            this.unexpectedPreferential = unexpectedPreferential;
            this.expected = expected;
            this.expectedPreferential = expectedPreferential;
        }
    }

    /** Risk weight for unexpected losses; zero for defaulted exposures, whose loss is expected. */
    public static BigDecimal riskWeight(Lending lending, Category category, boolean preferential) {
        String[] weights = preferential ? lending.unexpectedPreferential : lending.unexpected;
        return new BigDecimal(weights[category.ordinal()]);
    }

    /** Expected loss as a share of exposure at default. */
    public static BigDecimal expectedLoss(Lending lending, Category category, boolean preferential) {
        String[] weights = preferential ? lending.expectedPreferential : lending.expected;
        return new BigDecimal(weights[category.ordinal()]).multiply(CAPITAL);
    }
}
