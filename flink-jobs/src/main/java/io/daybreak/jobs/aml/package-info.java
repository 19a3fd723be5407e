/**
 * Anti-money-laundering: {@link io.daybreak.jobs.aml.AmlStage} runs the scenarios of {@code sql/aml}, one file each.
 * Everything that detects is in those files; a new file is a new scenario.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.aml;
