/** Declared formats as read from their YAML files: identity, provenance, types, limits. Engines give the layout its meaning; see {@link io.daybreak.report.layout.LayoutCompiler}. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.spec;
