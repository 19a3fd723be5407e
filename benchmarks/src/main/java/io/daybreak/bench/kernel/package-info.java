/** What kernels are measured on: inputs for {@code jmh} and for the report workload, made from the modules' own samples. */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.kernel;
