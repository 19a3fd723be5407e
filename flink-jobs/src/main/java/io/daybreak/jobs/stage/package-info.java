/**
 * What a stage of the night is: declared reads and writes, a unit of restart, and the figures by which it is balanced.
 * {@link io.daybreak.jobs.stage.Stage} is what stages implement, {@link io.daybreak.jobs.stage.StageContext} what they
 * are given. Knows no particular stage.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.stage;
