package io.daybreak.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of 100,000 transactions, read back through DuckDB. */
class SampleDayTest {

    private static final LocalDate SALARY_DAY = LocalDate.of(2025, 11, 25);
    private static final int ROWS = 100_000;

    /** What a bank would check row by row, written independently of any rule the night applies. */
    private static final String CLEAN = "SELECT t.source_file, t.source_row FROM transactions t"
            + " JOIN customers c ON c.customer_id = t.customer_id AND c.valid_from <= DATE '2025-11-25'"
            + "  AND coalesce(c.valid_to, DATE '9999-12-31') >= DATE '2025-11-25'"
            + " JOIN accounts a ON a.account_id = t.account_id AND a.customer_id = t.customer_id"
            + "  AND a.valid_from <= DATE '2025-11-25' AND coalesce(a.valid_to, DATE '9999-12-31') >= DATE '2025-11-25'"
            + " JOIN fx_rates fa ON fa.currency = a.currency AND fa.rate_date = DATE '2025-11-25'"
            + " JOIN fx_rates ft ON ft.currency = t.currency AND ft.rate_date = DATE '2025-11-25'"
            + " WHERE t.transaction_id IS NOT NULL AND t.transaction_type IN ('DEBIT', 'CREDIT') AND t.amount > 0"
            + " AND t.currency IN ('EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'CZK', 'JPY')"
            + " AND (t.currency <> 'JPY' OR t.amount = floor(t.amount))"
            + " AND t.booking_time >= TIMESTAMP '2025-11-20' AND t.booking_time < TIMESTAMP '2025-11-26'"
            + " AND t.value_date IS NOT NULL AND abs(date_diff('day', CAST(t.booking_time AS DATE), t.value_date)) <= 30"
            + " AND a.status IN ('OPEN', 'DORMANT') AND a.opened_on <= CAST(t.booking_time AS DATE)"
            + " AND (t.transaction_type = 'CREDIT' OR t.amount <= a.daily_limit)"
            + " AND (t.transaction_type = 'CREDIT' OR t.amount * ft.rate_to_base <= a.daily_limit * fa.rate_to_base)"
            + " AND t.channel IN ('BRANCH', 'ATM', 'POS', 'ONLINE', 'MOBILE', 'API', 'BATCH')"
            + " AND t.payment_method IN ('CARD', 'TRANSFER', 'CASH', 'DIRECT_DEBIT', 'CHEQUE', 'WIRE', 'FEE')"
            + " AND t.country IN ('DE','FR','NL','AT','IT','ES','BE','PL','CZ','SE','GB','CH','US','JP')"
            + " AND coalesce(t.counterparty_country, 'DE') IN ('DE','FR','NL','AT','IT','ES','BE','PL','CZ','SE','GB',"
            + "  'CH','US','JP','KP','IR','MM')"
            + " AND regexp_full_match(coalesce(t.counterparty_bank, 'AAAADEAA'),"
            + "  '[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?')"
            + " AND regexp_full_match(t.reference, '[A-Za-z0-9/?:().,''+ -]{1,35}')"
            + " AND NOT regexp_matches(t.description, '[\\x00-\\x1f\\x7f]')"
            + " AND (t.ip_address IS NULL OR regexp_full_match(t.ip_address, '198\\.1[89](\\.(\\d|\\d\\d|1\\d\\d|2[0-4]\\d|25[0-5])){2}'))";

    @TempDir
    static Path directory;

    private static List<Trailer> trailers = List.of();
    private static Lake lake;

    @BeforeAll
    static void write_a_day() throws Exception {
        trailers = SampleDay.write(request(ROWS, 7, 4, directory.resolve("four")));
        lake = new Lake(directory.resolve("four"));
    }

    @AfterAll
    static void close_it() throws Exception {
        lake.close();
    }

