/**
 * What a night leaves for people and machines to read: {@code summary.json} and the night report, one self-contained
 * HTML file. {@link io.daybreak.jobs.page.NightFigures} collects a {@link io.daybreak.jobs.page.NightSummary} from the
 * run's records and published tables, {@link io.daybreak.jobs.page.NightPage} renders it, {@link
 * io.daybreak.jobs.page.SummaryFile} writes and reads it. Both show the same figures because both are made from that
 * one record.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.page;
