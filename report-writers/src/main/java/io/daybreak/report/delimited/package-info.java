/** Delimited lines. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.delimited;
