/**
 * Stages written as {@code .sql} files: one SELECT a file, with a header that says what it is for, what it fills and
 * which parameters it takes. {@link io.daybreak.jobs.sql.SqlStage} runs a folder of them as one job. Adding a scenario
 * is adding a file.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.sql;
