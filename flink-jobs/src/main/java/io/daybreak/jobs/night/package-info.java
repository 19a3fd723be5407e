/**
 * The night: its graph, declared once, and the runner that takes it from landed feeds to a balanced, published day.
 * {@link io.daybreak.jobs.night.Night} lists the stages, {@link io.daybreak.jobs.night.NightRunner} runs them.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.night;
