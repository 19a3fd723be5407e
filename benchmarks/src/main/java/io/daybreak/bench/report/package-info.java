/** How runs are told: {@link io.daybreak.bench.report.JsonLines} each, {@link io.daybreak.bench.report.ResultTable} all. */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.report;
