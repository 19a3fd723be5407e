package io.daybreak.risk.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentTest {
    @Test
    void three_clouds_are_found_and_labelled_by_their_centres() {
        Random random = new Random(1);
        double[][] points = new double[300][];
        for (int i = 0; i < 300; i++) {
            int cloud = i % 3;
            points[i] = new double[] {
                100.0 * (2 - cloud) + random.nextGaussian(), 5.0 * cloud + 0.05 * random.nextGaussian()
            };
        }

        KMeans found = KMeans.fit(points, 3);

        for (int i = 0; i < 300; i++) {
            assertThat(found.labels()[i]).isEqualTo(2 - i % 3);
        }
        assertThat(found.centres()[0][0]).isCloseTo(0.0, within(0.5));
        assertThat(found.centres()[2][0]).isCloseTo(200.0, within(0.5));
    }

    @Test
    void the_order_of_the_rows_changes_nothing() {
        Random random = new Random(2);
        double[][] points = new double[500][];
        for (int i = 0; i < 500; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextInt(3)};
        }
        double[][] reversed = new double[500][];
        for (int i = 0; i < 500; i++) {
            reversed[i] = points[499 - i];
        }

        KMeans forward = KMeans.fit(points, 6);
        KMeans backward = KMeans.fit(reversed, 6);

        assertThat(backward.centres()).isDeepEqualTo(forward.centres());
        for (int i = 0; i < 500; i++) {
            assertThat(backward.labels()[499 - i]).isEqualTo(forward.labels()[i]);
        }
    }

    @Test
    void rank_scores_treat_ties_alike_and_fill_the_bands() {
        assertThat(RankScore.of(new double[] {10, 20, 30, 40, 50}, 5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(RankScore.of(new double[] {7, 7, 7, 7, 99}, 5)).containsExactly(1, 1, 1, 1, 5);
        assertThat(RankScore.thresholds(new double[] {10, 20, 30, 40, 50}, 5)).containsExactly(10, 20, 30, 40, 50);
    }

    @Test
    void more_clusters_than_points_are_refused() {
        assertThatThrownBy(() -> KMeans.fit(new double[][] {{1}, {1}, {1}}, 2)).hasMessageContaining("only 1 distinct");
        assertThatThrownBy(() -> KMeans.fit(new double[][] {{Double.NaN}}, 1)).hasMessageContaining("is NaN");
    }
}
