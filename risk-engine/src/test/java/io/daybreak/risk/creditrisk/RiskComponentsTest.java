package io.daybreak.risk.creditrisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.creditrisk.RiskComponents.Claim;
import io.daybreak.risk.creditrisk.RiskComponents.Floor;
import io.daybreak.risk.creditrisk.RiskComponents.Held;
import io.daybreak.risk.creditrisk.RiskComponents.Security;
import io.daybreak.risk.creditrisk.SupervisorySlotting.Category;
import io.daybreak.risk.creditrisk.SupervisorySlotting.Lending;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of CRE32 (in force 1 January 2023) and CRE33 (15 December 2019), read in the standard's text. */
class RiskComponentsTest {

    @Test
    void unsecured_claims_have_the_loss_of_cre32_6_and_7() {
        assertThat(foundation(Claim.SENIOR_FINANCIAL_OR_SOVEREIGN)).isEqualTo(0.45);
        assertThat(foundation(Claim.SENIOR_CORPORATE)).isEqualTo(0.40);
        assertThat(foundation(Claim.SUBORDINATED)).isEqualTo(0.75);
    }

    @Test
    void secured_and_unsecured_parts_are_weighed_after_haircuts() {
        // Receivables of 50 count 30 at 20 %, other physical collateral of 50 counts 30 at 25 %, 40 stay at 40 %.
        List<Held> held = List.of(new Held(Security.RECEIVABLES, 50), new Held(Security.OTHER_PHYSICAL, 50));

        assertThat(RiskComponents.foundationLossGivenDefault(Claim.SENIOR_CORPORATE, 100, held))
                .isCloseTo(0.30 * 0.20 + 0.30 * 0.25 + 0.40 * 0.40, within(1e-15));
    }

    @Test
    void collateral_beyond_the_exposure_counts_no_more() {
        List<Held> held = List.of(new Held(Security.FINANCIAL, 60), new Held(Security.COMMERCIAL_REAL_ESTATE, 1_000));

        assertThat(RiskComponents.foundationLossGivenDefault(Claim.SENIOR_CORPORATE, 100, held))
                .isCloseTo(0.40 * 0.20, within(1e-15));
    }

    @Test
    void floors_of_the_advanced_approach_are_weighed_alike() {
        assertThat(RiskComponents.lossGivenDefaultFloor(Floor.CORPORATE, 100, List.of()))
                .isEqualTo(0.25);
        assertThat(RiskComponents.lossGivenDefaultFloor(Floor.OTHER_RETAIL, 100, List.of()))
                .isEqualTo(0.30);
        assertThat(RiskComponents.lossGivenDefaultFloor(
                        Floor.CORPORATE, 100, List.of(new Held(Security.OTHER_PHYSICAL, 100))))
                .isCloseTo(0.60 * 0.15 + 0.40 * 0.25, within(1e-15));
        assertThat(RiskComponents.MORTGAGE_FLOOR).isEqualTo(0.05);
        assertThat(RiskComponents.REVOLVING_FLOOR).isEqualTo(0.50);
    }

    @Test
    void effective_maturity_is_the_mean_time_of_payments_between_one_and_five_years() {
        double[] amounts = {10, 10, 110};
        assertThat(RiskComponents.effectiveMaturity(new double[] {1, 2, 3}, amounts))
                .isCloseTo((10 + 20 + 330) / 130.0, within(1e-15));
        assertThat(RiskComponents.effectiveMaturity(new double[] {0.1, 0.2, 0.3}, amounts))
                .isEqualTo(1.0);
        assertThat(RiskComponents.effectiveMaturity(new double[] {10, 20, 30}, amounts))
                .isEqualTo(5.0);
        assertThatThrownBy(() -> RiskComponents.effectiveMaturity(new double[] {1}, new double[] {0}))
                .hasMessageContaining("payments add up to 0.0");
    }

    @Test
    void slotting_weights_are_those_of_cre33() {
        Lending other = Lending.PROJECT_OBJECT_COMMODITIES_OR_INCOME_PRODUCING;
        Lending highVolatility = Lending.HIGH_VOLATILITY_REAL_ESTATE;

        assertWeights(other, false, "0.70", "0.90", "1.15", "2.50", "0");
        assertWeights(other, true, "0.50", "0.70", "1.15", "2.50", "0");
        assertWeights(highVolatility, false, "0.95", "1.20", "1.40", "2.50", "0");
        assertWeights(highVolatility, true, "0.70", "0.95", "1.40", "2.50", "0");
        assertLosses(other, false, "0.004", "0.008", "0.028", "0.08", "0.50");
        assertLosses(other, true, "0", "0.004", "0.028", "0.08", "0.50");
        assertLosses(highVolatility, false, "0.004", "0.004", "0.028", "0.08", "0.50");
        assertLosses(highVolatility, true, "0.004", "0.004", "0.028", "0.08", "0.50");
    }

    private static void assertWeights(Lending lending, boolean preferential, String... expected) {
        for (Category category : Category.values()) {
            assertThat(SupervisorySlotting.riskWeight(lending, category, preferential))
                    .isEqualByComparingTo(new BigDecimal(expected[category.ordinal()]));
        }
    }

    private static void assertLosses(Lending lending, boolean preferential, String... expected) {
        for (Category category : Category.values()) {
            assertThat(SupervisorySlotting.expectedLoss(lending, category, preferential))
                    .isEqualByComparingTo(new BigDecimal(expected[category.ordinal()]));
        }
    }

    private static double foundation(Claim claim) {
        return RiskComponents.foundationLossGivenDefault(claim, 100, List.of());
    }
}
