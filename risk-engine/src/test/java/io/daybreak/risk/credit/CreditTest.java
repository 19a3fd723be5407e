package io.daybreak.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreditTest {
    @Test
    void weights_of_evidence_of_the_breast_cancer_radius_are_the_published_ones() {
        // optbinning README and tests/test_binning.py; its weight is ln(non-event / event): here good and bad.
        double[][] published = {
            {3, 115, -3.12517, 0.962483}, {3, 76, -2.71097, 0.538763}, {7, 61, -1.64381, 0.226599},
            {10, 39, -0.839827, 0.052131}, {28, 55, -0.153979, 0.003385}, {44, 10, 2.00275, 0.359566},
            {117, 1, 5.28332, 2.900997}
        };
        List<Bin> bins = new ArrayList<>();
        for (double[] row : published) {
            Bin bin = Bin.of("bin", (int) row[0], (int) row[1], 212, 357);
            assertThat(bin.weightOfEvidence()).isCloseTo(row[2], within(5e-6));
            assertThat(bin.informationValue()).isCloseTo(row[3], within(5e-7));
            bins.add(bin);
        }

        assertThat(Bin.informationValue(bins)).isCloseTo(5.04392547, within(1e-6));
        assertThat(Bin.jensenShannon(bins)).isCloseTo(0.39378376, within(1e-6));
    }

    @Test
    void discrimination_of_the_same_bins_is_the_published_gini_and_ks() {
        // optbinning: Gini 0.87541620, KS 0.728622 on the same seven bins; the bad are the events.
        int[][] counts = {{3, 115}, {3, 76}, {7, 61}, {10, 39}, {28, 55}, {44, 10}, {117, 1}};
        List<Double> predicted = new ArrayList<>();
        List<Boolean> bad = new ArrayList<>();
        for (int[] row : counts) {
            for (int i = 0; i < row[0] + row[1]; i++) {
                predicted.add(row[1] / (double) (row[0] + row[1]));
                bad.add(i < row[1]);
            }
        }

        ModelValidation.Discrimination found = ModelValidation.discrimination(
                predicted.stream().mapToDouble(p -> p).toArray(), flags(bad));

        assertThat(found.gini()).isCloseTo(0.87541620, within(1e-6));
        assertThat(found.kolmogorovSmirnov()).isCloseTo(0.728622, within(1e-6));
    }

    @Test
    void score_scales_meet_their_anchors() {
        // R scorecard's defaults (600 points at 19 to 1, 50 to double) and the classic 600 at 50 to 1, 20 to double.
        double[][] points = {{19, 600}, {38, 650}, {9.5, 550}};
        double[][] classic = {{50, 600}, {100, 620}, {25, 580}};
        for (double[] point : points) {
            assertThat(ScoreScale.standard().score(point[0])).isCloseTo(point[1], within(1e-9));
        }
        for (double[] point : classic) {
            assertThat(new ScoreScale(600, 50, 20).score(point[0])).isCloseTo(point[1], within(1e-9));
        }
        assertThat(ScoreScale.standard().probabilityOfDefault(600.0)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void a_logistic_fit_of_one_flag_is_the_log_odds_of_its_groups() {
        double[][] x = new double[100][1];
        boolean[] bad = new boolean[100];
        for (int i = 0; i < 100; i++) {
            x[i][0] = i < 40 ? 1.0 : 0.0;
            bad[i] = i < 10 || i >= 40 && i < 70;
        }

        LogisticRegression fit = LogisticRegression.fit(x, bad, 0.0);

        assertThat(fit.coefficients()[0]).isCloseTo(Math.log(30.0 / 30.0), within(1e-9));
        assertThat(fit.coefficients()[1]).isCloseTo(Math.log(10.0 / 30.0), within(1e-9));
        assertThat(fit.probability(new double[] {1.0})).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void separated_or_repeated_columns_are_refused() {
        double[][] x = {{0}, {0}, {1}, {1}};
        assertThatThrownBy(() -> LogisticRegression.fit(x, new boolean[] {false, false, true, true}, 0.0))
                .hasMessageContaining("separated");
        double[][] twice = {{0, 0}, {0, 0}, {1, 1}, {1, 1}};
        assertThatThrownBy(() -> LogisticRegression.fit(twice, new boolean[] {false, true, false, true}, 0.0))
                .hasMessageContaining("repeats others");
        assertThat(LogisticRegression.fit(x, new boolean[] {false, false, true, true}, 1.0)
                        .coefficients()[1])
                .isPositive();
    }

    @Test
    void monotone_bins_rise_or_fall_throughout_and_missing_is_apart() {
        Random random = new Random(4);
        int n = 3_000;
        double[] income = new double[n];
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            income[i] = i % 50 == 0 ? Double.NaN : random.nextDouble() * 100.0;
            bad[i] = random.nextDouble() < 0.5 - 0.004 * (Double.isNaN(income[i]) ? 0.0 : income[i]);
        }

        Characteristic binned = Characteristic.monotone("income", income, bad, 20);

        assertThat(binned.cuts().length).isBetween(2, 19);
        for (int b = 1; b <= binned.cuts().length; b++) {
            assertThat(binned.bins().get(b).weightOfEvidence())
                    .isGreaterThan(binned.bins().get(b - 1).weightOfEvidence());
        }
        Bin missing = binned.bins().get(binned.bins().size() - 1);
        assertThat(missing.good() + missing.bad()).isEqualTo(60);
        assertThat(binned.binOf(Double.NaN)).isEqualTo(binned.bins().size() - 1);
        assertThat(binned.binOf(binned.cuts()[0])).isEqualTo(1);
    }

    @Test
    void a_trained_scorecard_ranks_scores_and_gives_reasons() {
        Random random = new Random(5);
        int n = 4_000;
        String[] job = new String[n];
        double[] income = new double[n];
        String[] noise = new String[n];
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            job[i] = random.nextInt(3) == 0 ? "none" : "employed";
            income[i] = 20.0 + 80.0 * random.nextDouble();
            noise[i] = String.valueOf(random.nextInt(3));
            double logit = -1.0 + (job[i].equals("none") ? 1.5 : 0.0) - 0.03 * (income[i] - 60.0);
            bad[i] = random.nextDouble() < 1.0 / (1.0 + Math.exp(-logit));
        }
        ScorecardTrainer trainer = new ScorecardTrainer(bad, 0.02)
                .categorical("job", job)
                .numeric("income", income, 10)
                .categorical("noise", noise);

        Scorecard card = trainer.train(ScoreScale.standard(), 0.0);

        assertThat(card.characteristics()).extracting(Characteristic::name).containsExactly("job", "income");
        double[] predicted = new double[n];
        for (int i = 0; i < n; i++) {
            predicted[i] = card.score(new double[] {Double.NaN, income[i]}, new String[] {job[i], ""}, 3)
                    .probabilityOfDefault();
        }
        ModelValidation.Discrimination found = ModelValidation.discrimination(predicted, bad);
        assertThat(found.areaUnderCurve()).isBetween(0.68, 0.80);
        double mean = 0.0;
        for (double p : predicted) {
            mean += p / n;
        }
        // A maximum-likelihood fit with intercept meets the observed bad rate exactly.
        long bads = 0;
        for (boolean outcome : bad) {
            bads += outcome ? 1 : 0;
        }
        assertThat(mean).isCloseTo(bads / (double) n, within(1e-6));
        Scorecard.Score poor = card.score(new double[] {Double.NaN, 21.0}, new String[] {"none", ""}, 2);
        Scorecard.Score rich = card.score(new double[] {Double.NaN, 99.0}, new String[] {"employed", ""}, 2);
        assertThat(poor.points()).isLessThan(rich.points());
        assertThat(poor.reasons()).hasSize(2);
        assertThat(poor.reasons().get(0).pointsLost())
                .isGreaterThanOrEqualTo(poor.reasons().get(1).pointsLost());
        assertThat(rich.reasons()).isEmpty();
    }

    @Test
    void ifrs_9_examples_are_met() {
        // IFRS 9 illustrative examples 8 and 12: twelve-month loss 1,250; provision matrix 580,000.
        ExpectedCreditLoss.Scenario loan = ExpectedCreditLoss.Scenario.flat(1.0, 10, 0.005, 0.25, 1_000_000.0);
        assertThat(ExpectedCreditLoss.of(Stage.ONE, List.of(loan), 0.0)).isCloseTo(1_250.0, within(1e-9));

        // Example 9: observed losses of 600 on 200,000 and of 450 on 300,000.
        assertThat(ExpectedCreditLoss.lossRate(600.0, 200_000.0)).isCloseTo(0.003, within(1e-15));
        assertThat(ExpectedCreditLoss.lossRate(450.0, 300_000.0)).isCloseTo(0.0015, within(1e-15));

        double matrix = ExpectedCreditLoss.byProvisionMatrix(
                new double[] {15e6, 7.5e6, 4e6, 2.5e6, 1e6}, new double[] {0.003, 0.016, 0.036, 0.066, 0.106});
        assertThat(matrix).isCloseTo(580_000.0, within(1e-6));
    }

    @Test
    void lifetime_loss_follows_survival_and_scenarios_are_weighted() {
        ExpectedCreditLoss.Scenario calm = ExpectedCreditLoss.Scenario.flat(0.6, 2, 0.1, 0.5, 100.0);
        ExpectedCreditLoss.Scenario storm = ExpectedCreditLoss.Scenario.flat(0.4, 2, 0.2, 0.5, 100.0);

        // Undiscounted: 50 * (0.1 + 0.9 * 0.1) = 9.5 and 50 * (0.2 + 0.8 * 0.2) = 18.
        assertThat(ExpectedCreditLoss.of(Stage.TWO, List.of(calm, storm), 0.0))
                .isCloseTo(0.6 * 9.5 + 0.4 * 18.0, within(1e-12));
        assertThat(ExpectedCreditLoss.of(Stage.THREE, List.of(calm, storm), 0.5))
                .isCloseTo(50.0, within(1e-12));
        assertThat(ExpectedCreditLoss.of(Stage.ONE, List.of(calm, storm), 0.21))
                .isCloseTo((0.6 * 5 + 0.4 * 10) / 1.1, within(1e-12));
        assertThatThrownBy(() -> ExpectedCreditLoss.of(Stage.ONE, List.of(calm), 0.0))
                .hasMessageContaining("add up to 0.6");
    }

    @Test
    void stages_follow_the_thresholds_and_the_backstops() {
        StagingRule rule = StagingRule.standard();

        assertThat(rule.stage(0.01, 0.015, 0, false)).isEqualTo(Stage.ONE);
        assertThat(rule.stage(0.01, 0.02, 0, false)).isEqualTo(Stage.TWO);
        assertThat(rule.stage(0.0005, 0.002, 0, false)).isEqualTo(Stage.ONE);
        assertThat(rule.stage(0.01, 0.01, 30, false)).isEqualTo(Stage.ONE);
        assertThat(rule.stage(0.01, 0.01, 31, false)).isEqualTo(Stage.TWO);
        assertThat(rule.stage(0.01, 0.01, 91, false)).isEqualTo(Stage.THREE);
        assertThat(rule.stage(0.01, 0.01, 0, true)).isEqualTo(Stage.THREE);
    }

    @Test
    void exposure_loss_and_point_in_time_probability_follow_their_formulas() {
        assertThat(CreditParameters.exposureAtDefault(60.0, 100.0, 0.4)).isEqualTo(76.0);
        assertThat(CreditParameters.exposureAtDefault(120.0, 100.0, 0.4)).isEqualTo(120.0);
        assertThat(CreditParameters.lossGivenDefault(100.0, 50.0, 0.2, 0.45, 0.05))
                .isCloseTo(0.27, within(1e-12));
        assertThat(CreditParameters.lossGivenDefault(100.0, 500.0, 0.2, 0.45, 0.05))
                .isEqualTo(0.05);
        assertThat(CreditParameters.pointInTimePd(0.02, 0.0, 1.0)).isCloseTo(0.02, within(1e-9));
        assertThat(CreditParameters.pointInTimePd(0.02, 0.15, -2.0)).isGreaterThan(0.02);
    }

    @Test
    void stability_is_zero_for_equal_shares_and_grows_with_the_shift() {
        assertThat(ModelValidation.populationStability(new long[] {10, 20, 70}, new long[] {100, 200, 700}))
                .isZero();
        // (0.5 - 0.25) ln 2 + (0.5 - 0.75) ln(2/3).
        assertThat(ModelValidation.populationStability(new long[] {25, 75}, new long[] {50, 50}))
                .isCloseTo(0.25 * Math.log(2.0) - 0.25 * Math.log(2.0 / 3.0), within(1e-12));
        assertThat(ModelValidation.hosmerLemeshow(new long[] {100}, new long[] {10}, new double[] {0.1}))
                .isEqualTo(1.0);
        // Chi-square 4 with one degree: p 0.0455.
        assertThat(ModelValidation.hosmerLemeshow(new long[] {100}, new long[] {16}, new double[] {0.1}))
                .isCloseTo(0.0455, within(1e-4));
    }

    private static boolean[] flags(List<Boolean> values) {
        boolean[] flags = new boolean[values.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values.get(i);
        }
        return flags;
    }
}
