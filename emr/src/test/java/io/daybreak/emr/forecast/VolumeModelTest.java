package io.daybreak.emr.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.calendar.BusinessCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeModelTest {
    private static final BusinessCalendar DAYS = BusinessCalendar.WEEKDAYS;

    /** 10 % growth a year, Fridays 30 % up, month-ends 60 % up, log-normal noise. */
    private static double truth(LocalDate day) {
        double years = (day.toEpochDay() - LocalDate.parse("2025-01-01").toEpochDay()) / 365.25;
        double friday = day.getDayOfWeek().getValue() == 5 ? 1.3 : 1;
        return 500e6 * Math.pow(1.1, years) * friday * (DAYS.isMonthEnd(day) ? 1.6 : 1);
    }

    private static List<DayVolume> days(int count, double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DayVolume> days = new ArrayList<>();
        LocalDate day = LocalDate.parse("2025-01-01");
        for (int i = 0; i < count; i++) {
            double rows = truth(day) * Math.exp(sigma * random.nextGaussian());
            days.add(new DayVolume(day, Math.round(rows), Math.round(rows * 4000)));
            day = DAYS.next(day);
        }
        return days;
    }

    @Test
    void without_noise_it_finds_growth_weekday_and_month_end_exactly() {
        List<DayVolume> past = days(300, 0, 1);
        VolumeModel model = VolumeModel.learn(past, DAYS);
        LocalDate monthEnd = LocalDate.parse("2026-03-31");

        VolumeForecast forecast = model.forecast(monthEnd);

        assertThat((double) forecast.rows()).isCloseTo(truth(monthEnd), Percentage.withPercentage(0.001));
        assertThat(forecast.growthPerYear()).isCloseTo(0.1, Offset.offset(1e-4));
        assertThat((double) forecast.rowsHigh()).isCloseTo(forecast.rows(), Percentage.withPercentage(0.01));
    }

    @Test
    void the_interval_covers_about_95_of_100_days_that_it_has_not_seen() {
        int covered = 0;
        int asked = 0;
        for (int seed = 0; seed < 400; seed++) {
            List<DayVolume> all = days(121, 0.1, seed);
            DayVolume tomorrow = all.get(120);
            VolumeForecast forecast =
                    VolumeModel.learn(all.subList(0, 120), DAYS).forecast(tomorrow.date());
            asked++;
            covered += tomorrow.rows() >= forecast.rowsLow() && tomorrow.rows() <= forecast.rowsHigh() ? 1 : 0;
        }

        // binomial(400, 0.95): mean 380, three standard deviations 13
        assertThat(covered).isBetween(367, 393);
        assertThat(asked).isEqualTo(400);
    }

    @Test
    void students_quantile_agrees_with_the_tables() {
        // Abramowitz and Stegun, table 26.10: t(0.975) for 20, 30, 60 degrees of freedom
        assertThat(VolumeModel.studentQuantile975(20)).isCloseTo(2.086, Offset.offset(5e-4));
        assertThat(VolumeModel.studentQuantile975(30)).isCloseTo(2.042, Offset.offset(5e-4));
        assertThat(VolumeModel.studentQuantile975(60)).isCloseTo(2.000, Offset.offset(5e-4));
    }

    @Test
    void too_few_days_a_twin_and_yesterday_are_refused() {
        assertThatThrownBy(() -> VolumeModel.learn(days(29, 0, 1), DAYS)).hasMessageContaining("30");
        List<DayVolume> twice = new ArrayList<>(days(40, 0, 1));
        twice.add(twice.get(0));
        assertThatThrownBy(() -> VolumeModel.learn(twice, DAYS)).hasMessageContaining("given twice");
        VolumeModel model = VolumeModel.learn(days(40, 0, 1), DAYS);
        assertThatThrownBy(() -> model.forecast(LocalDate.parse("2025-01-02"))).hasMessageContaining("2025-01-02");
    }

    @Test
    void a_broken_line_of_volumes_is_named(@TempDir Path dir) throws Exception {
        Path file =
                Files.writeString(dir.resolve("volumes.csv"), "date,rows,bytes\n2026-01-02,5,5\n2026-01-05,many,5\n");

        assertThatThrownBy(() -> DayVolume.read(file))
                .hasMessageContaining("line 3")
                .hasMessageContaining("many");
    }
}
