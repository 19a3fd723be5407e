package io.daybreak.risk.creditrisk;

/** Grade of a bank under the standardised credit risk assessment approach (CRE20.21 to CRE20.30). */
public enum BankGrade {
    /** Grade A with CET1 of at least 14 % and leverage ratio of at least 5 %. */
    A_ENHANCED,
    A,
    B,
    C
}
