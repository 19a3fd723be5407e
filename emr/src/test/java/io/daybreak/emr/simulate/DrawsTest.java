package io.daybreak.emr.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.emr.simulate.Draws.Purpose;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int N = 200_000;

    @Test
    void uniforms_have_the_mean_and_variance_of_uniforms_and_neighbouring_addresses_are_uncorrelated() {
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (int night = 0; night < N; night++) {
            double u = new Draws(1, night).uniform(Purpose.VOLUME, 0) - 0.5;
            double v = new Draws(1, night).uniform(Purpose.VOLUME, 1) - 0.5;
            sum += u;
            squares += u * u;
            products += u * v;
        }

        // standard errors: 0.289/sqrt(N) = 0.00065, 0.0745/sqrt(N) = 0.00017, 0.0833/sqrt(N) = 0.00019; four of each
        assertThat(sum / N).isCloseTo(0, Offset.offset(0.0026));
        assertThat(squares / N).isCloseTo(1.0 / 12, Offset.offset(0.0007));
        assertThat(products / N).isCloseTo(0, Offset.offset(0.0008));
    }

    @Test
    void distributions_have_their_means() {
        double exponential = 0;
        double logOfLogNormal = 0;
        double triangle = 0;
        for (int night = 0; night < N; night++) {
            Draws draws = new Draws(2, night);
            exponential += draws.exponential(10, Purpose.FEED_LATENESS, 0);
            logOfLogNormal += Math.pow(Math.log(draws.logNormal(0.5, Purpose.VOLUME, 0)), 2);
            triangle += draws.triangle(new Triangle(300, 480, 900), Purpose.CLUSTER_START, 0);
        }

        assertThat(exponential / N).isCloseTo(10, Offset.offset(0.1));
        assertThat(logOfLogNormal / N).isCloseTo(0.25, Offset.offset(0.004));
        assertThat(triangle / N).isCloseTo(560, Offset.offset(1.2));
    }

    @Test
    void a_draw_depends_on_its_address_alone() {
        Draws draws = new Draws(5, 6);
        double before = draws.uniform(Purpose.FILING, 3);
        draws.uniform(Purpose.VOLUME, 9);

        assertThat(new Draws(5, 6).uniform(Purpose.FILING, 3)).isEqualTo(before);
        assertThat(new Draws(5, 7).uniform(Purpose.FILING, 3)).isNotEqualTo(before);
        assertThat(new Draws(6, 6).uniform(Purpose.FILING, 3)).isNotEqualTo(before);
    }
}
