/**
 * A cluster plan from a workload: what tonight needs on EMR, what it costs, how likely it is on time, and doing it. Knows
 * the night only by its graph file, step arguments and exit codes. Decisions ({@code plan}, {@code simulate}, {@code
 * orchestrate}, {@code watch}) are pure; only {@code aws} imports the SDK. The entry point is {@link io.daybreak.emr.Emr}.
 */
@NullMarked
package io.daybreak.emr;

import org.jspecify.annotations.NullMarked;
