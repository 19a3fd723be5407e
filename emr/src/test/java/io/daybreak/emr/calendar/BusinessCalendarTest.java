package io.daybreak.emr.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    @Test
    void easter_falls_where_the_church_says() {
        // Meeus, Astronomical Algorithms, table of chapter 8: 1991-03-31, 2000-04-23, 1954-04-18
        assertThat(BusinessCalendar.easterSunday(1991)).isEqualTo("1991-03-31");
        assertThat(BusinessCalendar.easterSunday(2000)).isEqualTo("2000-04-23");
        assertThat(BusinessCalendar.easterSunday(1954)).isEqualTo("1954-04-18");
        assertThat(BusinessCalendar.easterSunday(2026)).isEqualTo("2026-04-05");
    }

    @Test
    void t2_is_closed_on_its_six_days_of_2026() {
        assertThat(BusinessCalendar.T2.holidays(2026))
                .extracting(LocalDate::toString)
                .containsExactly("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2026-12-26");
    }

    @Test
    void the_fed_keeps_a_sunday_holiday_on_monday_and_a_saturday_one_not_at_all() {
        // Federal Reserve holiday schedule: 4 July 2026 is a Saturday, Juneteenth 2027 a Saturday, 25 December 2022 a
        // Sunday.
        assertThat(BusinessCalendar.FED.isBusinessDay(LocalDate.parse("2026-07-03")))
                .isTrue();
        assertThat(BusinessCalendar.FED.isBusinessDay(LocalDate.parse("2022-12-26")))
                .isFalse();
        assertThat(BusinessCalendar.FED.isBusinessDay(LocalDate.parse("2026-11-26")))
                .isFalse();
        assertThat(BusinessCalendar.FED.isBusinessDay(LocalDate.parse("2026-11-27")))
                .isTrue();
    }

    @Test
    void the_business_date_of_a_monday_night_is_friday() {
        assertThat(BusinessCalendar.WEEKDAYS.previous(LocalDate.parse("2026-11-23")))
                .isEqualTo("2026-11-20");
        assertThat(BusinessCalendar.T2.next(LocalDate.parse("2026-04-02"))).isEqualTo("2026-04-07");
    }

    @Test
    void the_last_business_day_of_a_month_is_its_end() {
        assertThat(BusinessCalendar.WEEKDAYS.isMonthEnd(LocalDate.parse("2026-10-30")))
                .isTrue();
        assertThat(BusinessCalendar.WEEKDAYS.isMonthEnd(LocalDate.parse("2026-10-31")))
                .isFalse();
    }

    @Test
    void missed_nights_come_oldest_first_and_without_holidays() {
        assertThat(BusinessCalendar.T2.missed(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-08")))
                .extracting(LocalDate::toString)
                .containsExactly("2026-04-02", "2026-04-07", "2026-04-08");
        assertThatThrownBy(() ->
                        BusinessCalendar.WEEKDAYS.missed(LocalDate.parse("2020-01-01"), LocalDate.parse("2026-01-01")))
                .hasMessageContaining("60");
    }
}
