/**
 * Numbers from arrays: scenarios, revaluation, risk measures, back-tests, stress, credit, capital, customer value.
 *
 * <p>Knows no Flink, no files, no clock and no private randomness: everything it needs comes in as arguments.
 * Bad input is refused with {@link io.daybreak.risk.RefusedInputException}, never replaced by a default.
 * A reader starts at {@link io.daybreak.risk.scenario}, goes on to {@code revalue} and ends at {@code measure}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk;
