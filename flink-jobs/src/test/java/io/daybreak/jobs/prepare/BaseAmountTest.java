package io.daybreak.jobs.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseAmountTest {

    @ParameterizedTest
    @CsvSource({
        "100, 92000000",
        "5, 50000000",
        "15, 10000000",
        "999999999999999999, 99999999",
        "999999999999999999, 100000001",
        "1, 1",
        "-5, 50000000",
        "-100, 92000000",
    })
    void an_amount_is_multiplied_by_its_rate_and_rounded_half_up(long cents, long rateE8) {
        BigDecimal expected =
                new BigDecimal(cents).multiply(new BigDecimal(rateE8)).movePointLeft(8);

        assertThat(BaseAmount.cents(cents, rateE8))
                .isEqualTo(expected.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> BaseAmount.cents(Long.MAX_VALUE, 200_000_000L))
                .isInstanceOf(ArithmeticException.class);
    }
}
