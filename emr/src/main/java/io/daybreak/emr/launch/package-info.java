/**
 * What is sent to EMR, without AWS's classes: the job flow and the steps of a plan, and the controller that launches,
 * submits, follows and ends a night through the {@link io.daybreak.emr.launch.Clusters} port. {@link
 * io.daybreak.emr.launch.NightController} is the entry; {@code aws} implements the port, tests fake it by hand.
 */
@NullMarked
package io.daybreak.emr.launch;

import org.jspecify.annotations.NullMarked;
