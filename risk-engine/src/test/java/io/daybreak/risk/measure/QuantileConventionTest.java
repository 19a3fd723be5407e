package io.daybreak.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.RefusedInputException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileConventionTest {
    /** The two samples of OpenGamma Strata's QuantileCalculationMethodTest. */
    private static final double[] SAMPLE_100 = {
        0.0237, 0.1937, 0.8809, 0.1733, 0.3506, 0.5376, 0.9825, 0.4312, 0.3867, 0.1333, 0.5955, 0.9544, 0.6803,
        0.0455, 0.0856, 0.4352, 0.7584, 0.5514, 0.6541, 0.3978, 0.3788, 0.885, 0.7649, 0.0405, 0.8908, 0.6704,
        0.1587, 0.7711, 0.3952, 0.6093, 0.7686, 0.9327, 0.5229, 0.5449, 0.8742, 0.2808, 0.8203, 0.8464, 0.3886,
        0.6139, 0.9245, 0.1733, 0.2583, 0.5908, 0.9387, 0.0666, 0.5747, 0.1704, 0.6772, 0.4914, 0.1453, 0.3012,
        0.74, 0.404, 0.9535, 0.4559, 0.6973, 0.6567, 0.1478, 0.3592, 0.0174, 0.0679, 0.9434, 0.7864, 0.7549,
        0.2831, 0.0955, 0.6263, 0.4323, 0.1303, 0.4073, 0.4964, 0.9917, 0.5385, 0.0745, 0.0724, 0.1745, 0.722,
        0.5342, 0.9532, 0.1927, 0.2631, 0.8871, 0.3213, 0.0967, 0.9255, 0.8922, 0.8758, 0.8159, 0.5188, 0.9948,
        0.5192, 0.4513, 0.8976, 0.8418, 0.0589, 0.0317, 0.2319, 0.2633, 0.7495
    };

    private static final double[] SAMPLE_123 = {
        0.0538, 0.6766, 0.5142, 0.8477, 0.7511, 0.6085, 0.6417, 0.6349, 0.5921, 0.9024, 0.1734, 0.3315, 0.9148,
        0.2984, 0.0592, 0.3017, 0.8261, 0.6726, 0.7391, 0.3419, 0.3201, 0.6232, 0.1063, 0.2776, 0.4875, 0.8716,
        0.4922, 0.4168, 0.9042, 0.3934, 0.1802, 0.5549, 0.6252, 0.0608, 0.4315, 0.8589, 0.0786, 0.2501, 0.5051,
        0.8886, 0.5517, 0.2929, 0.7101, 0.2107, 0.8944, 0.8768, 0.0871, 0.5534, 0.5254, 0.5004, 0.9218, 0.2087,
        0.8199, 0.8685, 0.9313, 0.4431, 0.4837, 0.6797, 0.6221, 0.0044, 0.5711, 0.5997, 0.0221, 0.4212, 0.3942,
        0.3433, 0.7092, 0.6855, 0.6872, 0.6918, 0.8244, 0.0833, 0.0396, 0.9643, 0.5443, 0.3836, 0.7923, 0.9274,
        0.3068, 0.3448, 0.3037, 0.3839, 0.9425, 0.5025, 0.7341, 0.7071, 0.7421, 0.5065, 0.2737, 0.4062, 0.4087,
        0.8532, 0.0422, 0.3997, 0.7884, 0.7164, 0.7266, 0.0515, 0.2518, 0.7296, 0.3953, 0.1802, 0.6052, 0.9827,
        0.8149, 0.1921, 0.4538, 0.2133, 0.0431, 0.2061, 0.0076, 0.1505, 0.0182, 0.5426, 0.4236, 0.2362, 0.3676,
        0.2273, 0.9142, 0.5008, 0.6784, 0.2271, 0.0132
    };

    /**
     * Sample, level and expected quantiles: computed outside this project from the index formulas of Strata, ORE, NumPy
     * (7 to 9) and Excel. Order: ceiling, nearest, nearest of n + 1, HF4, HF5, HF6, HF7, HF8, HF9, floor plus one.
     */
    private static final String[] EXPECTED = {
        "100 0.935 0.9434 0.9434 0.9434 0.9410499999999999 0.9434 0.947663 0.9413555 0.944821 0.94446575 0.9434",
        "100 0.764 0.7864 0.7711 0.7864 0.7772200000000001 0.7848700000000001 0.791238 0.7808307999999999 0.7862163999999999 0.7858798000000001 0.7864",
        "100 0.95 0.9532 0.9532 0.9535 0.9532 0.95335 0.953485 0.953215 0.953395 0.95338375 0.9535",
        "100 0.99 0.9917 0.9917 0.9948 0.9917 0.99325 0.994769 0.991731 0.9937563333333334 0.99362975 0.9948",
        "123 0.935 0.9142 0.9042 0.9142 0.9042500000000001 0.9092500000000001 0.9136000000000001 0.9049 0.9107000000000001 0.9103375000000001 0.9142",
        "123 0.764 0.7266 0.7266 0.7296 0.7263144000000001 0.728016 0.728808 0.727224 0.72828 0.728214 0.7266",
        "123 0.95 0.9148 0.9148 0.9218 0.9147099999999999 0.9172499999999999 0.9203999999999999 0.91474 0.9182999999999999 0.9180374999999998 0.9148",
        "123 0.99 0.9643 0.9643 0.9827 0.959286 0.969268 0.9782840000000002 0.959504 0.9722733333333332 0.971522 0.9643"
    };

    private static final QuantileConvention[] ORDER = {
        QuantileConvention.CEILING,
        QuantileConvention.NEAREST,
        QuantileConvention.NEAREST_OF_N_PLUS_ONE,
        QuantileConvention.HYNDMAN_FAN_4,
        QuantileConvention.HYNDMAN_FAN_5,
        QuantileConvention.HYNDMAN_FAN_6,
        QuantileConvention.HYNDMAN_FAN_7,
        QuantileConvention.HYNDMAN_FAN_8,
        QuantileConvention.HYNDMAN_FAN_9,
        QuantileConvention.FLOOR_PLUS_ONE
    };

    @Test
    void every_convention_gives_the_published_quantile_of_both_samples() {
        for (String line : EXPECTED) {
            String[] f = line.split(" ");
            double[] sample = (f[0].equals("100") ? SAMPLE_100 : SAMPLE_123).clone();
            Arrays.sort(sample);
            for (int c = 0; c < ORDER.length; c++) {
                assertThat(ORDER[c].quantile(sample, ConfidenceLevel.of(f[1])))
                        .as("%s of sample %s at %s", ORDER[c], f[0], f[1])
                        .isCloseTo(Double.parseDouble(f[c + 2]), within(1e-12));
            }
        }
    }

    @Test
    void of_500_losses_at_99_percent_the_conventions_name_five_different_places() {
        // Places counted from the worst: Hull's and ORE's fifth, the generalised inverse's sixth, interpolations
        // between.
        assertThat(fromWorst(QuantileConvention.FLOOR_PLUS_ONE)).isEqualTo(5.0);
        assertThat(fromWorst(QuantileConvention.CEILING)).isEqualTo(6.0);
        assertThat(fromWorst(QuantileConvention.HYNDMAN_FAN_7)).isCloseTo(5.99, within(1e-12));
        assertThat(fromWorst(QuantileConvention.HYNDMAN_FAN_6)).isCloseTo(5.01, within(1e-12));
        assertThat(fromWorst(QuantileConvention.HYNDMAN_FAN_8)).isCloseTo(5.0 + 1.01 / 3.0, within(1e-12));
    }

    @Test
    void ranks_are_exact_where_doubles_are_not() {
        // In doubles (1 - 0.99) * 500 is 5.000000000000004 and (1 - 0.95) * 100 is 5.000000000000004.
        assertThat(QuantileConvention.CEILING
                        .position(ConfidenceLevel.of("0.01"), 500)
                        .rank())
                .isEqualTo(5);
        assertThat(QuantileConvention.CEILING
                        .position(ConfidenceLevel.of("0.05"), 100)
                        .rank())
                .isEqualTo(5);
        assertThat(QuantileConvention.CEILING
                        .position(ConfidenceLevel.of("0.07"), 100)
                        .rank())
                .isEqualTo(7);
        assertThat(ConfidenceLevel.P99.complement()).isEqualTo(ConfidenceLevel.of("0.01"));
    }

    @Test
    void a_place_outside_the_sample_is_refused_instead_of_clamped() {
        double[] sample = IntStream.rangeClosed(1, 50).asDoubleStream().toArray();

        assertThatThrownBy(() -> QuantileConvention.HYNDMAN_FAN_6.quantile(sample, ConfidenceLevel.P99))
                .isInstanceOf(RefusedInputException.class)
                .hasMessageContaining("sits at place 50.49 of a sample of 50");
        assertThatThrownBy(() -> ConfidenceLevel.of("1.0")).hasMessageContaining("strictly between 0 and 1");
        assertThatThrownBy(() -> ConfidenceLevel.of("0.1234567891")).hasMessageContaining("at most 9 decimals");
    }

    private static double fromWorst(QuantileConvention convention) {
        QuantileConvention.Position position = convention.position(ConfidenceLevel.P99, 500);
        return 501.0 - (position.rank() + position.weight());
    }
}
