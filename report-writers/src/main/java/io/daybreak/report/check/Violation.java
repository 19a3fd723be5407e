package io.daybreak.report.check;

/**
 * Why a value does not fit its field.
 *
 * @param rule the facet that failed
 * @param bound what would have been right
 */
public record Violation(String rule, String bound) {}
