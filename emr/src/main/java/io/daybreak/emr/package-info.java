/** A cluster plan from a workload. Knows the night by its graph file, step arguments and exit codes. */
@org.jspecify.annotations.NullMarked
package io.daybreak.emr;
