/** What a physical format has to offer, and the engine that walks layouts. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.engine;
