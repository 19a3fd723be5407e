package io.daybreak.jobs.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The sample bank's calendar: Monday to Friday without the fixed TARGET holidays. */
final class BusinessDays {

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The day itself when it is a business day, else the last one before it. */
    static LocalDate onOrBefore(LocalDate day) {
        LocalDate at = day;
        while (!isBusinessDay(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** The day itself when it is a business day, else the next one. */
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!isBusinessDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** Salaries are paid on the 25th (or the business day before it) and on the last business day of the month. */
    static boolean isSalaryDay(LocalDate day) {
        LocalDate monthEnd = day.withDayOfMonth(day.lengthOfMonth());
        return day.equals(onOrBefore(day.withDayOfMonth(25))) || day.equals(onOrBefore(monthEnd));
    }

    private BusinessDays() {}
}
