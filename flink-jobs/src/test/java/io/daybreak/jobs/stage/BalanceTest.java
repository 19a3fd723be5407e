package io.daybreak.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.stage.ControlTotal.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {

    @Test
    void in_equals_out_and_rejected_by_count_and_to_the_cent() {
        List<Balance.Line> lines = Balance.of(List.of(
                total("transactions", Side.IN, "EUR", 3, "30.00"),
                total("transactions", Side.OUT, "EUR", 2, "29.99"),
                total("transactions", Side.REJECTED, "EUR", 1, "0.01")));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).balanced()).isTrue();
    }

    @Test
    void a_cent_is_a_difference() {
        List<Balance.Line> lines = Balance.of(List.of(
                total("transactions", Side.IN, "EUR", 1, "30.00"), total("transactions", Side.OUT, "EUR", 1, "29.99")));

        assertThat(lines.get(0).balanced()).isFalse();
    }

    @Test
    void a_currency_that_only_came_out_is_a_difference() {
        List<Balance.Line> lines = Balance.of(List.of(
                total("transactions", Side.IN, "EUR", 1, "1.00"),
                total("transactions", Side.OUT, "EUR", 1, "1.00"),
                total("transactions", Side.OUT, "USD", 1, "1.00")));

        assertThat(lines).extracting(Balance.Line::balanced).containsExactly(true, false);
    }

    @Test
    void the_same_amount_with_other_trailing_zeros_is_no_difference() {
        List<Balance.Line> lines =
                Balance.of(List.of(total("x", Side.IN, "-", 0, "0"), total("x", Side.OUT, "-", 0, "0.00")));

        assertThat(lines.get(0).balanced()).isTrue();
    }

    private static ControlTotal total(String measure, Side side, String currency, long rows, String amount) {
        return new ControlTotal(measure, side, currency, rows, new BigDecimal(amount));
    }
}
