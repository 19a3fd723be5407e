/**
 * What a run leaves behind: a record per stage, a manifest per run, written so that a crash at any moment leaves the
 * old file or the new one. {@link io.daybreak.jobs.run.RunStore} is the entry point.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.run;
