/** Fixed width records with blocks. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.fixed;
