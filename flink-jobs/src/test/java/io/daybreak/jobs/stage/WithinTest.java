package io.daybreak.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.apache.flink.table.data.DecimalData;
import org.junit.jupiter.api.Test;

class WithinTest {

    private final Within.WithinSum sums = new Within.WithinSum();

    @Test
    void a_sliding_frame_is_what_adding_it_up_anew_gives() {
        SplittableRandom random = new SplittableRandom(7);
        int rows = 5_000;
        long[] positions = new long[rows];
        BigDecimal[] amounts = new BigDecimal[rows];
        for (int i = 0; i < rows; i++) {
            positions[i] = (i == 0 ? 0 : positions[i - 1]) + random.nextInt(4);
            amounts[i] = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), 2);
        }
        Within.WithinCount counts = new Within.WithinCount();
        Within.Frame counted = counts.createAccumulator();
        Within.Frame summed = sums.createAccumulator();

        for (int i = 0; i < rows; i++) {
            counts.accumulate(counted, positions[i], 100);
            sums.accumulate(summed, money(amounts[i]), positions[i], 100);

            BigDecimal expected = BigDecimal.ZERO;
            long number = 0;
            for (int j = i; j >= 0 && positions[j] >= positions[i] - 100; j--) {
                expected = expected.add(amounts[j]);
                number++;
            }
            assertThat(counts.getValue(counted)).isEqualTo(number);
            assertThat(sums.getValue(summed)).hasToString(expected.setScale(2).toPlainString());
        }
    }

    @Test
    void sums_beyond_a_long_are_exact_and_come_back() {
        BigDecimal largest = new BigDecimal("9999999999999999.99");
        Within.Frame frame = sums.createAccumulator();
        for (int i = 0; i < 50; i++) {
            sums.accumulate(frame, money(largest), (long) i, 1_000);
        }
        assertThat(sums.getValue(frame)).hasToString("499999999999999999.50");

        sums.accumulate(frame, money(largest.negate()), 2_000L, 1_000);

        assertThat(sums.getValue(frame)).hasToString("-9999999999999999.99");
    }

    @Test
    void absent_amounts_count_for_nothing_and_a_frame_of_them_has_no_sum() {
        Within.Frame frame = sums.createAccumulator();
        sums.accumulate(frame, money(BigDecimal.ONE), 1L, 10);
        sums.accumulate(frame, null, 5L, 10);
        assertThat(sums.getValue(frame)).hasToString("1.00");

        sums.accumulate(frame, null, 12L, 10);

        assertThat(sums.getValue(frame)).isNull();
    }

    @Test
    void rows_out_of_order_are_refused() {
        Within.Frame frame = sums.createAccumulator();
        sums.accumulate(frame, money(BigDecimal.ONE), 5L, 10);

        assertThatThrownBy(() -> sums.accumulate(frame, money(BigDecimal.ONE), 4L, 10))
                .hasMessage("position 4 comes after 5: within_count and within_sum need ORDER BY their position");
    }

    private static DecimalData money(BigDecimal amount) {
        return DecimalData.fromBigDecimal(amount, 18, 2);
    }
}
