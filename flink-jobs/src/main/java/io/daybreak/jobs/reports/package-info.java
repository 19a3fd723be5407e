/**
 * The reports stage: cells from published tables, then files from cells. Every format with business tonight has its
 * queries in {@code sql/reports}, one per record group; {@link io.daybreak.jobs.reports.ReportQueries} knows them, {@link
 * io.daybreak.jobs.reports.ReportFiles} has the writers render them aside, and the folder is moved into place when the
 * stage is published. A report with a fault is held with its findings and the others go on; a format without a query or a
 * record is not applicable tonight. What leaves the house goes through {@link io.daybreak.jobs.reports.Releases}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.reports;
