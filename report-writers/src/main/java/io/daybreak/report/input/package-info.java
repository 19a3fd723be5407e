/** What a format reads: columns, record groups, one report's values. Nothing here knows how they are written. Begin with {@link io.daybreak.report.input.ReportInput}. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.input;
