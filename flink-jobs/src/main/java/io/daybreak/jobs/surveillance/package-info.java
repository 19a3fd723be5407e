/**
 * Trade surveillance: {@link io.daybreak.jobs.surveillance.SurveillanceStage} runs the scenarios of {@code
 * sql/surveillance}, one file each. Everything that detects is in those files; a new file is a new scenario.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.surveillance;