    @Test
    void parallelism_changes_no_byte() throws Exception {
        SampleDay.write(request(ROWS, 7, 1, directory.resolve("one")));
        SampleDay.write(request(ROWS, 7, 3, directory.resolve("three")));

        Map<String, String> four = hashes(directory.resolve("four"));
        assertThat(hashes(directory.resolve("one"))).isEqualTo(four);
        assertThat(hashes(directory.resolve("three"))).isEqualTo(four);
        assertThat(four.keySet())
                .contains("landing/transactions/date=2025-11-25/part-00003.parquet", "truth/date=2025-11-25/aml.jsonl");
    }

    @Test
    void another_seed_is_another_bank_and_a_rerun_leaves_no_stale_file() throws Exception {
        Path again = directory.resolve("again");
        SampleDay.write(request(2_000, 7, 2, again));
        Path feed = LandingPaths.feed(again, "transactions", SALARY_DAY);
        Files.writeString(feed.resolve("part-00099.parquet"), "left over");
        Map<String, String> before = hashes(again);

        SampleDay.write(request(2_000, 8, 2, again));

        Map<String, String> after = hashes(again);
        assertThat(feed.resolve("part-00099.parquet")).doesNotExist();
        for (String table : List.of("transactions", "customers", "market_history", "orders", "exposures")) {
            String file = "landing/" + table + "/date=2025-11-25/part-00000.parquet";
            assertThat(after.get(file)).as(table).isNotEqualTo(before.get(file));
        }
    }

