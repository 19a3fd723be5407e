/**
 * Business days: which days a bank works on, which business date a night belongs to, and which nights were missed.
 * Holidays follow the published rules of the Federal Reserve and of the euro system's T2, computed, not listed.
 */
@NullMarked
package io.daybreak.emr.calendar;

import org.jspecify.annotations.NullMarked;
