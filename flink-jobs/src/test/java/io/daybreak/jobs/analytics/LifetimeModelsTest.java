package io.daybreak.jobs.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.jobs.analytics.LifetimeModels.Buyer;
import io.daybreak.risk.lifetime.BetaGeometricNbd;
import io.daybreak.risk.lifetime.GammaGamma;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimeModelsTest {

    /** CDNOW, as published by Fader, Hardie and Lee (2005) and Fader and Hardie (2013). */
    private static final LifetimeModels CDNOW =
            new LifetimeModels(BetaGeometricNbd.of(0.243, 4.414, 0.793, 2.426), GammaGamma.of(6.25, 3.74, 15.44));

    @Test
    void the_first_cdnow_customer_is_expected_to_buy_as_published() {
        Buyer first = new Buyer(2, 30.43, 38.86, 22.35);

        // Hardie's spreadsheet: 1.226 purchases in 39 weeks; probability of being active 0.7266.
        assertThat(CDNOW.expectedPurchases(first, 39)).isCloseTo(1.226, within(0.001));
        assertThat(CDNOW.probabilityActive(first)).isCloseTo(0.7266, within(0.0005));
        // CLVTools' first conditional mean: 24.65 (+-0.1).
        assertThat(CDNOW.expectedSpend(2, 22.35)).isCloseTo(24.65, within(0.1));
    }

    @Test
    void a_customer_without_repeat_days_is_worth_the_population_mean() {
        assertThat(CDNOW.expectedSpend(0, 0)).isCloseTo(35.22, within(0.1));
        assertThat(CDNOW.probabilityActive(new Buyer(0, 0, 0, 0))).isEqualTo(1.0);
    }

    @Test
    void too_few_buyers_leave_the_value_unknown() {
        LifetimeModels models = LifetimeModels.fit(List.of(new Buyer(1, 2, 3, 10), new Buyer(0, 0, 3, 0)));

        assertThat(models).isEqualTo(LifetimeModels.NONE);
        assertThat(models.probabilityActive(new Buyer(1, 2, 3, 10))).isNull();
        assertThat(models.expectedPurchases(new Buyer(1, 2, 3, 10), 52)).isNull();
        assertThat(models.expectedSpend(1, 10)).isNull();
    }

    @Test
    void a_history_that_contradicts_itself_has_no_value() {
        assertThat(CDNOW.probabilityActive(new Buyer(2, 0, 10, 5))).isNull();
        assertThat(CDNOW.probabilityActive(new Buyer(0, 4, 10, 5))).isNull();
        assertThat(CDNOW.probabilityActive(new Buyer(2, 11, 10, 5))).isNull();
    }

    @Test
    void the_fit_does_not_depend_on_the_order_of_the_buyers() {
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int repeats = i % 4;
            double observed = 10 + i % 17;
            buyers.add(new Buyer(
                    repeats, repeats == 0 ? 0 : observed * (0.3 + (i % 5) / 8.0), observed, repeats * 9 + i % 13));
        }
        LifetimeModels straight = LifetimeModels.fit(buyers);
        Collections.reverse(buyers);

        assertThat(straight.frequency()).isNotNull();
        assertThat(LifetimeModels.fit(buyers)).isEqualTo(straight);
    }
}