    @Test
    void every_landed_table_is_there_with_rows() throws Exception {
        assertThat(trailers)
                .extracting(Trailer::feed)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.landed().stream().map(TableSpec::name).toList());
        for (TableSpec table : Catalogue.landed()) {
            assertThat(lake.number("SELECT count(*) FROM " + table.name()))
                    .as(table.name())
                    .isPositive();
            assertThat(lake.rows("SELECT column_name FROM (DESCRIBE " + table.name() + ")"))
                    .as(table.name())
                    .startsWith(table.columnNames().toArray(String[]::new));
        }
    }

    @Test
    void trailers_agree_with_a_recount() throws Exception {
        for (Trailer trailer : trailers) {
            TableSpec table = Catalogue.table(trailer.feed());
            Path feed = LandingPaths.feed(directory.resolve("four"), table.name(), SALARY_DAY);

            assertThat(Trailer.read(feed)).isEqualTo(trailer);
            assertThat(trailer.rows()).as(table.name()).isEqualTo((long)
                    lake.number("SELECT count(*) FROM " + table.name()));
            for (Trailer.FileEntry file : trailer.files()) {
                byte[] bytes = Files.readAllBytes(feed.resolve(file.name()));
                assertThat(file.bytes()).isEqualTo(bytes.length);
                assertThat(file.sha256()).isEqualTo(sha256(bytes));
            }
            Map<String, BigDecimal> recount = new TreeMap<>();
            if (!table.amount().isEmpty()) {
                for (String row : lake.rows("SELECT coalesce(currency, '-'), coalesce(sum(" + table.amount()
                        + "), 0.00) FROM " + table.name() + " GROUP BY 1")) {
                    recount.put(
                            row.substring(0, row.indexOf('|')), new BigDecimal(row.substring(row.indexOf('|') + 1)));
                }
            }
            assertThat(trailer.amounts()).as(table.name()).isEqualTo(recount);
        }
    }

    @Test
    void keys_are_unique_but_for_planted_duplicates_and_references_resolve() throws Exception {
        for (TableSpec table : Catalogue.landed()) {
            if (!table.name().equals("transactions")) {
                String key = String.join(", ", table.key());
                assertThat(lake.rows("SELECT " + key + " FROM " + table.name()
                                + " GROUP BY ALL HAVING count(*) > 1 LIMIT 3"))
                        .as(table.name())
                        .isEmpty();
            }
        }
        for (String reference : List.of(
                "accounts.customer_id customers.customer_id",
                "positions.instrument_id instruments.instrument_id",
                "positions.counterparty_id counterparties.counterparty_id",
                "instruments.risk_factor risk_factors.factor_id",
                "instruments.issuer_id counterparties.counterparty_id",
                "market_history.factor_id risk_factors.factor_id",
                "orders.instrument_id instruments.instrument_id",
                "trades.order_id orders.order_id",
                "trades.counterparty_id counterparties.counterparty_id",
                "exposures.customer_id customers.customer_id",
                "exposures.counterparty_id counterparties.counterparty_id",
                "collateral.exposure_id exposures.exposure_id",
                "opening_activity.account_id accounts.account_id",
                "opening_counterparties.account_id accounts.account_id",
                "opening_purchases.customer_id customers.customer_id")) {
            String[] part = reference.split("[ .]", -1);
            assertThat(lake.rows("SELECT DISTINCT " + part[1] + " FROM " + part[0] + " WHERE " + part[1]
                            + " IS NOT NULL AND " + part[1] + " NOT IN (SELECT " + part[3] + " FROM " + part[2]
                            + ") LIMIT 3"))
                    .as(reference)
                    .isEmpty();
        }
    }

    @Test
    void every_row_without_a_planted_defect_is_valid_in_every_respect() throws Exception {
        String bad = "SELECT source_file, source_row FROM transactions EXCEPT " + CLEAN
                + " EXCEPT SELECT source_file, source_row FROM truth_defects LIMIT 5";

        assertThat(lake.rows(bad)).isEmpty();
        assertThat(lake.rows(
                        "SELECT transaction_id FROM transactions ANTI JOIN truth_defects USING (source_file, source_row)"
                                + " GROUP BY 1 HAVING count(*) > 1"))
                .isEmpty();
    }

    @Test
    void every_kind_of_defect_is_planted_and_makes_its_row_invalid() throws Exception {
        List<String> kinds = lake.rows("SELECT DISTINCT kind FROM truth_defects");
        double share = lake.number("SELECT count(*) FROM truth_defects") / ROWS;

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        Arrays.stream(Defect.values()).map(Enum::name).toArray(String[]::new));
        assertThat(share).isBetween(0.015, 0.02);
        // An IBAN's check digits are beyond SQL and duplicates are valid alone: both are looked at below.
        assertThat(lake.rows("SELECT DISTINCT kind FROM truth_defects SEMI JOIN (" + CLEAN
                        + ") USING (source_file, source_row) ORDER BY 1"))
                .containsExactly("BAD_IBAN", "DUPLICATE_EXACT", "DUPLICATE_OTHER_AMOUNT");
        assertThat(lake.rows("SELECT count(*) FROM truth_defects d JOIN transactions t USING (source_file, source_row)"
                        + " JOIN transactions o ON o.source_file = d.original_file AND o.source_row = d.original_row"
                        + " WHERE d.kind LIKE 'DUPLICATE%' AND o.transaction_id = t.transaction_id"
                        + " AND (o.amount = t.amount) = (d.kind = 'DUPLICATE_EXACT')"))
                .isEqualTo(lake.rows("SELECT count(*) FROM truth_defects WHERE kind LIKE 'DUPLICATE%'"));
    }

    @Test
    void ibans_are_right_except_where_planted_wrong() throws Exception {
        List<String> right = lake.rows("SELECT DISTINCT counterparty_account FROM transactions ANTI JOIN"
                + " (SELECT * FROM truth_defects WHERE kind = 'BAD_IBAN') USING (source_file, source_row)"
                + " WHERE regexp_full_match(counterparty_account, '[A-Z]{2}\\d{2}[A-Z0-9]{11,30}')"
                + " UNION SELECT iban FROM accounts");
        List<String> wrong = lake.rows("SELECT counterparty_account FROM transactions SEMI JOIN"
                + " (SELECT * FROM truth_defects WHERE kind = 'BAD_IBAN') USING (source_file, source_row)");

        assertThat(right).hasSizeGreaterThan(10_000).allMatch(SampleDayTest::isIban);
        assertThat(wrong).isNotEmpty().noneMatch(SampleDayTest::isIban);
    }

    @Test
    void leis_and_isins_have_right_check_digits() throws Exception {
        List<String> leis =
                lake.rows("SELECT lei FROM counterparties UNION ALL SELECT DISTINCT lei FROM customers WHERE"
                        + " lei IS NOT NULL UNION ALL SELECT DISTINCT left(uti, 20) FROM trades WHERE uti IS NOT NULL");
        List<String> isins = lake.rows("SELECT isin FROM instruments WHERE isin IS NOT NULL");

        assertThat(leis)
                .hasSizeGreaterThan(500)
                .allMatch(lei -> lei.matches("[A-Z0-9]{18}\\d{2}")
                        && spelt(lei).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE));
        assertThat(isins).hasSizeGreaterThan(400).doesNotHaveDuplicates().allMatch(SampleDayTest::isIsin);
    }

    @Test
    void the_day_is_skewed_as_real_days_are() throws Exception {
        assertThat(lake.number("SELECT max(n) FROM (SELECT count(*) n FROM transactions GROUP BY account_id)") / ROWS)
                .isBetween(0.10, 0.20);
        assertThat(lake.number("SELECT count(*) FROM (SELECT customer_id FROM transactions GROUP BY 1 ORDER BY count(*)"
                        + " DESC LIMIT 100) SEMI JOIN customers USING (customer_id)"))
                .isEqualTo(100);
        assertThat(lake.number("SELECT sum(n) FROM (SELECT count(*) n FROM transactions GROUP BY customer_id ORDER BY n"
                                + " DESC LIMIT 100)")
                        / ROWS)
                .isGreaterThan(0.35);
        assertThat(lake.number(
                        "SELECT count(*) FILTER (hour(booking_time) BETWEEN 8 AND 19) / count(*) FROM transactions"))
                .isBetween(0.7, 0.95);
        assertThat(lake.number("SELECT count(*) FROM transactions WHERE description LIKE 'Salary%'") / ROWS)
                .isBetween(0.05, 0.13);
        assertThat(lake.number("SELECT count(*) FROM transactions WHERE currency = 'EUR'") / ROWS)
                .isBetween(0.6, 0.9);
    }

    @Test
    void a_weekend_has_more_cards_and_fewer_transfers() throws Exception {
        Path weekend = directory.resolve("weekend");
        SampleDay.write(new SampleRequest(LocalDate.of(2025, 11, 22), 20_000, 7, 500, false, 2, weekend));

        String share = "SELECT count(*) FILTER (payment_method = 'CARD') / count(*) FROM transactions"
                + " WHERE account_id <> (SELECT mode(account_id) FROM transactions) AND description NOT LIKE 'Salary%'";
        try (Lake saturday = new Lake(weekend)) {
            assertThat(saturday.number(share)).isGreaterThan(lake.number(share) + 0.05);
            assertThat(saturday.rows("SELECT DISTINCT rate_date FROM fx_rates ORDER BY 1 DESC"))
                    .hasSize(6)
                    .startsWith("2025-11-22");
        }
    }

    @Test
    void a_wide_row_is_about_four_kilobytes_and_compresses_as_messages_do() throws Exception {
        Path wide = directory.resolve("wide");
        List<Trailer> landed = SampleDay.write(new SampleRequest(SALARY_DAY, 5_000, 7, 500, true, 2, wide));

        long bytes = landed.get(0).files().stream()
                .mapToLong(Trailer.FileEntry::bytes)
                .sum();
        try (Lake day = new Lake(wide)) {
            assertThat(day.number("SELECT avg(strlen(payment_message)) FROM transactions"))
                    .isBetween(3_700.0, 4_200.0);
            assertThat(day.number("SELECT count(DISTINCT payment_message) FROM transactions"))
                    .isEqualTo(5_000);
        }
        assertThat(landed.get(0).feed()).isEqualTo("transactions");
        assertThat(bytes / 5_000).isBetween(800L, 2_000L);
    }

    @Test
    void planted_patterns_are_what_the_truth_says() throws Exception {
        assertThat(lake.rows("SELECT DISTINCT kind FROM truth_aml ORDER BY 1"))
                .containsExactly(
                        "CYCLE",
                        "DORMANT_REACTIVATION",
                        "FAN_IN",
                        "FAN_OUT",
                        "HIGH_RISK_GEOGRAPHY",
                        "RAPID_MOVEMENT",
                        "ROUND_AMOUNTS",
                        "SANCTIONED_COUNTERPARTY",
                        "SCATTER_GATHER",
                        "SMURFING",
                        "STRUCTURING");
        assertThat(lake.rows("SELECT DISTINCT kind FROM truth_anomalies ORDER BY 1"))
                .containsExactly("AMOUNT_SPIKE", "NEW_COUNTERPARTY_LARGE", "UNUSUAL_HOUR", "VELOCITY");
        assertThat(lake.rows("SELECT DISTINCT kind FROM truth_surveillance ORDER BY 1"))
                .containsExactly("FRONT_RUNNING", "LAYERING", "MARKING_THE_CLOSE", "QUOTE_STUFFING", "WASH_TRADE");

        String planted = "(SELECT kind, pattern_id, p.accounts, t.* FROM (SELECT kind, pattern_id, accounts,"
                + " unnest(transactions) x FROM truth_aml) p JOIN transactions t ON t.source_file = p.x.source_file"
                + " AND t.source_row = p.x.source_row AND t.transaction_id = p.x.transaction_id)";
        assertThat(lake.number("SELECT count(*) FROM " + planted + " WHERE NOT list_contains(accounts, account_id)"))
                .isZero();
        assertThat(lake.number("SELECT count(*) FROM " + planted))
                .isEqualTo(lake.number("SELECT sum(len(transactions)) FROM truth_aml"));
        assertThat(lake.rows("SELECT DISTINCT count(*) >= 4, max(amount) < 10000, sum(amount) > 10000 FROM " + planted
                        + " WHERE kind = 'STRUCTURING' GROUP BY pattern_id"))
                .containsExactly("true|true|true");
        assertThat(lake.rows("SELECT DISTINCT count(DISTINCT branch_code) >= 5, sum(amount) > 10000 FROM " + planted
                        + " WHERE kind = 'SMURFING' GROUP BY pattern_id"))
                .containsExactly("true|true");
        assertThat(lake.rows("SELECT DISTINCT count(DISTINCT counterparty_account) FROM " + planted
                        + " WHERE kind IN ('FAN_IN', 'FAN_OUT') GROUP BY pattern_id"))
                .containsExactly("15");
        assertThat(lake.number(
                        "SELECT count(*) FROM " + planted + " p JOIN accounts a ON a.iban = p.counterparty_account"
                                + " WHERE kind = 'CYCLE' AND NOT list_contains(p.accounts, a.account_id)"))
                .isZero();
        assertThat(lake.number(
                        "SELECT count(DISTINCT pattern_id) FROM " + planted + " p JOIN watchlists w ON entry_value ="
                                + " CASE entry_type WHEN 'ACCOUNT' THEN counterparty_account WHEN 'BANK' THEN counterparty_bank END"
                                + " WHERE kind = 'SANCTIONED_COUNTERPARTY'"))
                .isEqualTo(4);
    }

    private static SampleRequest request(long rows, long seed, int parallelism, Path lake) {
        return new SampleRequest(SALARY_DAY, rows, seed, SampleRequest.DEFAULT_HISTORY_DAYS, false, parallelism, lake);
    }

    /** ISO 13616: the first four characters moved behind the rest, letters spelt as numbers, the rest by 97 is one. */
    private static boolean isIban(String iban) {
        return spelt(iban.substring(4) + iban.substring(0, 4))
                .mod(BigInteger.valueOf(97))
                .equals(BigInteger.ONE);
    }

    private static BigInteger spelt(String text) {
        return new BigInteger(text.chars()
                .mapToObj(c -> String.valueOf(Character.getNumericValue(c)))
                .collect(Collectors.joining()));
    }

    /** ISO 6166: Luhn over the digits of the spelt characters, from the right every second one doubled. */
    private static boolean isIsin(String isin) {
        String digits = isin.chars()
                .mapToObj(c -> String.valueOf(Character.getNumericValue(c)))
                .collect(Collectors.joining());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return isin.matches("[A-Z]{2}[A-Z0-9]{9}\\d") && sum % 10 == 0;
    }

    private static Map<String, String> hashes(Path root) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(root.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
