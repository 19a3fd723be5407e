package io.daybreak.risk.liquidity;

import java.math.BigDecimal;

/** Lines of the net stable funding ratio and their factors: Basel Framework NSF30 and NSF99. */
public enum FundingItem {
    CAPITAL_AND_LIABILITIES_OVER_1Y(Section.AVAILABLE, "1.00"),
    STABLE_RETAIL_DEPOSITS(Section.AVAILABLE, "0.95"),
    LESS_STABLE_RETAIL_DEPOSITS(Section.AVAILABLE, "0.90"),
    NON_FINANCIAL_FUNDING_UNDER_1Y(Section.AVAILABLE, "0.50"),
    OPERATIONAL_DEPOSITS(Section.AVAILABLE, "0.50"),
    SOVEREIGN_FUNDING_UNDER_1Y_AND_OTHER_6M_TO_1Y(Section.AVAILABLE, "0.50"),
    ALL_OTHER_LIABILITIES(Section.AVAILABLE, "0"),

    CASH_RESERVES_AND_CENTRAL_BANK_CLAIMS(Section.REQUIRED, "0"),
    LEVEL_1_ASSETS(Section.REQUIRED, "0.05"),
    FINANCIAL_LOANS_UNDER_6M_SECURED_LEVEL_1(Section.REQUIRED, "0.10"),
    FINANCIAL_LOANS_UNDER_6M_AND_LEVEL_2A(Section.REQUIRED, "0.15"),
    LEVEL_2B_AND_OTHER_UNDER_1Y(Section.REQUIRED, "0.50"),
    MORTGAGES_AND_LOANS_OVER_1Y_UP_TO_35_PERCENT(Section.REQUIRED, "0.65"),
    OTHER_LOANS_OVER_1Y_AND_NON_HQLA_SECURITIES(Section.REQUIRED, "0.85"),
    ALL_OTHER_ASSETS(Section.REQUIRED, "1.00"),
    DERIVATIVE_LIABILITIES(Section.REQUIRED, "0.20"),
    UNDRAWN_COMMITTED_FACILITIES(Section.REQUIRED, "0.05");

    /** Where a line enters the ratio. */
    public enum Section {
        AVAILABLE,
        REQUIRED
    }

    private final Section section;
    private final BigDecimal factor;

    FundingItem(Section section, String factor) {
        this.section = section;
        this.factor = new BigDecimal(factor);
    }

    public Section section() {
        return section;
    }

    /** The Basel factor; the derivative add-on is 5 % to 20 % at national discretion, here 20 %. */
    public BigDecimal factor() {
        return factor;
    }
}
