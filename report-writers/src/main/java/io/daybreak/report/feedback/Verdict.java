package io.daybreak.report.feedback;

/**
 * What an authority made of one record of ours.
 *
 * @param record the record's key, as it was filed
 * @param status the authority's status code
 * @param rule the rule it failed; empty if none is named
 * @param text the rule in words; empty if it is not given
 */
public record Verdict(String record, String status, String rule, String text) {

    /** Whether the record was refused. */
    public boolean isRejection() {
        return status.equals("RJCT") || status.equals("RJPD");
    }
}
