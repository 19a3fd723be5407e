package io.daybreak.risk.creditrisk;

/** Exposure classes of the standardised approach, by chapter CRE20 of the framework in force from 1 January 2023. */
public enum ExposureClass {
    /** CRE20.7: sovereigns and central banks. */
    SOVEREIGN,
    /** CRE20.8: sovereign in its own currency, at national discretion weighted zero. */
    SOVEREIGN_DOMESTIC_CURRENCY,
    /** CRE20.11: public sector entities, option 1 (by the sovereign's rating). */
    PUBLIC_SECTOR,
    /** CRE20.14: multilateral development banks weighted zero. */
    DEVELOPMENT_BANK_NAMED,
    /** CRE20.15: other multilateral development banks. */
    DEVELOPMENT_BANK,
    /** CRE20.18: banks with an external rating. */
    BANK_RATED,
    /** CRE20.21: banks by standardised grade. */
    BANK_GRADED,
    /** CRE20.38: covered bonds with a rating. */
    COVERED_BOND,
    /** CRE20.43: corporates. */
    CORPORATE,
    /** CRE20.44: investment grade where ratings may not be used. */
    CORPORATE_INVESTMENT_GRADE,
    /** CRE20.51: object and commodities finance without issue rating. */
    OBJECT_OR_COMMODITIES_FINANCE,
    /** CRE20.51: project finance before operation. */
    PROJECT_PRE_OPERATIONAL,
    /** CRE20.51: project finance in operation. */
    PROJECT_OPERATIONAL,
    /** CRE20.52: project finance in operation, of high quality. */
    PROJECT_HIGH_QUALITY,
    /** CRE20.47: corporate SMEs without rating. */
    CORPORATE_SME,
    /** CRE20.53: subordinated debt and capital other than equity. */
    SUBORDINATED,
    /** CRE20.57: equity holdings. */
    EQUITY,
    /** CRE20.58: speculative unlisted equity. */
    EQUITY_SPECULATIVE,
    /** CRE20.66: regulatory retail. */
    RETAIL,
    /** CRE20.67: regulatory retail, transactors. */
    RETAIL_TRANSACTOR,
    /** CRE20.68: other retail. */
    RETAIL_OTHER,
    /** CRE20.82: residential real estate not dependent on its cash flows. */
    RESIDENTIAL_REAL_ESTATE,
    /** CRE20.84: residential real estate dependent on its cash flows. */
    RESIDENTIAL_INCOME_PRODUCING,
    /** CRE20.85: commercial real estate not dependent on its cash flows. */
    COMMERCIAL_REAL_ESTATE,
    /** CRE20.86: commercial real estate dependent on its cash flows. */
    COMMERCIAL_INCOME_PRODUCING,
    /** CRE20.90: land acquisition, development and construction. */
    LAND_DEVELOPMENT,
    /** CRE20.91: the same, residential, with pre-sales or equity at risk. */
    LAND_DEVELOPMENT_RESIDENTIAL,
    /** CRE20.104: defaulted. */
    DEFAULTED,
    /** CRE20.106: defaulted residential real estate not dependent on its cash flows. */
    DEFAULTED_RESIDENTIAL,
    /** CRE20.108: cash and gold held. */
    CASH,
    /** CRE20.108: cash items in collection. */
    CASH_IN_COLLECTION,
    /** CRE20.109: everything else. */
    OTHER
}
