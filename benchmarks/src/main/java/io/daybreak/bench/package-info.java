/** Figures from runs. */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench;
