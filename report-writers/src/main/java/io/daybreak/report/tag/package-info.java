/** Tagged text: SWIFT MT, BAI2, Fedwire, FIX. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.tag;
