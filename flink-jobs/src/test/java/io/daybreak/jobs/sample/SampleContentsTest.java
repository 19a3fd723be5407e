package io.daybreak.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether markets, loans, ledger and history of the sample behave as their namesakes do. */
class SampleContentsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 26);

    @TempDir
    static Path directory;

    private static Lake lake;

    @BeforeAll
    static void write_a_day() throws Exception {
        SampleDay.write(new SampleRequest(DAY, 20_000, 3, 520, false, 2, directory));
        lake = new Lake(directory);
    }

    @AfterAll
    static void close_it() throws Exception {
        lake.close();
    }

    @Test
    void market_history_is_long_ends_on_the_day_and_knows_no_weekend() throws Exception {
        assertThat(lake.number("SELECT count(DISTINCT factor_id) FROM market_history"))
                .isGreaterThanOrEqualTo(60);
        assertThat(lake.rows(
                        "SELECT DISTINCT n, last FROM (SELECT count(*) n, max(price_date) AS last FROM market_history"
                                + " GROUP BY factor_id)"))
                .containsExactly("520|2025-11-26");
        assertThat(lake.number("SELECT count(*) FROM market_history WHERE isodow(price_date) > 5"))
                .isZero();
    }

    @Test
    void factors_move_together_and_with_fat_tails() throws Exception {
        String moves = "(SELECT factor_id, price_date, ln(level / lag(level) OVER (PARTITION BY factor_id ORDER BY"
                + " price_date)) AS move FROM market_history WHERE factor_id LIKE 'EQ.%')";

        assertThat(lake.number("SELECT corr(a.move, b.move) FROM " + moves + " a JOIN " + moves
                        + " b USING (price_date) WHERE a.factor_id = 'EQ.EUROPE' AND b.factor_id = 'EQ.GERMANY'"))
                .isBetween(0.4, 0.95);
        // Excess kurtosis of a normal sample of this size scatters around 0 by 0.2; of a Student-t it is far above.
        assertThat(lake.number("SELECT median(k) FROM (SELECT kurtosis(move) k FROM " + moves + " GROUP BY factor_id)"))
                .isGreaterThan(0.8);
    }

    @Test
    void one_series_is_stale_and_one_goes_negative() throws Exception {
        assertThat(
                        lake.rows(
                                "SELECT factor_id FROM (SELECT *, row_number() OVER (PARTITION BY factor_id ORDER BY price_date"
                                        + " DESC) AS back FROM market_history) WHERE back <= 20 GROUP BY 1 HAVING count(DISTINCT level) = 1"))
                .containsExactly(Market.STALE);
        assertThat(lake.rows("SELECT DISTINCT factor_id FROM market_history WHERE level <= 0"))
                .containsExactly(Market.NEGATIVE);
    }

    @Test
    void fixings_are_the_last_market_levels() throws Exception {
        assertThat(lake.number(
                        "SELECT count(*) FROM fx_rates f JOIN market_history m ON m.factor_id = 'FX.' || f.currency"
                                + " AND m.price_date = f.rate_date WHERE m.level = f.rate_to_base"))
                .isEqualTo(7 * 4);
        assertThat(
                        lake.rows(
                                "SELECT DISTINCT currency FROM transactions SEMI JOIN accounts USING (account_id) WHERE length"
                                        + "(currency) = 3 AND currency NOT IN (SELECT currency FROM fx_rates WHERE rate_date = '2025-11-26')"
                                        + " AND (source_file, source_row) NOT IN (SELECT (source_file, source_row) FROM truth_defects)"))
                .isEmpty();
    }

    @Test
    void two_days_of_one_seed_share_their_past_and_their_people() throws Exception {
        Path next = directory.resolve("next");
        SampleDay.write(new SampleRequest(DAY.plusDays(1), 20_000, 3, 520, false, 2, next));

        try (Lake tomorrow = new Lake(next)) {
            String past =
                    "SELECT factor_id, price_date, level FROM market_history WHERE price_date BETWEEN '2024-01-02'"
                            + " AND '2025-10-01' ORDER BY 1, 2";
            assertThat(tomorrow.rows(past)).isEqualTo(lake.rows(past));
            String people = "SELECT DISTINCT customer_id, customer_type, onboarded_on FROM customers ORDER BY 1";
            assertThat(tomorrow.rows(people)).isEqualTo(lake.rows(people));
            assertThat(tomorrow.rows("SELECT transaction_id FROM transactions WHERE transaction_id LIKE 'T20251126%'"))
                    .isEmpty();
        }
    }

    @Test
    void liquidity_ratios_come_out_like_a_sound_banks() throws Exception {
        // Run-off and inflow rates of LCR40, haircuts of LCR30, factors of NSF30, as the Basel framework prints them.
        double liquid = weighed("HQLA", "LEVEL1% 1", "LEVEL2A% 0.85", "LEVEL2B% 0.5");
        double outflow = weighed(
                "OUTFLOW",
                "RETAIL_STABLE% 0.05",
                "RETAIL_LESS% 0.1",
                "OPERATIONAL% 0.25",
                "NON_OPERATIONAL% 0.4",
                "UNSECURED% 1",
                "%CREDIT_RETAIL 0.05",
                "%CREDIT_CORPORATE 0.1",
                "DERIVATIVE% 1");
        double inflow = weighed("INFLOW", "RETAIL% 0.5", "CORPORATE% 0.5", "FINANCIAL% 1");
        double available = weighed(
                "ASF",
                "REGULATORY% 1",
                "RETAIL_STABLE% 0.95",
                "RETAIL_LESS% 0.9",
                "FUNDING_OVER% 1",
                "CORPORATE% 0.5",
                "OPERATIONAL% 0.5",
                "FINANCIAL% 0.5",
                "OTHER% 0");
        double required = weighed(
                "RSF",
                "CASH% 0",
                "LEVEL1% 0.05",
                "LEVEL2A% 0.15",
                "LEVEL2B% 0.5",
                "FINANCIAL% 0.15",
                "OTHER_LOANS_UNDER% 0.5",
                "RESIDENTIAL% 0.65",
                "OTHER_LOANS_OVER% 0.85",
                "OTHER_ASSETS 1",
                "UNDRAWN% 0.05");

        assertThat(liquid / (outflow - inflow)).isBetween(1.3, 1.5);
        assertThat(available / required).isBetween(1.05, 1.25);
        assertThat(lake.rows("SELECT DISTINCT financial_year FROM ledger WHERE area = 'BUSINESS_INDICATOR' ORDER BY 1"))
                .containsExactly("2022", "2023", "2024");
    }

    @Test
    void defaults_follow_what_a_scorecard_sees() throws Exception {
        String rate = "SELECT avg(CAST(days_past_due > 90 AS INT)) FROM exposures WHERE customer_id IS NOT NULL AND ";

        assertThat(lake.number(rate + "prior_defaults > 0"))
                .isGreaterThan(1.5 * lake.number(rate + "prior_defaults = 0"));
        assertThat(lake.number(
                        "SELECT count(*) FROM exposures WHERE (exposure_class = 'DEFAULTED') <> (days_past_due > 90)"))
                .isZero();
        assertThat(lake.number("SELECT count(*) FROM exposures WHERE drawn_amount + undrawn_amount <= 0"))
                .isZero();
    }

    @Test
    void the_past_adds_up() throws Exception {
        assertThat(lake.number(
                        "SELECT count(*) FROM opening_activity WHERE list_sum(log_amount_histogram) <> transaction_count"
                                + " OR list_sum(hour_histogram) <> transaction_count OR len(log_amount_histogram) <> 128"
                                + " OR len(hour_histogram) <> 24 OR maximum_base > debit_base + credit_base"))
                .isZero();
        assertThat(lake.rows(
                        "SELECT min(activity_date) >= DATE '2025-08-28', max(activity_date) FROM opening_activity"))
                .containsExactly("true|2025-11-25");
        assertThat(lake.number("SELECT count(*) FROM opening_purchases WHERE first_purchase > last_purchase"
                        + " OR (repeat_days = 0) <> (last_purchase = first_purchase) OR (repeat_days = 0) <> (spend_base = 0)"
                        + " OR abs(weeks_observed * 7 - date_diff('day', first_purchase, DATE '2025-11-25')) > 1e-9"))
                .isZero();
    }

    @Test
    void orders_and_trades_tell_one_story() throws Exception {
        String fills =
                "SELECT order_id, event_time AS at, instrument_id, quantity FROM orders WHERE event_type = 'FILL'";
        String trades = "SELECT order_id, trade_time AS at, instrument_id, quantity FROM trades";

        assertThat(lake.rows("(" + fills + " EXCEPT ALL " + trades + ") UNION ALL (" + trades + " EXCEPT ALL " + fills
                        + ")"))
                .isEmpty();
        assertThat(lake.number("SELECT count(*) FROM trades WHERE buyer_id = seller_id AND trade_id NOT IN (SELECT"
                        + " unnest(trades) FROM truth_surveillance WHERE kind = 'WASH_TRADE')"))
                .isZero();
    }

    private static double weighed(String area, String... weights) throws Exception {
        double sum = 0;
        for (String weight : weights) {
            List<String> parts = List.of(weight.split(" ", 2));
            sum += Double.parseDouble(parts.get(1))
                    * lake.number("SELECT sum(amount) FROM ledger WHERE area = '" + area + "' AND item LIKE '"
                            + parts.get(0).replace("_", "\\_") + "' ESCAPE '\\'");
        }
        return sum;
    }
}
