/**
 * Validation, enrichment and row-wise flags in one pass over the landed day: one scan, one write. {@link
 * io.daybreak.jobs.prepare.ValidationRule} lists the rules, {@link io.daybreak.jobs.prepare.RiskScore} the formula,
 * {@link io.daybreak.jobs.prepare.PrepareStage} runs them; rules and formula are pure and know no job.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.prepare;
