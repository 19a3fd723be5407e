/**
 * The data files of this module: prices, coefficients, fleets, regions, the built-in graph. They are JSON, bound to
 * records that validate themselves; an unknown key or a broken value is refused with the file's name.
 */
@NullMarked
package io.daybreak.emr.data;

import org.jspecify.annotations.NullMarked;
