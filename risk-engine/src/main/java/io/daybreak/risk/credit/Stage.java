package io.daybreak.risk.credit;

/** Impairment stage of IFRS 9 (5.5). */
public enum Stage {
    /** No significant increase in credit risk since recognition: twelve-month loss. */
    ONE,
    /** Significant increase: lifetime loss. */
    TWO,
    /** Credit-impaired: lifetime loss, default has happened. */
    THREE
}
