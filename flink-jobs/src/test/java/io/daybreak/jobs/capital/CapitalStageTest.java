package io.daybreak.jobs.capital;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.testing.StageHarness;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapitalStageTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @TempDir
    Path folder;

    @Test
    void exposures_take_the_weights_of_the_standard_and_the_ratios_follow() throws Exception {
        try (StageHarness harness = StageHarness.at(folder, DATE)) {
            land(harness);

            StageHarness.Ran ran = harness.run(new CapitalStage());

            assertThat(ran.differences()).isEmpty();
            assertThat(harness.read("exposure_rwa"))
                    .extracting(row -> row.get("exposure_id") + " " + row.get("exposure_class") + " " + row.get("ead")
                            + " " + row.get("mitigated_amount") + " " + row.get("rwa"))
                    .containsExactly(
                            // CRE20.82: 75 % loan-to-value weighs 30 %.
                            "E1 RESIDENTIAL_REAL_ESTATE 1000000.00 0.00 300000.00",
                            // CRE20.98: 40 % of 500,000 undrawn; cash of 100,000 comes off; unrated corporate 100 %.
                            "E2 CORPORATE 1200000.00 100000.00 1100000.00",
                            // CRE22.76: 400,000 guaranteed by an AA corporate at 20 %, the rest at 100 %.
                            "E3 CORPORATE 1000000.00 400000.00 680000.00",
                            // CRE20.104: provisions of a fifth, so 100 %.
                            "E4 DEFAULTED 80000.00 0.00 80000.00",
                            // CRE20.66 and CRE20.93: 75 % times 1.5 for another currency than the base, 2,000 dollars
                            // at 0.5.
                            "E5 RETAIL 1000.00 0.00 1125.00");
            assertThat(harness.read("unweighted_exposures"))
                    .extracting(row -> row.get("exposure_id"))
                    .containsExactly("E6");
            Map<String, BigDecimal> measures = new HashMap<>();
            harness.read("capital_measures")
                    .forEach(row -> measures.put((String) row.get("measure"), (BigDecimal) row.get("amount")));
            // 0.3 + 1.1 + 0.68 + 0.08 + 0.001125
            assertThat(measures.get("CREDIT_RWA")).isEqualByComparingTo("2.161125");
            // No risk measures and no business indicator tonight: credit risk alone.
            assertThat(measures).doesNotContainKeys("MARKET_RWA", "OPERATIONAL_RWA");
            assertThat(measures.get("CET1_CAPITAL")).isEqualByComparingTo("0.25");
            assertThat(measures.get("CET1_RATIO")).isEqualByComparingTo("0.11568");
            // 100 of level 1 over outflows of 5 % of 1,000 and 40 % of 100, less inflows of half of 20: 100 / 80.
            assertThat(measures.get("LCR")).isEqualByComparingTo("1.25");
            // 95 % of 1,000 over 85 % of 1,000.
            assertThat(measures.get("NSFR")).isEqualByComparingTo("1.117647");
            // 250,000 over assets of 5,000,000 and 40 % of 500,000 undrawn.
            assertThat(measures.get("LEVERAGE_RATIO")).isEqualByComparingTo("0.048077");
            assertThat(harness.read("ledger_lines"))
                    .filteredOn(row -> row.get("rule_item").equals("UNMAPPED"))
                    .extracting(row -> row.get("item"))
                    .containsExactly("PETTY_CASH");
        }
    }

    @Test
    void a_year_of_losses_does_not_cancel_another_year_s_gains_in_the_business_indicator() throws Exception {
        try (StageHarness harness = StageHarness.at(folder, DATE)) {
            harness.land("exposures", List.of());
            List<Map<String, String>> ledger = new ArrayList<>();
            balance(ledger, "OWN_FUNDS", "CET1_SHARE_CAPITAL", "250000000.00");
            for (int year = DATE.getYear() - 3; year < DATE.getYear(); year++) {
                String sign = year % 2 == 0 ? "" : "-";
                yearly(ledger, year, "INTEREST_INCOME", year % 2 == 0 ? "60000000.00" : "40000000.00");
                yearly(ledger, year, "INTEREST_EXPENSE", "50000000.00");
                yearly(ledger, year, "INTEREST_EARNING_ASSETS", "1000000000.00");
                yearly(ledger, year, "TRADING_BOOK_PROFIT", sign + "9000000.00");
                yearly(ledger, year, "BANKING_BOOK_PROFIT", sign + "3000000.00");
            }
            harness.land("ledger", ledger);

            harness.run(new CapitalStage());

            // OPE25.4: 10 + 9 + 3 million a year; 12 % of it, 12.5 times, in millions.
            assertThat(harness.read("capital_measures"))
                    .filteredOn(row -> row.get("measure").equals("OPERATIONAL_RWA"))
                    .extracting(row -> ((BigDecimal) row.get("amount")).stripTrailingZeros())
                    .containsExactly(new BigDecimal("33"));
        }
    }

    @Test
    void a_bank_without_a_ledger_or_an_exposure_has_no_measures() throws Exception {
        try (StageHarness harness = StageHarness.at(folder, DATE)) {
            harness.land("exposures", List.of());
            harness.land("ledger", List.of());

            StageHarness.Ran ran = harness.run(new CapitalStage());

            assertThat(ran.differences()).isEmpty();
            assertThat(harness.read("capital_measures")).isEmpty();
        }
    }

    private static void land(StageHarness harness) throws Exception {
        harness.land("fx_rates", List.of(Map.of("currency", "USD", "rate_to_base", "0.5")));
        harness.land(
                "exposures",
                List.of(
                        exposure(
                                "E1",
                                "RESIDENTIAL_REAL_ESTATE",
                                "MORTGAGE",
                                "1000000.00",
                                Map.of("loan_to_value", "0.75")),
                        exposure("E2", "CORPORATE", "REVOLVING", "1000000.00", Map.of("undrawn_amount", "500000.00")),
                        exposure("E3", "CORPORATE", "TERM_LOAN", "1000000.00", Map.of()),
                        exposure(
                                "E4",
                                "CORPORATE",
                                "TERM_LOAN",
                                "100000.00",
                                Map.of("days_past_due", "120", "specific_provision", "20000.00")),
                        exposure("E5", "RETAIL", "TERM_LOAN", "2000.00", Map.of("currency", "USD")),
                        exposure("E6", "CORPORATE", "TERM_LOAN", "10.00", Map.of("specific_provision", "20.00"))));
        harness.land(
                "collateral",
                List.of(
                        Map.of(
                                "collateral_id",
                                "C1",
                                "exposure_id",
                                "E2",
                                "collateral_type",
                                "CASH",
                                "currency",
                                "EUR",
                                "market_value",
                                "100000.00"),
                        Map.of(
                                "collateral_id",
                                "C2",
                                "exposure_id",
                                "E3",
                                "collateral_type",
                                "GUARANTEE",
                                "currency",
                                "EUR",
                                "market_value",
                                "400000.00",
                                "rating",
                                "AA")));
        List<Map<String, String>> ledger = new ArrayList<>();
        balance(ledger, "OWN_FUNDS", "CET1_SHARE_CAPITAL", "250000.00");
        balance(ledger, "HQLA", "LEVEL1_CASH", "100.00");
        balance(ledger, "OUTFLOW", "RETAIL_STABLE_DEPOSITS", "1000.00");
        balance(ledger, "OUTFLOW", "NON_OPERATIONAL_CORPORATE_DEPOSITS", "100.00");
        balance(ledger, "INFLOW", "RETAIL_LOANS", "20.00");
        balance(ledger, "ASF", "RETAIL_STABLE_DEPOSITS", "1000.00");
        balance(ledger, "RSF", "OTHER_LOANS_OVER_ONE_YEAR", "1000.00");
        balance(ledger, "LEVERAGE", "ON_BALANCE_SHEET_ASSETS", "5000000.00");
        balance(ledger, "LEVERAGE", "OFF_BALANCE_SHEET_ITEMS", "500000.00");
        balance(ledger, "HQLA", "PETTY_CASH", "1.00");
        harness.land("ledger", ledger);
        harness.publish(
                "feed_totals",
                List.of(
                        total("exposures", "EUR", "5", "3100010.00"),
                        total("exposures", "USD", "1", "2000.00"),
                        total("ledger", "EUR", "10", "5753221.00")));
    }

    private static Map<String, String> exposure(
            String id, String exposureClass, String product, String drawn, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(Map.of(
                "exposure_id", id,
                "exposure_class", exposureClass,
                "product", product,
                "currency", "EUR",
                "drawn_amount", drawn,
                "undrawn_amount", "0.00",
                "specific_provision", "0.00",
                "originated_on", "2024-03-31",
                "maturity_date", "2030-03-31",
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

    private static void balance(List<Map<String, String>> ledger, String area, String item, String amount) {
        ledger.add(Map.of(
                "ledger_id", "L" + ledger.size(), "area", area, "item", item, "currency", "EUR", "amount", amount));
    }

    private static void yearly(List<Map<String, String>> ledger, int year, String item, String amount) {
        balance(ledger, "BUSINESS_INDICATOR", item, amount);
        Map<String, String> dated = new HashMap<>(ledger.remove(ledger.size() - 1));
        dated.put("financial_year", Integer.toString(year));
        ledger.add(dated);
    }

    private static Map<String, String> total(String feed, String currency, String rows, String amount) {
        return Map.of("feed", feed, "currency", currency, "row_count", rows, "amount", amount);
    }
}
