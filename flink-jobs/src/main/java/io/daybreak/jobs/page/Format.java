package io.daybreak.jobs.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as the page writes them: thousands separated by commas, a true minus sign, the unit after the number. */
final class Format {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

    /** A number of things. */
    static String count(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value));
    }

    /** An amount to the cent, without its currency. */
    static String money(BigDecimal value) {
        return minus(String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP)));
    }

    /** An amount in millions, or billions from ten billions on: three digits or more of it. */
    static String millions(BigDecimal value) {
        if (value.abs().compareTo(BILLION.multiply(BigDecimal.TEN)) >= 0) {
            return scaled(value, BILLION) + " bn";
        }
        return scaled(value, MILLION) + " m";
    }

    private static String scaled(BigDecimal value, BigDecimal unit) {
        BigDecimal scaled = value.divide(unit, 6, RoundingMode.HALF_UP);
        int decimals = scaled.abs().compareTo(HUNDRED) >= 0 ? 1 : 2;
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", scaled));
    }

    /** A share or ratio as a percentage. */
    static String percent(BigDecimal ratio, int decimals) {
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f %%", ratio.multiply(HUNDRED)));
    }

    /** A part of a whole as a percentage; a dash if there is no whole. */
    static String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double percent = 100.0 * part / whole;
        return String.format(Locale.ROOT, percent != 0 && percent < 0.1 ? "%.3f %%" : "%.2f %%", percent);
    }

    static String seconds(double seconds) {
        if (seconds >= 120) {
            return String.format(Locale.ROOT, "%d min %02d s", (long) seconds / 60, (long) seconds % 60);
        }
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** A figure without a unit, such as a score. */
    static String decimal(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value));
    }

    /** Bytes in the largest unit that leaves a figure of one or more. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    /** A business date in words. */
    static String day(String isoDate) {
        return DAY.format(LocalDate.parse(isoDate));
    }

    /** A code such as EXPECTED_SHORTFALL in words: "expected shortfall". */
    static String words(String code) {
        if (code.equals("MONTE_CARLO")) {
            return "Monte Carlo";
        }
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String minus(String number) {
        return number.startsWith("-") ? "\u2212" + number.substring(1) : number;
    }

    private Format() {}
}
