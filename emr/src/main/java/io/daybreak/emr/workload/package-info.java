/**
 * What the night asks of a cluster: rows and bytes of a day, coefficients per stage, and the demand that follows.
 * Coefficients are data with a named source ({@code workload-coefficients.json}); a measurement replaces the file, not
 * the code. GB is 10^9 bytes, a core is a core of the measuring machine, a vCPU is EC2's. It knows no prices.
 */
@NullMarked
package io.daybreak.emr.workload;

import org.jspecify.annotations.NullMarked;
