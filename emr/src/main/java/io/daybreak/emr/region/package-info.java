/**
 * The second region: which tables may go there (residency), and what sending them costs. A table nobody classified may
 * not go anywhere. What happens when the first region is lost is rehearsed by {@code simulate}.
 */
@NullMarked
package io.daybreak.emr.region;

import org.jspecify.annotations.NullMarked;
