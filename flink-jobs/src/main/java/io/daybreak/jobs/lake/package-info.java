/**
 * The lake: where files lie, how landed feeds are read, how published tables are staged, checked and made visible in
 * one step. Iceberg keeps the books; {@link io.daybreak.jobs.lake.Lake} is the entry point. Knows no stage.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.lake;
