package io.daybreak.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void published_ibans_leave_one() {
        // Examples of the IBAN registry, release 99: Germany, United Kingdom, France.
        for (String iban :
                new String[] {"DE89370400440532013000", "GB29NWBK60161331926819", "FR1420041010050500013M02606"}) {
            assertThat(Identifiers.mod97(iban.toCharArray())).as(iban).isEqualTo(1);
        }
        assertThat(Identifiers.mod97("DE89370400440532013001".toCharArray())).isNotEqualTo(1);
    }

    @Test
    void account_numbers_have_their_countrys_length_and_are_plain_digits_elsewhere() {
        assertThat(Identifiers.accountNumber("DE", 1)).hasSize(22).startsWith("DE");
        assertThat(Identifiers.accountNumber("NL", 1)).hasSize(18).matches("NL\\d{2}Z[A-Z]{3}\\d{10}");
        assertThat(Identifiers.accountNumber("US", 1)).matches("\\d{16}");
    }

    @Test
    void salary_days_are_the_25th_and_the_months_last_business_day() {
        assertThat(BusinessDays.isSalaryDay(LocalDate.of(2025, 11, 25))).isTrue();
        assertThat(BusinessDays.isSalaryDay(LocalDate.of(2025, 11, 28))).isTrue();
        assertThat(BusinessDays.isSalaryDay(LocalDate.of(2025, 10, 24))).isTrue();
        assertThat(BusinessDays.isSalaryDay(LocalDate.of(2025, 11, 26))).isFalse();
    }

    @Test
    void a_request_out_of_bounds_is_refused_with_value_and_bound() {
        assertThatThrownBy(() -> new SampleRequest(LocalDate.of(2025, 1, 2), 999, 1, 520, false, 2, Path.of("x")))
                .hasMessage("transactions is 999, must be between 1000 and 2000000000");
        assertThatThrownBy(() -> new SampleRequest(LocalDate.of(2025, 1, 2), 1_000, 1, 499, false, 2, Path.of("x")))
                .hasMessageContaining("history days is 499");
    }

    @Test
    void draws_are_spread_evenly_and_depend_on_their_place_alone() {
        int[] counts = new int[10];
        double sum = 0;
        double squares = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            long key = Draw.key(42, i);
            counts[Draw.below(key, 0, 10)]++;
            double bell = Draw.bell(key, 1);
            sum += bell;
            squares += bell * bell;
        }

        // Five standard deviations of a binomial count and of a mean.
        for (int count : counts) {
            assertThat((double) count).isCloseTo(draws / 10.0, within(5 * Math.sqrt(draws * 0.09)));
        }
        assertThat(sum / draws).isBetween(-5 / Math.sqrt(draws), 5 / Math.sqrt(draws));
        assertThat(squares / draws).isBetween(0.98, 1.02);
        assertThat(Draw.bits(Draw.key(42, 7), 3)).isEqualTo(Draw.bits(Draw.key(42, 7), 3));
    }
}
