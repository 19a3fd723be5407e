package io.daybreak.risk.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Figures of the CDNOW data set (Fader and Hardie); each with the text or program that prints it. */
class CdnowTest {
    /** Fader, Hardie and Lee (2005): the BG/NBD parameters of the paper. */
    private static final BetaGeometricNbd PAPER = BetaGeometricNbd.of(0.243, 4.414, 0.793, 2.426);
    /** The same unrounded: CLVTools, tests/testthat/test_correctness_bgnbd.R. */
    private static final BetaGeometricNbd UNROUNDED = BetaGeometricNbd.of(0.2425945, 4.4136019, 0.7929199, 2.4258881);

    private static final PurchaseHistory FIRST_CUSTOMER = new PurchaseHistory(2, 30.43, 38.86);

    @Test
    void the_first_customer_buys_1_226_times_in_the_next_39_weeks() {
        // Hardie's spreadsheet: 1.226; P(alive) 0.726579 recomputed outside this project.
        assertThat(UNROUNDED.expectedPurchases(FIRST_CUSTOMER, 39.0)).isCloseTo(1.226, within(5e-4));
        assertThat(PAPER.probabilityAlive(FIRST_CUSTOMER)).isCloseTo(0.726579, within(1e-6));
        assertThat(PAPER.expectedPurchases(FIRST_CUSTOMER, 39.0)).isCloseTo(1.226, within(1e-3));
    }

    @Test
    void expected_purchases_of_a_new_customer_follow_the_published_curve() {
        // lifetimes tests/test_estimation.py.
        double[][] curve = {
            {0.1429, 0.0078}, {1.0, 0.0532}, {3.0, 0.1506}, {31.8571, 1.0405}, {32.0, 1.0437}, {78.0, 1.8576}
        };
        for (double[] point : curve) {
            assertThat(UNROUNDED.expectedPurchases(point[0])).isCloseTo(point[1], within(5e-4));
        }
    }

    @Test
    void purchase_probabilities_are_the_published_ones() {
        // BTYD manual by way of lifetimes: P(X(39) = 0), P(X(2) = 10), P(X(30) = 11) and P(X(30) = 20).
        assertThat(PAPER.probabilityOf(0, 39.0)).isCloseTo(0.5737864, within(1e-5));
        assertThat(PAPER.probabilityOf(10, 2.0)).isCloseTo(1.07869e-07, within(1e-11));
        assertThat(PAPER.probabilityOf(11, 30.0)).isCloseTo(0.0019995, within(1e-6));
        assertThat(PAPER.probabilityOf(20, 30.0)).isCloseTo(0.0002222, within(1e-6));
        double sum = 0.0;
        for (int x = 0; x < 400; x++) {
            sum += PAPER.probabilityOf(x, 30.0);
        }
        assertThat(sum).isCloseTo(1.0, within(1e-6));
    }

    @Test
    void the_fit_finds_the_published_parameters_and_likelihood() throws IOException {
        List<PurchaseHistory> histories = histories();
        assertThat(histories).hasSize(2_357);
        assertThat(histories.stream().mapToInt(PurchaseHistory::repeatPurchases).sum())
                .isEqualTo(2_457);

        BetaGeometricNbd fitted = BetaGeometricNbd.fit(histories);

        // Published log-likelihood -9582.429; the data set is rounded to two decimals, so within 0.01.
        assertThat(fitted.logLikelihood()).isCloseTo(-9582.429, within(0.01));
        assertThat(fitted.r()).isCloseTo(0.243, within(1e-3));
        assertThat(fitted.alpha()).isCloseTo(4.414, within(1e-2));
        assertThat(fitted.a()).isCloseTo(0.793, within(1e-3));
        assertThat(fitted.b()).isCloseTo(2.426, within(1e-2));
        assertThat(PAPER.logLikelihood(histories)).isCloseTo(-9582.42683, within(1e-4));
        assertThat(UNROUNDED.logLikelihood(histories)).isCloseTo(-9582.42556, within(1e-4));
    }

