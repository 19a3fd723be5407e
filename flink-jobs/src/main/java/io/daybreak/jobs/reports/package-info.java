/**
 * The reports stage: cells from published tables, then files from cells. Every format with business tonight has its
 * queries in {@code sql/reports}, one per record group; {@link io.daybreak.jobs.reports.ReportQueries} knows them and
 * {@link io.daybreak.jobs.reports.ReportFiles} has the writers render them aside and moves the folder into place. A report
 * with a fault is held with its findings and the others go on; a format without a query or a record is not applicable
 * tonight.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.reports;
