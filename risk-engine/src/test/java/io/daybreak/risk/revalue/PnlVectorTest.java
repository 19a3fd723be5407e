package io.daybreak.risk.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.risk.RefusedInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PnlVectorTest {
    @Test
    void the_sum_has_the_same_bits_in_any_order_and_grouping() {
        Random random = new Random(1);
        List<PnlVector> parts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            double[] amounts = random.doubles(200, -1e9, 1e9).toArray();
            parts.add(PnlVector.ofUnits("cube", amounts));
        }
        PnlVector expected = sum(parts);

        for (int workers = 1; workers <= 64; workers++) {
            Collections.shuffle(parts, random);
            List<PnlVector> partial = new ArrayList<>();
            for (int w = 0; w < workers; w++) {
                List<PnlVector> mine = new ArrayList<>();
                for (int i = w; i < parts.size(); i += workers) {
                    mine.add(parts.get(i));
                }
                partial.add(sum(mine));
            }
            assertThat(sum(partial)).isEqualTo(expected);
        }
    }

    @Test
    void bytes_are_read_back_and_damaged_ones_refused() {
        PnlVector vector = PnlVector.ofUnits("cube-1", new double[] {1.5, -2.25, 0.0001});
        byte[] bytes = vector.toBytes();

        assertThat(PnlVector.fromBytes(bytes)).isEqualTo(vector);
        assertThatThrownBy(() -> PnlVector.fromBytes(java.util.Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(RefusedInputException.class)
                .hasMessageContaining("has 37 bytes; 38 follow");
        assertThatThrownBy(() -> PnlVector.fromBytes(new byte[2])).hasMessageContaining("has 2 bytes");
    }

    @Test
    void vectors_of_different_cubes_and_amounts_out_of_range_are_refused() {
        PnlVector a = PnlVector.zero("a", 3);

        assertThatThrownBy(() -> a.plus(PnlVector.zero("b", 3))).hasMessageContaining("do not add: a with 3");
        assertThatThrownBy(() -> a.plus(PnlVector.zero("a", 4))).hasMessageContaining("and a with 4");
        assertThatThrownBy(() -> PnlVector.ofUnits("a", new double[] {Double.NaN}))
                .hasMessageContaining("is NaN");
        assertThatThrownBy(() -> PnlVector.ofUnits("a", new double[] {1e15})).hasMessageContaining("1.0E15");
        PnlVector full = PnlVector.ofQuanta("a", new long[] {Long.MAX_VALUE});
        assertThatThrownBy(() -> full.plus(full)).hasMessageContaining("overflows");
    }

    @Test
    void amounts_in_currencies_with_many_noughts_are_rounded_like_small_ones() {
        // 2^51 quanta are 225 billion units: 13 million euro in rupiah. Half a quantum goes to the even neighbour.
        double[] amounts = {3e12, 225_179_981_368.52485, -4e11};
        long[] quanta = {1, 2, 3};

        Quantum.addRounded(amounts, 3, quanta, 0);

        assertThat(quanta).containsExactly(30_000_000_000_000_001L, 2_251_799_813_685_250L, -3_999_999_999_999_997L);
        assertThatThrownBy(() -> Quantum.addRounded(new double[] {Double.NaN}, 1, new long[1], 0))
                .hasMessageContaining("size NaN");
    }

    private static PnlVector sum(List<PnlVector> vectors) {
        PnlVector total = PnlVector.zero("cube", 200);
        for (PnlVector vector : vectors) {
            total = total.plus(vector);
        }
        return total;
    }
}
