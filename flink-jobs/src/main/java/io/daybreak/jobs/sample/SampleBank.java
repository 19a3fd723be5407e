package io.daybreak.jobs.sample;

/** The bank itself; its code and identifier are nobody's. */
final class SampleBank {
    static final String BIC = "ZDAYDEFFXXX";
    static final String LEI = Identifiers.lei(0);
    static final String BASE_CURRENCY = "EUR";

    private SampleBank() {}
}
