/** Compiled layouts and the walk over them, in which every value is checked before an emitter spells it. Engines live elsewhere and implement {@link io.daybreak.report.layout.Emitter}. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.layout;
