package io.daybreak.report.check;

/**
 * Something wrong with a report, as data.
 *
 * @param severity whether it holds the report
 * @param rule short name of what was checked: {@code required}, {@code max-length}, {@code lei}, {@code control-total}, an official rule id...
 * @param record which record: group and key, or {@code header}
 * @param field which field: its path or column
 * @param value the offending value, empty where it is missing
 * @param bound what would have been right
 */
public record Finding(Severity severity, String rule, String record, String field, String value, String bound) {

    private static final int LONGEST_VALUE = 120;

    public Finding {
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "...";
        }
    }

    /** A finding that holds the report. */
    public static Finding error(String rule, String record, String field, String value, String bound) {
        return new Finding(Severity.ERROR, rule, record, field, value, bound);
    }

    @Override
    public String toString() {
        return "%s %s at %s, %s: '%s', expected %s".formatted(severity, rule, record, field, value, bound);
    }
}
