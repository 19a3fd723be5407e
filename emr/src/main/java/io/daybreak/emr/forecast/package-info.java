/**
 * Tomorrow's volume from the volumes of past nights, with its interval. The model is small enough to explain to an
 * auditor: growth, weekday and month-end, multiplied. It feeds the plan; it decides nothing itself.
 */
@NullMarked
package io.daybreak.emr.forecast;

import org.jspecify.annotations.NullMarked;
