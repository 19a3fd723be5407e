/** Findings, character sets and the check digits of identifiers. Failures are data here; nothing throws for bad input. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.check;
