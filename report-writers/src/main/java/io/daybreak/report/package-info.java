/** Bytes from cells: regulatory files and their checks. Knows no Flink and no cloud. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report;
