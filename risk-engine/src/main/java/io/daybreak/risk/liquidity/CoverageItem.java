package io.daybreak.risk.liquidity;

import java.math.BigDecimal;

/**
 * Lines of the liquidity coverage ratio and their factors: Basel Framework LCR99 (in force from 15 December 2019), with
 * LCR30 for assets, LCR40 for flows. HQLA factors are one minus the haircut.
 */
public enum CoverageItem {
    LEVEL_1(Section.LEVEL_1, "1.00"),
    LEVEL_2A(Section.LEVEL_2A, "0.85"),
    LEVEL_2B_RMBS(Section.LEVEL_2B, "0.75"),
    LEVEL_2B_CORPORATE_EQUITY_SOVEREIGN(Section.LEVEL_2B, "0.50"),

    RETAIL_STABLE_EXTRA_INSURED(Section.OUTFLOW, "0.03"),
    RETAIL_STABLE(Section.OUTFLOW, "0.05"),
    RETAIL_LESS_STABLE(Section.OUTFLOW, "0.10"),
    RETAIL_TERM_OVER_30_DAYS(Section.OUTFLOW, "0"),
    SMALL_BUSINESS_STABLE(Section.OUTFLOW, "0.05"),
    SMALL_BUSINESS_LESS_STABLE(Section.OUTFLOW, "0.10"),
    OPERATIONAL_DEPOSITS(Section.OUTFLOW, "0.25"),
    OPERATIONAL_DEPOSITS_INSURED(Section.OUTFLOW, "0.05"),
    COOPERATIVE_NETWORK_DEPOSITS(Section.OUTFLOW, "0.25"),
    NON_FINANCIAL_WHOLESALE(Section.OUTFLOW, "0.40"),
    NON_FINANCIAL_WHOLESALE_INSURED(Section.OUTFLOW, "0.20"),
    OTHER_LEGAL_ENTITIES(Section.OUTFLOW, "1.00"),
    SECURED_LEVEL_1_OR_CENTRAL_BANK(Section.OUTFLOW, "0"),
    SECURED_LEVEL_2A(Section.OUTFLOW, "0.15"),
    SECURED_DOMESTIC_SOVEREIGN_COUNTERPARTY(Section.OUTFLOW, "0.25"),
    SECURED_RMBS_LEVEL_2B(Section.OUTFLOW, "0.25"),
    SECURED_OTHER_LEVEL_2B(Section.OUTFLOW, "0.50"),
    SECURED_ALL_OTHER(Section.OUTFLOW, "1.00"),
    DERIVATIVE_NET_OUTFLOWS(Section.OUTFLOW, "1.00"),
    DOWNGRADE_THREE_NOTCHES(Section.OUTFLOW, "1.00"),
    DERIVATIVE_VALUATION_CHANGES(Section.OUTFLOW, "1.00"),
    POSTED_NON_LEVEL_1_COLLATERAL_CHANGES(Section.OUTFLOW, "0.20"),
    EXCESS_COLLATERAL_CALLABLE(Section.OUTFLOW, "1.00"),
    ABCP_AND_CONDUITS(Section.OUTFLOW, "1.00"),
    MATURING_ABS_AND_COVERED_BONDS(Section.OUTFLOW, "1.00"),
    COMMITTED_RETAIL_AND_SMALL_BUSINESS(Section.OUTFLOW, "0.05"),
    COMMITTED_CREDIT_NON_FINANCIAL(Section.OUTFLOW, "0.10"),
    COMMITTED_LIQUIDITY_NON_FINANCIAL(Section.OUTFLOW, "0.30"),
    COMMITTED_SUPERVISED_BANKS(Section.OUTFLOW, "0.40"),
    COMMITTED_CREDIT_OTHER_FINANCIAL(Section.OUTFLOW, "0.40"),
    COMMITTED_LIQUIDITY_OTHER_FINANCIAL(Section.OUTFLOW, "1.00"),
    COMMITTED_OTHER_LEGAL_ENTITIES(Section.OUTFLOW, "1.00"),
    CUSTOMER_SHORTS_COVERED_BY_CUSTOMERS(Section.OUTFLOW, "0.50"),
    OTHER_CONTRACTUAL_OUTFLOWS(Section.OUTFLOW, "1.00"),

    REVERSE_REPO_LEVEL_1(Section.INFLOW, "0"),
    REVERSE_REPO_LEVEL_2A(Section.INFLOW, "0.15"),
    REVERSE_REPO_RMBS_LEVEL_2B(Section.INFLOW, "0.25"),
    REVERSE_REPO_OTHER_LEVEL_2B(Section.INFLOW, "0.50"),
    MARGIN_LENDING_OTHER_COLLATERAL(Section.INFLOW, "0.50"),
    REVERSE_REPO_OTHER_COLLATERAL(Section.INFLOW, "1.00"),
    COMMITTED_FACILITIES_HELD(Section.INFLOW, "0"),
    OPERATIONAL_DEPOSITS_HELD(Section.INFLOW, "0"),
    RETAIL_REPAYMENTS(Section.INFLOW, "0.50"),
    NON_FINANCIAL_REPAYMENTS(Section.INFLOW, "0.50"),
    FINANCIAL_AND_CENTRAL_BANK_REPAYMENTS(Section.INFLOW, "1.00"),
    DERIVATIVE_NET_RECEIVABLES(Section.INFLOW, "1.00");

    /** Where a line enters the ratio. */
    public enum Section {
        LEVEL_1,
        LEVEL_2A,
        LEVEL_2B,
        OUTFLOW,
        INFLOW
    }

    private final Section section;
    private final BigDecimal factor;

    CoverageItem(Section section, String factor) {
        this.section = section;
        this.factor = new BigDecimal(factor);
    }

    public Section section() {
        return section;
    }

    /** The Basel factor. */
    public BigDecimal factor() {
        return factor;
    }
}
