package io.daybreak.jobs.page;

/** One section of the night report. */
interface PageSection {

    /** Its anchor. */
    String id();

    String title();

    /** Whether there is anything to show tonight. */
    boolean ran(NightSummary night);

    /** Writes what comes below the title. */
    void write(Markup page, NightSummary night);
}
