/**
 * The credit stage: a score with its reasons, default probability, loss given default, exposure at default, IFRS 9 stage
 * and expected loss for every exposure. One table function does one exposure with the risk engine's arithmetic; the rest
 * is the {@code .sql} of {@code sql/credit}. The model's figures and where they come from stand in {@link
 * io.daybreak.jobs.credit.ReferenceScorecard} and {@link io.daybreak.jobs.credit.CreditModel}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.credit;
