package io.daybreak.jobs.stage;

/** When and on what kind of machine a stage runs (brief C3). */
public enum StageClass {
    /** 00:00-02:00, on-demand, high priority. */
    CRITICAL,
    /** 02:00-05:00, spot preferred, medium priority. */
    REGULAR,
    /** 05:00-06:00, spot only, low priority. */
    LOW
}
