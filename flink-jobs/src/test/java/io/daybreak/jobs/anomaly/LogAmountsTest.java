package io.daybreak.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogAmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0.00390625, 0", // 2^-8
        "0.001, 0",
        "0, 0",
        "-5, 0",
        "1, 32", // 2^0
        "1.19, 33", // 2^(1/4) = 1.18920...
        "1.18, 32",
        "2, 36",
        "1024, 72", // 2^10
        "1e12, 127"
    })
    void an_amount_falls_into_the_quarter_power_of_two_below_it(double amount, int expected) {
        assertThat(LogAmounts.classOf(amount)).isEqualTo(expected);
    }

    @Test
    void the_median_of_one_class_is_its_middle() {
        int[] counts = new int[LogAmounts.CLASSES];
        counts[32] = 10;

        // Class 32 is [1, 2^(1/4)); its logarithms run from 0 to ln(2)/4 = 0.1732867951.
        assertThat(LogAmounts.median(counts)).isCloseTo(0.0866433976, within(1e-9));
        assertThat(LogAmounts.spread(counts)).isCloseTo(LogAmounts.CLASS_WIDTH_LN, within(1e-12));
    }

    @Test
    void median_and_spread_are_those_of_the_bookings() {
        // 11 bookings: one in class 20, two in 30, five in 40, two in 50, one in 60.
        int[] counts = new int[LogAmounts.CLASSES];
        counts[20] = 1;
        counts[30] = 2;
        counts[40] = 5;
        counts[50] = 2;
        counts[60] = 1;

        // The median lies half way through class 40: ln 2 x ((40 + 0.5) / 4 - 8) = 2.125 ln 2.
        assertThat(LogAmounts.median(counts)).isCloseTo(2.125 * Math.log(2), within(1e-12));
        // Five of eleven lie 0 away, the sixth in class 30 or 50: ten classes = 2.5 ln 2, times 1.4826.
        assertThat(LogAmounts.spread(counts)).isCloseTo(1.4826 * 2.5 * Math.log(2), within(1e-9));
    }

    @Test
    void nothing_has_no_median() {
        assertThat(LogAmounts.median(new int[LogAmounts.CLASSES])).isNaN();
        assertThat(LogAmounts.spread(new int[LogAmounts.CLASSES])).isNaN();
    }

    @Test
    void a_lognormal_sample_gives_back_its_parameters() {
        // Expected counts of ln X ~ N(4, 0.8) by class, from the error function's table values via the normal CDF.
        int[] counts = new int[LogAmounts.CLASSES];
        for (int k = 0; k < counts.length; k++) {
            double lower = (k / 4.0 - 8) * Math.log(2);
            double middle = lower + LogAmounts.CLASS_WIDTH_LN / 2;
            double density = Math.exp(-Math.pow((middle - 4) / 0.8, 2) / 2) / (0.8 * Math.sqrt(2 * Math.PI));
            counts[k] = (int) Math.round(1_000_000 * density * LogAmounts.CLASS_WIDTH_LN);
        }

        assertThat(LogAmounts.median(counts)).isCloseTo(4, within(0.01));
        assertThat(LogAmounts.spread(counts)).isCloseTo(0.8, within(0.13));
    }

    @Test
    void hours_are_counted_around_the_clock() {
        int[] counts = new int[HoursOfDay.CLASSES];
        counts[23] = 1;
        counts[0] = 2;
        counts[1] = 3;
        counts[12] = 94;

        assertThat(HoursOfDay.shareAround(counts, 0)).isEqualTo(0.06);
        assertThat(HoursOfDay.shareAround(counts, 23)).isEqualTo(0.03);
        assertThat(HoursOfDay.shareAround(counts, 6)).isEqualTo(0);
        assertThat(HoursOfDay.shareAround(new int[HoursOfDay.CLASSES], 6)).isNaN();
    }
}
