package io.daybreak.emr.calendar;

import io.daybreak.emr.night.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days a payment system is open.
 *
 * <ul>
 *   <li>{@code WEEKDAYS}: Monday to Friday.
 *   <li>{@code FED}: the Federal Reserve Banks' holidays; one on a Sunday is kept on the Monday, one on a Saturday is not
 *       moved (Federal Reserve, "Holiday Schedules", FRBservices.org).
 *   <li>{@code T2}: New Year, Good Friday, Easter Monday, 1 May, 25 and 26 December (ECB, T2 calendar).
 * </ul>
 */
public enum BusinessCalendar {
    WEEKDAYS,
    FED,
    T2;

    /** The calendar of a name; refuses (configuration) any other. */
    public static BusinessCalendar named(String name) {
        for (BusinessCalendar each : values()) {
            if (each.name().equals(name.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw Refusal.configuration("calendar '" + name + "' is none of weekdays, fed, t2");
    }

    /** Whether the system is open on that day. */
    public boolean isBusinessDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays(day.getYear()).contains(day);
    }

    /** The first business day after that day. */
    public LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last business day before that day: the business date of the night that begins on it. */
    public LocalDate previous(LocalDate day) {
        LocalDate previous = day.minusDays(1);
        while (!isBusinessDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** Whether the day is the last business day of its month. */
    public boolean isMonthEnd(LocalDate day) {
        return isBusinessDay(day) && next(day).getMonth() != day.getMonth();
    }

    /**
     * Nights to catch up, oldest first: business days after the last finished one, up to and including a day.
     *
     * @throws Refusal (configuration) when more than 60 are missing, which no catch-up should start unasked
     */
    public List<LocalDate> missed(LocalDate lastFinished, LocalDate upTo) {
        List<LocalDate> missed = new ArrayList<>();
        for (LocalDate day = next(lastFinished); !day.isAfter(upTo); day = next(day)) {
            missed.add(day);
            if (missed.size() > 60) {
                throw Refusal.configuration("more than 60 business days are missing between " + lastFinished + " and "
                        + upTo + "; catch up in parts with an earlier end");
            }
        }
        return List.copyOf(missed);
    }

    /** The holidays of a year that fall on weekdays or are moved to one. */
    Set<LocalDate> holidays(int year) {
        return switch (this) {
            case WEEKDAYS -> Set.of();
            case FED -> fed(year);
            case T2 -> t2(year);
        };
    }

    private static Set<LocalDate> fed(int year) {
        Set<LocalDate> days = new TreeSet<>();
        days.add(observed(LocalDate.of(year, 1, 1)));
        days.add(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY));
        days.add(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY));
        days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        if (year >= 2022) {
            days.add(observed(LocalDate.of(year, 6, 19)));
        }
        days.add(observed(LocalDate.of(year, 7, 4)));
        days.add(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY));
        days.add(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY));
        days.add(observed(LocalDate.of(year, 11, 11)));
        days.add(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY));
        days.add(observed(LocalDate.of(year, 12, 25)));
        return days;
    }

    private static LocalDate observed(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    private static Set<LocalDate> t2(int year) {
        LocalDate easter = easterSunday(year);
        return new TreeSet<>(List.of(
                LocalDate.of(year, 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26)));
    }

    /** Easter Sunday of the Gregorian calendar: J. Meeus, Astronomical Algorithms, 2nd ed., chapter 8. */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
