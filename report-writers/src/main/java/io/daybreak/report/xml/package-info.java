/** Streaming XML in schema order. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.xml;
