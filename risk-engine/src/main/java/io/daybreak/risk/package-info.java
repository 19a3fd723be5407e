/** Numbers from arrays: scenarios, revaluation, risk measures, credit, capital. Knows no Flink, no files, no clock. */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk;
