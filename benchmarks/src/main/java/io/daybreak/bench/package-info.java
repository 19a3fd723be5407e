/**
 * Figures from runs: {@link io.daybreak.bench.Bench} is {@code ./daybreak bench}. From the ground up: {@code process}
 * (what a process cost) and {@code plan} (what one is to do), {@code child} (the processes), {@code data} (sample days),
 * {@code answer} (whether engines agree), {@code measure} (rounds), {@code report} (JSON lines and the table); {@code jmh}
 * holds kernels. See {@code docs/benchmarks.md}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench;
