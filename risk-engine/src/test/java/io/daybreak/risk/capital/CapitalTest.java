package io.daybreak.risk.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapitalTest {
    @Test
    void business_indicator_components_are_those_of_ope25() {
        // OPE25.7 footnote 2 prints EUR 35bn -> EUR 5.37bn; the other points follow from the same coefficients.
        double[][] points = {
            {0.5, 0.06}, {1, 0.12}, {2, 0.27}, {10, 1.47}, {30, 4.47}, {31, 4.65}, {35, 5.37}, {60, 9.87}
        };
        for (double[] point : points) {
            assertThat(OperationalRisk.component(point[0])).isCloseTo(point[1], within(1e-12));
        }
    }

    @Test
    void loss_multipliers_follow_ope25_9_and_capital_is_their_product() {
        // Indicator, average annual loss, multiplier, capital, risk-weighted assets (computed outside this project).
        double[][] cases = {
            {35, 0.358, 1.0, 5.37, 67.125},
            {35, 0.0, 0.541324854612918, 2.9069144692713693, 36.33643086589211},
            {35, 0.1, 0.7317773947031663, 3.9296446095560023, 49.120557619450025},
            {35, 0.5, 1.1067993518609454, 5.943512519493276, 74.29390649366594},
            {10, 0.098, 1.0, 1.47, 18.375},
            {10, 0.2, 1.2492572740619252, 1.8364081928710299, 22.95510241088787},
            {2, 0.05, 1.3819617722266884, 0.3731296785012059, 4.664120981265073}
        };
        for (double[] c : cases) {
            OperationalRisk risk = OperationalRisk.of(c[0], c[1], true);
            assertThat(risk.internalLossMultiplier()).isCloseTo(c[2], within(1e-12));
            assertThat(risk.capital()).isCloseTo(c[3], within(1e-12));
            assertThat(risk.riskWeightedAssets()).isCloseTo(c[4], within(1e-10));
        }
        assertThat(OperationalRisk.of(0.9, 5.0, true).internalLossMultiplier()).isEqualTo(1.0);
        assertThat(OperationalRisk.of(35, 5.0, false).internalLossMultiplier()).isEqualTo(1.0);
    }

    @Test
    void the_output_floor_phases_in_by_year_and_jurisdiction() {
        String[] basel = {"0.50", "0.55", "0.60", "0.65", "0.70", "0.725", "0.725"};
        for (int i = 0; i < basel.length; i++) {
            assertThat(OutputFloor.basel().shareOn(LocalDate.of(2023 + i, 6, 30)))
                    .isEqualByComparingTo(basel[i]);
        }
        assertThat(OutputFloor.unitedKingdom().shareOn(LocalDate.of(2029, 12, 31)))
                .isEqualByComparingTo("0.70");
        assertThat(OutputFloor.basel().apply(new BigDecimal("60"), new BigDecimal("100"), LocalDate.of(2028, 1, 1)))
                .isEqualByComparingTo("72.50");
        assertThat(OutputFloor.basel().apply(new BigDecimal("80"), new BigDecimal("100"), LocalDate.of(2028, 1, 1)))
                .isEqualByComparingTo("80");
        assertThatThrownBy(() -> OutputFloor.unitedKingdom().shareOn(LocalDate.of(2026, 12, 31)))
                .hasMessageContaining("no output floor of PRA PS1/26 is in force on 2026-12-31");
    }

    @Test
    void the_leverage_ratio_adds_its_measure_and_half_the_surcharge() {
        LeverageRatio.Measure measure = new LeverageRatio.Measure(
                new BigDecimal("900"),
                new BigDecimal("60"),
                new BigDecimal("30"),
                new BigDecimal("20"),
                new BigDecimal("10"));

        LeverageRatio ratio = LeverageRatio.of(new BigDecimal("35"), measure, new BigDecimal("0.01"));

        assertThat(ratio.exposureMeasure()).isEqualByComparingTo("1000");
        assertThat(ratio.ratio()).isEqualByComparingTo("0.035");
        assertThat(ratio.minimum()).isEqualByComparingTo("0.035");
        assertThat(ratio.isMet()).isTrue();
    }

    @Test
    void large_exposures_are_reported_from_a_tenth_and_limited_at_a_quarter() {
        Map<String, BigDecimal> exposures = new HashMap<>();
        exposures.put("north", new BigDecimal("26"));
        exposures.put("south", new BigDecimal("25"));
        exposures.put("systemic", new BigDecimal("16"));
        for (int i = 0; i < 30; i++) {
            exposures.put("small-" + (10 + i), new BigDecimal("1"));
        }

        List<LargeExposures.Line> lines = LargeExposures.of(exposures, Set.of("systemic"), true, new BigDecimal("100"));

        assertThat(lines).hasSize(20);
        assertThat(lines.get(0))
                .isEqualTo(new LargeExposures.Line(
                        "north", new BigDecimal("26"), new BigDecimal("0.260000"), LargeExposures.LIMIT, true));
        assertThat(lines.get(1).breach()).isFalse();
        assertThat(lines.get(2).breach()).isTrue();
    }

    @Test
    void the_stack_floors_the_total_and_measures_each_tier_against_its_buffered_minimum() {
        List<CapitalStack.Line> lines = List.of(
                new CapitalStack.Line(
                        CapitalStack.Risk.CREDIT_INTERNAL_RATINGS, new BigDecimal("400"), new BigDecimal("800")),
                new CapitalStack.Line(CapitalStack.Risk.OPERATIONAL, new BigDecimal("100"), new BigDecimal("100")),
                new CapitalStack.Line(CapitalStack.Risk.MARKET, new BigDecimal("100"), new BigDecimal("100")));
        CapitalStack.OwnFunds funds =
                new CapitalStack.OwnFunds(new BigDecimal("58"), new BigDecimal("10"), new BigDecimal("14.5"));

        CapitalStack stack =
                CapitalStack.of(lines, funds, OutputFloor.basel(), LocalDate.of(2028, 6, 30), new BigDecimal("0.01"));

        assertThat(stack.total()).isEqualByComparingTo("600");
        assertThat(stack.floored()).isEqualByComparingTo("725");
        assertThat(stack.ratios().get(0).ratio()).isEqualByComparingTo("0.08");
        assertThat(stack.ratios().get(0).surplus()).isEqualByComparingTo("0.00");
        assertThat(stack.ratios().get(1).surplus()).isEqualByComparingTo("-0.88");
        assertThat(stack.ratios().get(2).ratio()).isEqualByComparingTo("0.113793");
    }

    @Test
    void net_items_of_the_business_indicator_are_made_positive_year_by_year() {
        // OPE25.4: absolute values by year, then the average; 10, -10 and 10 are 10, not 3.33.
        OperationalRisk.Year good = new OperationalRisk.Year(60, 50, 1_000, 1, 2, 3, 7, 5, 10, -4);
        OperationalRisk.Year bad = new OperationalRisk.Year(50, 60, 1_000, 1, 2, 3, 7, 5, -10, 4);

        double indicator = OperationalRisk.businessIndicator(List.of(good, bad, good));

        // 10 interest + 1 dividends + (3 + 7) services + 10 trading + 4 banking book
        assertThat(indicator).isCloseTo(35.0, within(1e-12));
    }

    @Test
    void net_interest_counts_up_to_two_and_a_quarter_percent_of_its_assets() {
        OperationalRisk.Year year = new OperationalRisk.Year(100, 20, 1_000, 0, 0, 0, 0, 0, 0, 0);

        assertThat(OperationalRisk.businessIndicator(List.of(year))).isCloseTo(22.5, within(1e-12));
    }
}
