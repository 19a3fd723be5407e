package io.daybreak.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.sql.SqlFile;
import io.daybreak.jobs.testing.StageHarness;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyStageTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 2);
    /** Class of amounts around 50: 2^(54/4 - 8) = 45.3 to 53.8. */
    private static final int AROUND_50 = 54;

    @Test
    void every_detector_flags_its_case_with_its_arithmetic_and_leaves_the_near_miss(@TempDir Path root)
            throws Exception {
        StageHarness night = StageHarness.at(root, NIGHT);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> profiles = new ArrayList<>();
        List<Map<String, Object>> counterparties = new ArrayList<>();
        for (String account : List.of("Z", "L", "V", "C", "H", "K", "S")) {
            profiles.add(profile(account, 60, 200, 5, "6000.00", "400.00"));
            counterparties.add(Map.of(
                    "account_id",
                    account,
                    "counterparty_account",
                    "OLD",
                    "counterparty_country",
                    "FR",
                    "first_seen",
                    "2026-01-01",
                    "last_seen",
                    "2026-02-20"));
        }
        profiles.add(profile("FEW", 5, 10, 3, "400.00", "60.00"));
        // ln(250/49.4) / (ln 2 / 4) = 9.4 spreads and ln(110/49.4) / ... = 4.6 spreads above the median.
        rows.add(row("Z-hit", "Z", "260.00", "OLD", 12));
        rows.add(row("Z-near", "Z", "249.99", "OLD", 13));
        rows.add(row("L-hit", "L", "1200.00", "OLD", 12));
        rows.add(row("L-near", "L", "1199.99", "OLD", 13));
        for (int i = 1; i <= 12; i++) {
            rows.add(row("V-" + (i < 10 ? "0" : "") + i, "V", "5.00", "OLD", 12));
        }
        rows.add(row("C-hit", "C", "2500.00", "NEW", 12));
        rows.add(row("C-near", "C", "2499.99", "NEW", 12));
        rows.add(row("H-hit", "H", "100.00", "OLD", 3));
        rows.add(row("H-near", "H", "100.00", "OLD", 8));
        rows.add(with(
                with(row("K-hit", "K", "2500.00", "OLD", 12), "transaction_type", "CREDIT"),
                "counterparty_country",
                "ES"));
        rows.add(with(
                with(row("K-near", "K", "2500.00", "OLD", 12), "transaction_type", "CREDIT"),
                "counterparty_country",
                "FR"));
        rows.add(row("S-1", "S", "999.99", "OLD", 9));
        rows.add(row("S-2", "S", "4000.01", "OLD", 10));
        rows.add(row("F-1", "FEW", "9000.00", "NEW", 3));
        rows.add(row("N-1", "UNKNOWN", "9000.00", "NEW", 3));
        night.on(NIGHT.minusDays(1)).publish("account_profiles", profiles);
        night.on(NIGHT.minusDays(1)).publish("account_counterparties", counterparties);
        night.publish("enriched_transactions", rows);

        StageHarness.Ran ran = night.run(new AnomalyStage());

        List<Map<String, Object>> flagged = night.read("anomalies");
        assertThat(ids(flagged, "AMOUNT_ROBUST_Z")).contains("Z-hit").doesNotContain("Z-near", "H-hit", "F-1", "N-1");
        assertThat(ids(flagged, "AMOUNT_OVER_LARGEST")).contains("L-hit").doesNotContain("L-near", "F-1", "N-1");
        assertThat(ids(flagged, "VELOCITY")).containsExactly("V-11", "V-12");
        assertThat(ids(flagged, "NEW_COUNTERPARTY_LARGE")).containsExactly("C-hit");
        assertThat(ids(flagged, "UNUSUAL_HOUR")).containsExactly("H-hit");
        assertThat(ids(flagged, "UNUSUAL_COUNTRY")).containsExactly("K-hit");
        assertThat(ids(flagged, "DAY_SPENDING")).containsExactly("S-2");
        assertThat(only(flagged, "V-12", "VELOCITY"))
                .containsEntry("observed", 12.0)
                .containsEntry("expected", 200.0 / 60)
                .containsEntry("spread", Math.sqrt(200.0 / 60))
                .containsEntry("score", (12 - 200.0 / 60) / Math.sqrt(200.0 / 60))
                .containsEntry("threshold", 4.0)
                .containsEntry("history_days", 60)
                .containsEntry("explanation", "booking 12 of the day against a mean of 3.33 and a busiest day of 5.00");
        assertThat(only(flagged, "L-hit", "AMOUNT_OVER_LARGEST"))
                .containsEntry("score", 3.0)
                .containsEntry("explanation", "1200.00 is 3.00 times the largest amount of the history, 400.00");
        assertThat(ran.totals()).isNotEmpty();
        assertThat(ran.differences()).as(ran.toString()).isEmpty();
        assertOutcomes(night, rows.size());
    }

    private static void assertOutcomes(StageHarness night, int transactions) throws Exception {
        Map<String, Long> judged = new LinkedHashMap<>();
        Map<String, Long> unknown = new LinkedHashMap<>();
        for (Map<String, Object> row : night.read("anomaly_outcomes")) {
            String detector = String.valueOf(row.get("detector"));
            judged.merge(detector, (Long) row.get("transaction_count"), Long::sum);
            if (row.get("outcome").equals("INSUFFICIENT_HISTORY")) {
                unknown.merge(detector, (Long) row.get("transaction_count"), Long::sum);
            }
        }
        for (SqlFile detector : new AnomalyStage().detectors()) {
            assertThat(judged).containsEntry(AnomalyStage.name(detector), (long) transactions);
            assertThat(unknown).containsEntry(AnomalyStage.name(detector), 2L);
        }
    }

    @Test
    void profiles_moved_night_by_night_are_those_summed_from_all_days(@TempDir Path root) throws Exception {
        StageHarness first = StageHarness.at(root, NIGHT);
        StageHarness third = first.on(NIGHT.plusDays(2));
        first.land(
                "opening_activity",
                List.of(
                        // Leaves the window on the first night, and is the busiest and the largest.
                        opening("A", NIGHT.minusDays(90), 40, "900.00", 70),
                        opening("A", NIGHT.minusDays(30), 4, "80.00", 56),
                        // Leaves between the first and the third night.
                        opening("B", NIGHT.minusDays(89), 9, "300.00", 62),
                        opening("C", NIGHT.minusDays(88), 3, "30.00", 50)));
        first.publish(
                "enriched_transactions", List.of(row("T1", "A", "50.00", "X", 9), row("T2", "B", "60.00", "X", 10)));
        third.publish(
                "enriched_transactions", List.of(row("T3", "A", "70.00", "Y", 9), row("T4", "D", "5.00", "X", 23)));

        StageHarness.Ran onFirst = first.run(new AnomalyStage());
        StageHarness.Ran onThird = third.run(new AnomalyStage());

        assertThat(onFirst.differences()).as(onFirst.toString()).isEmpty();
        assertThat(onThird.differences()).as(onThird.toString()).isEmpty();
        assertThat(profiles(first)).isEqualTo(summed(first, NIGHT, first.files("account_activity")));
        assertThat(profiles(third))
                .isEqualTo(summed(
                        third,
                        NIGHT.plusDays(2),
                        "list_concat(" + first.files("account_activity") + ", " + third.files("account_activity")
                                + ")"));
        assertThat(profiles(third).stream().map(row -> row.get(0))).containsExactly("A", "B", "D");
        assertThat(third.read("account_counterparties"))
                .extracting(row -> row.get("account_id") + " " + row.get("counterparty_account") + " "
                        + row.get("first_seen") + " " + row.get("last_seen"))
                .containsExactly(
                        "A X 2026-03-02 2026-03-02",
                        "A Y 2026-03-04 2026-03-04",
                        "B X 2026-03-02 2026-03-02",
                        "D X 2026-03-04 2026-03-04");
    }

    private static List<List<String>> profiles(StageHarness night) throws Exception {
        return StageHarness.query("SELECT account_id, active_days, first_active, last_active, transaction_count,"
                + " maximum_day_count, debit_base, credit_base, maximum_base, log_amount_histogram, hour_histogram"
                + " FROM read_parquet(" + night.files("account_profiles") + ") ORDER BY account_id");
    }

    /** The independent engine's answer: every day of the window, summed. */
    private static List<List<String>> summed(StageHarness night, LocalDate date, String activity) throws Exception {
        return StageHarness.query(
                "WITH days AS (SELECT * FROM read_parquet(" + activity + ") WHERE activity_date > DATE '"
                        + date.minusDays(90) + "' AND activity_date <= DATE '" + date + "'), "
                        + histogram("log_amount_histogram", LogAmounts.CLASSES) + ", "
                        + histogram("hour_histogram", HoursOfDay.CLASSES)
                        + " SELECT account_id, count(*), min(activity_date), max(activity_date), sum(transaction_count),"
                        + " max(transaction_count), sum(debit_base)::DECIMAL(18,2), sum(credit_base)::DECIMAL(18,2),"
                        + " max(maximum_base), any_value(l.total), any_value(h.total)"
                        + " FROM days JOIN log_amount_histogram_sum AS l USING (account_id)"
                        + " JOIN hour_histogram_sum AS h USING (account_id) GROUP BY account_id ORDER BY account_id");
    }

    private static String histogram(String column, int classes) {
        return column
                + "_sum AS (SELECT account_id, list(total ORDER BY class) AS total FROM (SELECT account_id, class,"
                + " sum(" + column + "[class])::INT AS total FROM days, range(1, " + (classes + 1)
                + ") AS r(class) GROUP BY account_id, class) GROUP BY account_id)";
    }

    @Test
    void a_day_without_transactions_carries_the_profiles_on(@TempDir Path root) throws Exception {
        StageHarness night = StageHarness.at(root, NIGHT);
        night.on(NIGHT.minusDays(1))
                .publish("account_profiles", List.of(profile("A", 60, 200, 5, "6000.00", "400.00")));

        StageHarness.Ran ran = night.run(new AnomalyStage());

        assertThat(ran.differences()).as(ran.toString()).isEmpty();
        assertThat(night.read("anomalies")).isEmpty();
        assertThat(night.read("anomaly_outcomes")).isEmpty();
        assertThat(night.read("account_profiles"))
                .singleElement()
                .satisfies(profile -> assertThat(profile)
                        .containsEntry("transaction_count", 200L)
                        .containsEntry("active_days", 60));
    }

    private static Map<String, Object> row(String id, String account, String amount, String counterparty, int hour) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("transaction_id", id);
        row.put("account_id", account);
        row.put("customer_id", "C-" + account);
        row.put("amount", amount);
        row.put("counterparty_account", counterparty);
        row.put("booking_time", (hour < 10 ? "0" : "") + hour + ":00:00");
        return row;
    }

    private static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
        row.put(column, value);
        return row;
    }

    private static Map<String, Object> profile(
            String account, int days, int bookings, int busiest, String debits, String largest) {
        int[] amounts = new int[LogAmounts.CLASSES];
        amounts[AROUND_50] = bookings;
        int[] hours = new int[HoursOfDay.CLASSES];
        for (int hour = 9; hour < 19; hour++) {
            hours[hour] = bookings / 10;
        }
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("account_id", account);
        profile.put("customer_id", "C-" + account);
        profile.put("active_days", days);
        profile.put("transaction_count", bookings);
        profile.put("maximum_day_count", busiest);
        profile.put("debit_base", debits);
        profile.put("maximum_base", largest);
        profile.put("log_amount_histogram", amounts);
        profile.put("hour_histogram", hours);
        return profile;
    }

    private static Map<String, Object> opening(
            String account, LocalDate day, int count, String largest, int amountClass) {
        int[] amounts = new int[LogAmounts.CLASSES];
        amounts[amountClass] = count;
        int[] hours = new int[HoursOfDay.CLASSES];
        hours[amountClass % HoursOfDay.CLASSES] = count;
        return Map.of(
                "account_id",
                account,
                "customer_id",
                "C-" + account,
                "activity_date",
                day,
                "transaction_count",
                count,
                "debit_base",
                largest,
                "credit_base",
                "1.00",
                "maximum_base",
                largest,
                "log_amount_histogram",
                amounts,
                "hour_histogram",
                hours);
    }

    private static Set<String> ids(List<Map<String, Object>> flagged, String detector) {
        Set<String> ids = new TreeSet<>();
        for (Map<String, Object> row : flagged) {
            if (row.get("detector").equals(detector)) {
                ids.add(String.valueOf(row.get("transaction_id")));
            }
        }
        return ids;
    }

    private static Map<String, Object> only(List<Map<String, Object>> flagged, String id, String detector) {
        return flagged.stream()
                .filter(row -> row.get("transaction_id").equals(id)
                        && row.get("detector").equals(detector))
                .findFirst()
                .orElseThrow();
    }
}
