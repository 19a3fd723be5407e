/**
 * Values as bytes: the fast way from a cell to the text of a file, for the values that are plain and sound. Whatever else a cell holds is
 * left to {@link io.daybreak.report.spec.FieldType}, which decides and gives reasons; a test holds the two equal. Begin with {@link
 * io.daybreak.report.text.ValueEncoder}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.text;
