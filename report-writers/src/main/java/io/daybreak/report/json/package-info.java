/** JSON and JSON lines. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.json;
