package io.daybreak.emr.command;

import java.util.Locale;

/** Seconds after the business midnight as a time of day, {@code -00:10} being ten minutes before. */
final class Hour {
    private Hour() {}

    static String of(double seconds) {
        long minutes = Math.round(Math.abs(seconds) / 60);
        return String.format(Locale.ROOT, "%s%02d:%02d", seconds < -30 ? "-" : "", minutes / 60, minutes % 60);
    }
}
