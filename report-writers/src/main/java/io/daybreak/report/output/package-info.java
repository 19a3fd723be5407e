/** Files with places filled in last, and what is known of a finished file. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.output;
