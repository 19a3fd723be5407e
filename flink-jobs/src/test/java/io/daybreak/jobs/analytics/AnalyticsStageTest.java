package io.daybreak.jobs.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.testing.StageHarness;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticsStageTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 2);
    private static final int CUSTOMERS = 40;

    @Test
    void two_nights_and_a_rerun_leave_the_database_with_what_is_published(@TempDir Path root) throws Exception {
        StageHarness first = StageHarness.at(root, NIGHT);
        StageHarness second = first.on(NIGHT.plusDays(1));
        first.land("opening_purchases", opening());
        first.publish("enriched_transactions", purchases("A", 0, 30));
        second.publish("enriched_transactions", purchases("B", 10, 45));

        try (EmbeddedInsights server = EmbeddedInsights.start(first.lake())) {
            StageHarness.Ran onFirst = first.run(new AnalyticsStage(), server.url());
            List<List<String>> afterFirst = database(server.url());
            StageHarness.Ran onSecond = second.run(new AnalyticsStage(), server.url());
            List<List<String>> afterSecond = database(server.url());
            StageHarness.Ran again = first.run(new AnalyticsStage(), server.url());

            assertThat(onFirst.differences()).as(onFirst.toString()).isEmpty();
            assertThat(onSecond.differences()).as(onSecond.toString()).isEmpty();
            assertThat(again.differences()).as(again.toString()).isEmpty();
            assertThat(afterFirst).isEqualTo(published(first)).hasSize(CUSTOMERS);
            assertThat(afterSecond).isEqualTo(published(second)).hasSize(45);
            // The older date, loaded again, does not overwrite the newer one.
            assertThat(database(server.url())).isEqualTo(afterSecond);
            assertLooksUp(server.url(), second);
        }
        assertHistory(first, second);
        assertSegments(second);
        assertSuggestions(second);
    }

    private static void assertLooksUp(String url, StageHarness night) throws Exception {
        Map<String, Object> row = night.read("customer_insights").get(12);
        try (InsightsDatabase database = InsightsDatabase.at(url)) {
            InsightsDatabase.Customer customer =
                    database.customer(String.valueOf(row.get("customer_id"))).orElseThrow();

            assertThat(customer.insights())
                    .containsEntry("segment", String.valueOf(row.get("segment")))
                    .containsEntry("lifetime_value", String.valueOf(row.get("lifetime_value")));
            assertThat(customer.suggestions()).isNotEmpty();
            assertThat(database.customer("NOBODY")).isEmpty();
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            for (String table : List.of("customer_insights", "recommendations")) {
                ResultSet plan =
                        statement.executeQuery("EXPLAIN SELECT * FROM " + table + " WHERE customer_id = 'C001'");
                StringBuilder text = new StringBuilder();
                while (plan.next()) {
                    text.append(plan.getString(1));
                }
                assertThat(text.toString()).contains(table + "_pkey");
            }
        }
    }

    /** The second night's history is the first one's plus its own purchase days, by the independent engine. */
    private static void assertHistory(StageHarness first, StageHarness second) throws Exception {
        List<List<String>> expected =
                StageHarness.query("WITH tonight AS (SELECT customer_id, sum(amount_base) AS spend"
                        + " FROM read_parquet(" + second.files("enriched_transactions") + ") GROUP BY ALL)"
                        + " SELECT coalesce(b.customer_id, t.customer_id) AS c,"
                        + " coalesce(b.first_purchase, DATE '" + NIGHT.plusDays(1) + "'),"
                        + " if(t.customer_id IS NULL, b.last_purchase, DATE '" + NIGHT.plusDays(1) + "'),"
                        + " coalesce(b.repeat_days, 0) + if(b.customer_id IS NULL OR t.customer_id IS NULL, 0, 1),"
                        + " (coalesce(b.spend_base, 0) + if(b.customer_id IS NULL OR t.customer_id IS NULL, 0, t.spend))"
                        + "::DECIMAL(18,2)"
                        + " FROM read_parquet(" + first.files("purchase_history") + ") AS b FULL JOIN tonight AS t"
                        + " ON b.customer_id = t.customer_id ORDER BY c");

        assertThat(StageHarness.query("SELECT customer_id, first_purchase, last_purchase, repeat_days, spend_base"
                        + " FROM read_parquet(" + second.files("purchase_history") + ") ORDER BY customer_id"))
                .isEqualTo(expected);
    }

    /** Scores by average rank, as the independent engine ranks. */
    private static void assertSegments(StageHarness night) throws Exception {
        String score = "ceil(5 * (rank() OVER (ORDER BY %1$s) + (count(*) OVER (PARTITION BY %1$s) - 1) / 2)"
                + " / count(*) OVER ())::INT";
        List<List<String>> expected =
                StageHarness.query("SELECT customer_id, " + score.formatted("last_purchase") + ", "
                        + score.formatted("repeat_days") + ", " + score.formatted("spend_base") + " FROM read_parquet("
                        + night.files("purchase_history") + ") ORDER BY customer_id");

        assertThat(StageHarness.query(
                        "SELECT customer_id, recency_score, frequency_score, monetary_score FROM read_parquet("
                                + night.files("customer_insights") + ") ORDER BY customer_id"))
                .isEqualTo(expected);
        assertThat(night.read("customer_insights"))
                .allSatisfy(row ->
                        assertThat((Double) row.get("probability_active")).isBetween(0.0, 1.0));
    }

    /** Cosine similarities and the three best, as the independent engine computes them. */
    private static void assertSuggestions(StageHarness night) throws Exception {
        List<List<String>> expected = StageHarness.query("WITH b AS (SELECT customer_id, merchant_category AS item FROM"
                + " read_parquet(" + night.files("customer_categories") + ")),"
                + " n AS (SELECT item, count(*) AS n FROM b GROUP BY item),"
                + " s AS (SELECT x.item, y.item AS other, count(*) AS c FROM b AS x JOIN b AS y USING (customer_id)"
                + " WHERE x.item <> y.item GROUP BY ALL HAVING count(*) >= 3),"
                + " cosine AS (SELECT s.item, s.other, floor(1e9 * s.c / sqrt(p.n::DOUBLE * q.n)) AS e9"
                + " FROM s JOIN n AS p ON s.item = p.item JOIN n AS q ON s.other = q.item),"
                + " scored AS (SELECT b.customer_id, c.other AS item, sum(e9) AS e9 FROM b JOIN cosine AS c USING (item)"
                + " WHERE NOT EXISTS (FROM b AS o WHERE o.customer_id = b.customer_id AND o.item = c.other)"
                + " GROUP BY ALL), best AS (SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY e9 DESC, item)"
                + " AS place FROM scored) SELECT customer_id, place, item, (e9 / 1e9)::VARCHAR FROM best WHERE place <= 3"
                + " ORDER BY customer_id, place");

        assertThat(expected).isNotEmpty();
        assertThat(StageHarness.query("SELECT customer_id, place, item, score::VARCHAR FROM read_parquet("
                        + night.files("recommendations") + ") ORDER BY customer_id, place"))
                .isEqualTo(expected);
    }

    @Test
    void the_segments_cover_every_pair_of_scores_exactly_once() {
        for (int recency = 1; recency <= 5; recency++) {
            for (int frequency = 1; frequency <= 5; frequency++) {
                assertThat(Segments.matching(recency, frequency))
                        .as("recency %d frequency %d", recency, frequency)
                        .hasSize(1);
            }
        }
    }

    @Test
    void a_night_without_purchases_and_without_a_past_is_empty_and_balances(@TempDir Path root) throws Exception {
        StageHarness night = StageHarness.at(root, NIGHT);

        StageHarness.Ran ran = night.run(new AnalyticsStage());

        assertThat(ran.differences()).as(ran.toString()).isEmpty();
        assertThat(night.read("customer_insights")).isEmpty();
        assertThat(night.read("recommendations")).isEmpty();
    }

    private static List<Map<String, Object>> opening() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int c = 0; c < CUSTOMERS; c++) {
            int repeats = c % 3 == 0 ? 0 : 1 + c % 5;
            int first = 20 + c * 3;
            int last = repeats == 0 ? first : 1 + c % 17;
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("customer_id", id(c));
            row.put("first_purchase", NIGHT.minusDays(first));
            row.put("last_purchase", NIGHT.minusDays(last));
            row.put("repeat_days", repeats);
            row.put("spend_base", repeats * (11 + c % 7) + ".25");
            row.put("weeks_observed", (first - 1) / 7.0);
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> purchases(String prefix, int from, int to) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int c = from; c < to; c++) {
            for (int k = 0; k < 3; k++) {
                rows.add(Map.of(
                        "transaction_id",
                        prefix + c + "-" + k,
                        "account_id",
                        "A" + c,
                        "customer_id",
                        id(c),
                        "payment_method",
                        "CARD",
                        "merchant_category",
                        String.valueOf(5000 + (c * c + k * k) % 6),
                        "amount",
                        (10 + c) + ".10"));
            }
        }
        return rows;
    }

    private static String id(int customer) {
        return (customer < 10 ? "C00" : "C0") + customer;
    }

    private static List<List<String>> published(StageHarness night) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, Object> row : night.read("customer_insights")) {
            rows.add(List.of(
                    String.valueOf(row.get("customer_id")), String.valueOf(row.get("segment")),
                    String.valueOf(row.get("spend_base")), String.valueOf(row.get("lifetime_value"))));
        }
        return rows;
    }

    private static List<List<String>> database(String url) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT customer_id, segment, spend_base, lifetime_value"
                        + " FROM customer_insights ORDER BY customer_id COLLATE \"C\"")) {
            while (row.next()) {
                rows.add(List.of(
                        row.getString(1), row.getString(2), row.getString(3), String.valueOf(row.getString(4))));
            }
        }
        return rows;
    }
}
