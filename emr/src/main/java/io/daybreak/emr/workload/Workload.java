package io.daybreak.emr.workload;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day to be processed.
 *
 * @param rows transactions of the day, at least 1
 * @param bytes landed bytes of the day, at least 1
 */
public record Workload(long rows, long bytes) {
    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([kKMGTP]?)(i?)B?");
    private static final Map<String, Integer> POWER = Map.of("", 0, "K", 1, "M", 2, "G", 3, "T", 4, "P", 5);

    /** The brief's day: 500 million rows, 2 TB (promise S1). */
    public static final Workload BRIEF_DAY = new Workload(500_000_000L, 2_000_000_000_000L);

    public Workload {
        if (rows < 1 || bytes < 1) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "a workload needs at least 1 row and 1 byte, got " + rows + " rows, " + bytes + " bytes");
        }
    }

    /** Both figures times a factor. */
    public Workload times(double factor) {
        return new Workload(Math.max(1, Math.round(rows * factor)), Math.max(1, Math.round(bytes * factor)));
    }

    /** Landed GB (10^9 bytes). */
    public double gb() {
        return bytes / 1e9;
    }

    /**
     * A size such as {@code 2TB}, {@code 1.5 GiB} or {@code 4096}.
     *
     * @throws Refusal (usage) for anything else
     */
    public static long parseBytes(String text) {
        Matcher matcher = SIZE.matcher(text.trim());
        if (!matcher.matches()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "size '" + text + "' is not a number with B, kB, MB, GB, TB, PB or GiB and the like");
        }
        int power = POWER.getOrDefault(matcher.group(2).toUpperCase(Locale.ROOT), 0);
        double base = matcher.group(3).isEmpty() ? 1000.0 : 1024.0;
        return Math.round(Double.parseDouble(matcher.group(1)) * Math.pow(base, power));
    }
}
