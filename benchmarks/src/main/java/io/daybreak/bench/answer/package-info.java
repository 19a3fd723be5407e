/**
 * Whether engines agree: {@link io.daybreak.bench.answer.Checksum} reads what a run wrote, outside the time that is
 * measured, with one reader for all engines.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.answer;
