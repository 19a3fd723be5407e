package io.daybreak.risk.marketrisk;

/** Risk classes of the sensitivities-based method (MAR21.1). */
public enum SbmClass {
    /** General interest rate risk; bucket is the currency. */
    GIRR,
    /** Credit spread, non-securitisations; buckets 1 to 18. */
    CSR_NON_SECURITISATION,
    /** Credit spread, correlation trading portfolio; buckets 1 to 16. */
    CSR_CORRELATION_TRADING,
    /** Credit spread, other securitisations; buckets 1 to 25. */
    CSR_SECURITISATION,
    /** Buckets 1 to 13. */
    EQUITY,
    /** Buckets 1 to 11. */
    COMMODITY,
    /** Bucket is the currency against the reporting currency. */
    FX
}
