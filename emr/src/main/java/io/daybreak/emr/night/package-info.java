/**
 * The contract with the night: its graph file, the arguments of a step and its exit codes, and nothing else of it.
 * Start at {@link io.daybreak.emr.night.StageGraph}. A refusal anywhere in this module is a {@link
 * io.daybreak.emr.night.Refusal}, which carries the exit code.
 */
@NullMarked
package io.daybreak.emr.night;

import org.jspecify.annotations.NullMarked;
