/**
 * Looks at files that are there already: schema validation with the authority's own download, widths and blocks, package structure. Begin with
 * {@link io.daybreak.report.inspect.FileInspection}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.inspect;
