package io.daybreak.risk.creditrisk;

import java.math.BigDecimal;

/** Off-balance-sheet items and their credit conversion factors (CRE20.94 to CRE20.100). */
public enum CommitmentType {
    NONE("0"),
    /** CRE20.95: guarantees, acceptances, standby letters serving as guarantees, repos with recourse. */
    DIRECT_CREDIT_SUBSTITUTE("1.00"),
    /** CRE20.96 and 97: note issuance facilities, performance bonds, transaction-related contingencies. */
    TRANSACTION_RELATED("0.50"),
    /** CRE20.98: other commitments, whatever their maturity. */
    COMMITMENT("0.40"),
    /** CRE20.99: short-term self-liquidating trade letters of credit. */
    TRADE_LETTER_OF_CREDIT("0.20"),
    /** CRE20.100: unconditionally cancellable at any time without notice. */
    UNCONDITIONALLY_CANCELLABLE("0.10");

    private final BigDecimal conversionFactor;

    CommitmentType(String conversionFactor) {
        this.conversionFactor = new BigDecimal(conversionFactor);
    }

    public BigDecimal conversionFactor() {
        return conversionFactor;
    }
}
