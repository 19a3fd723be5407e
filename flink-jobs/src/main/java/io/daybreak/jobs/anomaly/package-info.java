/**
 * Anomalies: every transaction against the 90-day profile of its account, by rule and by statistics. {@link
 * io.daybreak.jobs.anomaly.AnomalyStage} runs {@code sql/anomaly}; the arithmetic of the histograms is in {@link
 * io.daybreak.jobs.anomaly.LogAmounts} and {@link io.daybreak.jobs.anomaly.HoursOfDay}, the functions of the {@code .sql}
 * files only call it.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.anomaly;
