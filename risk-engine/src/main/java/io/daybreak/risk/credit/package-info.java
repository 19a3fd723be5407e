/**
 * Who will pay: scorecards trained on data (weight of evidence, logistic fit, points, reasons), default probability, loss
 * given default, exposure at default, expected credit loss by IFRS 9 stages, and how well a model ranks and calibrates.
 * "Bad" is default. Weight of evidence is {@code ln(share of good / share of bad)}: positive is safe.
 * Start at {@link io.daybreak.risk.credit.ScorecardTrainer} and {@link io.daybreak.risk.credit.ExpectedCreditLoss}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.credit;