    @Test
    void the_fit_does_not_depend_on_the_order_of_the_customers() throws IOException {
        List<PurchaseHistory> histories = histories();
        BetaGeometricNbd fitted = BetaGeometricNbd.fit(histories);
        Collections.shuffle(histories, new Random(1));

        assertThat(BetaGeometricNbd.fit(histories)).isEqualTo(fitted);
    }

    @Test
    void spend_parameters_and_conditional_means_are_the_published_ones() throws IOException {
        List<GammaGamma.Spend> spends = spends();
        assertThat(spends).hasSize(946);

        GammaGamma fitted = GammaGamma.fit(spends);

        // CLVTools test_correctness_gg.R: p 6.25, q 3.74, gamma 15.44, log-likelihood -4055.9177 at the optimum.
        assertThat(fitted.logLikelihood()).isCloseTo(-4055.9177, within(0.01));
        assertThat(fitted.p()).isCloseTo(6.25, within(0.02));
        assertThat(fitted.q()).isCloseTo(3.74, within(0.01));
        assertThat(fitted.gamma()).isCloseTo(15.44, within(0.05));
    }

    @Test
    void conditional_means_of_the_first_customers_are_the_published_ones() {
        // CLVTools: 24.65 and 18.91 for the first two, 35.17 for customers without repeat purchase, within 0.1.
        GammaGamma published = GammaGamma.of(6.25, 3.74, 15.44);

        assertThat(published.expectedSpend(new GammaGamma.Spend(2, 22.35))).isCloseTo(24.65, within(0.1));
        assertThat(published.expectedSpend(new GammaGamma.Spend(1, 11.77))).isCloseTo(18.91, within(0.1));
        assertThat(published.populationMean()).isCloseTo(35.17, within(0.1));
    }

    @Test
    void lifetime_value_is_purchases_times_spend_and_falls_with_the_discount_rate() {
        LifetimeValue value = new LifetimeValue(UNROUNDED, GammaGamma.of(6.25, 3.74, 15.44));

        double plain = value.of(FIRST_CUSTOMER, 22.35, 39, 0.0);
        assertThat(plain).isCloseTo(1.22603 * 24.65, within(0.05));
        assertThat(value.of(FIRST_CUSTOMER, 22.35, 39, 0.002)).isBetween(0.9 * plain, plain);
    }

    @Test
    void impossible_histories_and_hopeless_samples_are_refused() {
        assertThatThrownBy(() -> new PurchaseHistory(1, 50.0, 40.0)).hasMessageContaining("lastPurchaseTime is 50.0");
        assertThatThrownBy(() -> new PurchaseHistory(0, 5.0, 40.0)).hasMessageContaining("without repeat purchases");
        assertThatThrownBy(() -> new PurchaseHistory(3, 0.0, 40.0)).hasMessageContaining("with 3 repeat purchases");
        List<PurchaseHistory> never = Collections.nCopies(50, new PurchaseHistory(0, 0.0, 10.0));
        assertThatThrownBy(() -> BetaGeometricNbd.fit(never))
                .hasMessageContaining("only 0 of 50 customers bought again");
    }

    private static List<PurchaseHistory> histories() throws IOException {
        List<PurchaseHistory> histories = new ArrayList<>();
        for (String[] f : lines("data/cdnow/cdnow_customers_summary.csv")) {
            histories.add(
                    new PurchaseHistory(Integer.parseInt(f[1]), Double.parseDouble(f[2]), Double.parseDouble(f[3])));
        }
        return histories;
    }

    private static List<GammaGamma.Spend> spends() throws IOException {
        List<GammaGamma.Spend> spends = new ArrayList<>();
        for (String[] f : lines("data/cdnow/cdnow_customers_summary_with_transactions.csv")) {
            if (!f[1].equals("0")) {
                spends.add(new GammaGamma.Spend(Integer.parseInt(f[1]), Double.parseDouble(f[4])));
            }
        }
        return spends;
    }

    private static List<String[]> lines(String name) throws IOException {
        Path file = SharedFolder.file(name);
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
