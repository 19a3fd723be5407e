/**
 * Kernels by JMH, run by {@code ./daybreak bench --jmh PATTERN}: a tile of Monte Carlo moves and its revaluation, reading
 * and writing Parquet by columns, writing reports. Each says in its unit what one operation is.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.jmh;
