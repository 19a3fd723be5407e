package io.daybreak.jobs.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.jobs.testing.StageHarness;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditStageTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @TempDir
    Path folder;

    @Test
    void exposures_are_scored_staged_and_provided_for_as_worked_out_by_hand() throws Exception {
        try (StageHarness harness = StageHarness.at(folder, DATE)) {
            harness.land("fx_rates", List.of(Map.of("currency", "USD", "rate_to_base", "0.5")));
            harness.land(
                    "exposures",
                    List.of(
                            exposure("E1", Map.of()),
                            exposure("E2", Map.of("days_past_due", "45")),
                            exposure("E3", Map.of("exposure_class", "DEFAULTED", "days_past_due", "200")),
                            exposure("E4", Map.of("exposure_class", "DERIVATIVE")),
                            exposure("E5", Map.of("currency", "XAU")),
                            exposure("E6", Map.of("currency", "USD", "exposure_class", "CORPORATE"))));
            harness.land("collateral", List.of(property("E3", "400.00")));
            harness.publish(
                    "feed_totals",
                    List.of(total("EUR", "4", "4000.00"), total("USD", "1", "1000.00"), total("XAU", "1", "1000.00")));

            StageHarness.Ran ran = harness.run(new CreditStage());

            assertThat(ran.differences()).isEmpty();
            assertThat(harness.read("unscored_exposures"))
                    .extracting(row -> row.get("exposure_id") + ": " + row.get("reason"))
                    .containsExactly(
                            "E4: exposure_class is 'DERIVATIVE', which the contract does not name",
                            "E5: no fixing for its currency on or before the business date");
            Map<String, Map<String, Object>> scores = new HashMap<>();
            harness.read("credit_scores").forEach(row -> scores.put((String) row.get("exposure_id"), row));
            // ln odds = ln(0.9859 / 0.0141) + 0.983611 ln((348/700) / (46/300)) + 0.823106 ln((189/700) / (64/300))
            //         = 4.247494 + 1.156986 + 0.193896 = 5.598376, so PD = 1 / (1 + e^5.598376) = 0.003690.
            assertThat((BigDecimal) scores.get("E1").get("pd"))
                    .isCloseTo(new BigDecimal("0.00369"), within(new BigDecimal("0.00001")));
            // Points: 600 + 50 / ln 2 (5.598376 - ln 19) = 791.4
            assertThat(scores.get("E1").get("score")).isEqualTo(791);
            assertThat(scores.get("E1").get("ifrs9_stage")).isEqualTo(1);
            // Forty-five days late: three doublings of the odds of default, and stage two by the thirty-day backstop.
            assertThat((BigDecimal) scores.get("E2").get("pd"))
                    .isCloseTo(new BigDecimal("0.02876"), within(new BigDecimal("0.0001")));
            assertThat(scores.get("E2").get("ifrs9_stage")).isEqualTo(2);
            assertThat(scores.get("E2").get("reasons").toString()).contains("days past due");
            // In default: 45 % of what 60 % of the property does not cover, (1000 - 240) x 0.45 = 342.00, at once.
            assertThat(scores.get("E3").get("ifrs9_stage")).isEqualTo(3);
            assertThat(scores.get("E3").get("expected_credit_loss")).isEqualTo(new BigDecimal("342.00"));
            assertThat(scores.get("E6").get("ead")).isEqualTo(new BigDecimal("500.00"));
        }
    }

    private static Map<String, String> exposure(String id, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(Map.of(
                "exposure_id", id,
                "exposure_class", "RETAIL",
                "product", "TERM_LOAN",
                "currency", "EUR",
                "drawn_amount", "1000.00",
                "undrawn_amount", "0.00",
                "specific_provision", "0.00",
                "originated_on", "2024-03-31",
                "maturity_date", "2027-03-31",
                "interest_rate", "0.05"));
        row.putAll(Map.of(
                "days_past_due", "0",
                "origination_pd", "0.015",
                "years_employed", "8",
                "checking_status", "NONE",
                "prior_defaults", "0"));
        row.putAll(more);
        return row;
    }

    private static Map<String, String> property(String exposure, String value) {
        return Map.of(
                "collateral_id",
                "C1",
                "exposure_id",
                exposure,
                "collateral_type",
                "PROPERTY",
                "currency",
                "EUR",
                "market_value",
                value);
    }

    private static Map<String, String> total(String currency, String rows, String amount) {
        return Map.of("feed", "exposures", "currency", currency, "row_count", rows, "amount", amount);
    }
}
