package io.daybreak.report.check;

/** What a finding does to the report. */
public enum Severity {
    /** The report is held: nothing is written. */
    ERROR,
    /** The report is written; a person should look. */
    WARNING
}
