/**
 * What things cost: a dated price book per region, and the arithmetic that follows from prices alone (spot, reserved
 * and Graviton break-evens, storage over the years). Start at {@link io.daybreak.emr.price.PriceBook}. Money is
 * {@link java.math.BigDecimal} in US dollars; GB is 10^9 bytes. It knows no workload and no cluster.
 */
@NullMarked
package io.daybreak.emr.price;

import org.jspecify.annotations.NullMarked;
