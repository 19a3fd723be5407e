package io.daybreak.jobs.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.oracle.DuckDb;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedLandingTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    private static final String MAPPING = """
            -- Purpose: a bank's bookings
            -- Feed: transactions
            -- Each: booking gives 1
            -- Amount: amount
            -- Source: booking
            -- Delimiter: ;
            -- Columns: id STRING NOT NULL, account STRING, day AS booked DATE, amount DECIMAL(18,2), currency STRING
            -- Where: booked = business_date()
            -- Source: holder
            -- Columns: account STRING NOT NULL, customer STRING NOT NULL
            SELECT b.id AS transaction_id, b.account AS account_id, h.customer AS customer_id, b.amount, b.currency
            FROM booking b LEFT JOIN holder h ON h.account = b.account
            """;

    private static Cluster cluster;

    @TempDir
    static Path scratch;

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = Cluster.embedded(2, scratch);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        cluster.close();
    }

    @BeforeEach
    void layOut() throws IOException {
        lake = new Lake(folder.resolve("lake"));
        write("day.sql", MAPPING);
        write(
                "bookings.csv",
                "id;account;day;amount;currency\n3;A;2026-03-31;1.10;EUR\n1;B;2026-03-31;2.20;CZK\n"
                        + "9;A;2026-03-30;7.70;EUR\n2;C;2026-03-31;\"3.30\";EUR\nx;A;2026-03-32;1;EUR\n5;A;2026-03-");
        write("holders.csv", "account,customer\nA,Anna\nB,Bruno\n");
    }

    @Test
    void a_bank_s_file_lands_as_the_contract_s_feed() throws Exception {
        LandedFeed feed = land(feeds("")).get(0);

        Trailer trailer = Trailer.read(place());
        assertThat(trailer.rows()).isEqualTo(3);
        assertThat(trailer.amounts().toString()).isEqualTo("{CZK=2.20, EUR=4.40}");
        try (DuckDb duck = new DuckDb()) {
            assertThat(duck.rows("SELECT transaction_id, account_id, customer_id, amount, currency, payment_message"
                            + " FROM read_parquet('" + place() + "/*.parquet')"))
                    .containsExactly(
                            "1\tB\tBruno\t2.20\tCZK\tnull",
                            "2\tC\tnull\t3.30\tEUR\tnull",
                            "3\tA\tAnna\t1.10\tEUR\tnull");
        }
        LandedFeed.Read booking = feed.mappings().get(0).sources().get(0);
        assertThat(List.of(booking.rows(), booking.used(), booking.outside(), booking.unparsed()))
                .containsExactly(6L, 3L, 1L, 2L);
    }

    @Test
    void rows_that_do_not_read_are_kept_with_file_line_text_and_reason() throws Exception {
        LandedFeed feed = land(feeds("")).get(0);

        assertThat(feed.unparsed()).isEqualTo(2);
        assertThat(Files.readAllLines(place().resolve(LandedFeed.UNPARSED)))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"line\":6", "bookings.csv", "'2026-03-32' is not a DATE", "x;A;2026-03-32"),
                        second -> assertThat(second).contains("\"line\":7", "it has 3 fields, the header 5"));
        assertThat(Files.readString(place().resolve(LandedFeed.FILE))).contains("\"unparsed\" : 2");
    }

    @Test
    void landing_again_gives_the_same_bytes_at_any_parallelism() throws Exception {
        StringBuilder many = new StringBuilder("id;account;day;amount;currency\n");
        for (int i = 0; i < 5_000; i++) {
            many.append(i * 7919 % 5_000).append(";A;2026-03-31;").append(i).append(".01;EUR\n");
        }
        write("bookings.csv", many.toString());
        land(feeds(""));
        Trailer first = Trailer.read(place());

        try (Cluster wide = Cluster.embedded(4, scratch)) {
            new FeedLanding(wide, lake, NightSettings.DEFAULTS, feed -> {}).land(feeds(""), DATE);
        }

        assertThat(first.rows()).isEqualTo(5_000);
        assertThat(Trailer.read(place())).isEqualTo(first);
        try (DuckDb duck = new DuckDb()) {
            assertThat(duck.count("SELECT COUNT(*) FROM (SELECT transaction_id < lag(transaction_id)"
                            + " OVER (ORDER BY file_row_number) AS unsorted FROM read_parquet('" + place()
                            + "/*.parquet', file_row_number = true)) WHERE unsorted"))
                    .isZero();
        }
    }

    @Test
    void several_files_and_several_mappings_make_one_feed() throws Exception {
        Files.createDirectories(folder.resolve("days"));
        write("days/b.csv", "id;account;day;amount;currency\n11;A;2026-03-31;1.00;EUR\n");
        write("days/a.csv", "id;account;day;amount;currency\n12;A;2026-03-31;2.00;EUR\n13;A;2026-03-31;bad;EUR\n");
        Path file = write("feeds.yaml", """
                feeds:
                  - mapping: day.sql
                    sources: {booking: bookings.csv, holder: holders.csv}
                  - mapping: day.sql
                    as: branches
                    sources: {booking: "days/*.csv", holder: holders.csv}
                """ + empty("transactions"));

        LandedFeed feed = land(FeedsFile.read(file)).get(0);

        assertThat(feed.rows()).isEqualTo(5);
        assertThat(feed.mappings()).extracting(LandedFeed.Mapped::rows).containsExactly(3L, 2L);
        assertThat(feed.mappings().get(1).sources().get(0).files()).hasSize(2);
        assertThat(feed.unparsed()).isEqualTo(3);
    }

    @Test
    void a_bank_s_own_parquet_is_a_source_too() throws Exception {
        try (DuckDb duck = new DuckDb()) {
            duck.execute("COPY (SELECT 'P' || i AS \"Booking No\", CAST(i / 4.0 AS DECIMAL(18,2)) AS amt,"
                    + " DATE '2026-03-30' + CAST(i % 2 AS INT) AS day FROM range(10) t(i)) TO '"
                    + folder.resolve("own.parquet") + "' (FORMAT parquet)");
        }
        write("day.sql", """
                -- Purpose: Parquet with names of its own
                -- Feed: transactions
                -- Each: booking gives 1
                -- Amount: amount
                -- Source: booking
                -- Format: parquet
                -- Columns: "Booking No" AS id STRING, amt AS amount DECIMAL(18,2), day AS booked DATE
                -- Where: booked = business_date()
                SELECT id AS transaction_id, amount, 'EUR' AS currency FROM booking
                """);
        Path file = write("feeds.yaml", """
                feeds:
                  - mapping: day.sql
                    sources: {booking: own.parquet}
                """ + empty("transactions"));

        LandedFeed feed = land(FeedsFile.read(file)).get(0);

        assertThat(feed.rows()).isEqualTo(5);
        assertThat(Trailer.read(place()).amounts().toString()).isEqualTo("{EUR=6.25}");
    }

    @Test
    void a_mapping_that_loses_rows_lands_nothing_and_leaves_what_was_there() throws Exception {
        land(feeds(""));
        Trailer before = Trailer.read(place());
        write("day.sql", MAPPING.replace("LEFT JOIN", "JOIN"));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> land(feeds("")));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.OUT_OF_BALANCE);
        assertThat(failure.what()).contains("day.sql", "in 3 rows of 6.60", "out 2 rows of 3.30");
        assertThat(failure.next()).contains("nothing was landed");
        assertThat(Trailer.read(place())).isEqualTo(before);
    }

    @Test
    void a_mapping_that_changes_amounts_is_out_of_balance() throws IOException {
        write("day.sql", MAPPING.replace("b.amount,", "b.amount + 0.01 AS amount,"));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> land(feeds("")));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.OUT_OF_BALANCE);
        assertThat(failure.what()).contains("6.60", "6.63");
    }

    @Test
    void a_source_that_has_not_come_is_missing_input() {
        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> {
            Files.delete(folder.resolve("bookings.csv"));
            land(feeds(""));
        });

        assertThat(failure.exitCode()).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(failure.what()).isEqualTo("source booking of mapping day.sql has not come");
        assertThat(failure.file()).endsWith("bookings.csv");
        assertThat(failure.next()).isNotBlank();
    }

    @Test
    void a_feed_that_is_neither_mapped_nor_landed_nor_declared_empty_is_missing_input() throws IOException {
        Path file = write("feeds.yaml", """
                feeds:
                  - mapping: day.sql
                    sources: {booking: bookings.csv, holder: holders.csv}
                empty: [orders, trades]
                """);

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> land(FeedsFile.read(file)));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(failure.what())
                .startsWith("no mapping supplies customers, accounts, ")
                .doesNotContain("orders", "opening");
        assertThat(lake.root().resolve("landing")).doesNotExist();
    }

    @Test
    void a_header_that_changed_holds_the_feed() throws IOException {
        write("bookings.csv", "id;account;day;amount;currency;branch\n");

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> land(feeds("")));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("source booking of mapping day.sql", "[branch]");
    }

    @Test
    void a_select_that_cannot_run_is_the_mapping_s_fault() throws IOException {
        write("day.sql", MAPPING.replace("b.amount,", "b.amout AS amount,"));

        NightFailure unknown = catchThrowableOfType(NightFailure.class, () -> land(feeds("")));
        write("day.sql", MAPPING.replace("b.amount,", "CAST(b.account AS INT) AS amount,"));
        NightFailure cast = catchThrowableOfType(NightFailure.class, () -> land(feeds("")));
        write("day.sql", MAPPING.replace("b.amount,", "b.amount, 1 AS extra,"));
        NightFailure extra = catchThrowableOfType(NightFailure.class, () -> land(feeds("")));

        assertThat(List.of(unknown.exitCode(), cast.exitCode(), extra.exitCode()))
                .containsOnly(ExitCode.CONFIGURATION);
        assertThat(unknown.what()).contains("amout");
        assertThat(cast.what()).contains("'A'");
        assertThat(extra.what()).contains("selects [extra], which transactions does not have");
    }

    @Test
    void a_missing_value_the_contract_requires_holds_the_feed_and_names_the_row() throws IOException {
        write("customers.sql", """
                -- Purpose: customers without a country
                -- Feed: customers
                -- Source: holder
                -- Columns: account STRING NOT NULL, customer STRING NOT NULL
                SELECT customer AS customer_id, 'BASIC' AS customer_tier, 'INDIVIDUAL' AS customer_type,
                  customer AS name, NULLIF(account, 'B') AS country, 'MASS' AS segment, 'LOW' AS kyc_risk, FALSE AS pep,
                  business_date() AS onboarded_on, business_date() AS valid_from
                FROM holder
                """);
        Path file = write("feeds.yaml", """
                feeds:
                  - mapping: customers.sql
                    sources: {holder: holders.csv}
                """ + empty("customers"));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> land(FeedsFile.read(file)));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("customers.sql gives no value for column country", "customer_id=Bruno");
    }

    @Test
    void two_rows_of_one_key_hold_a_feed_of_reference_data() throws IOException {
        write("rates.sql", """
                -- Purpose: a fixing twice
                -- Feed: fx_rates
                -- Source: rate
                -- Columns: currency STRING NOT NULL, fixing DECIMAL(18,8) NOT NULL
                SELECT currency, business_date() AS rate_date, fixing AS rate_to_base FROM rate
                """);
        write("rates.csv", "currency,fixing\nCZK,0.04\nUSD,0.9\nCZK,0.05\n");
        Path file = write("feeds.yaml", """
                feeds:
                  - mapping: rates.sql
                    sources: {rate: rates.csv}
                """ + empty("fx_rates"));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> land(FeedsFile.read(file)));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("two rows of fx_rates with one currency, rate_date", "currency=CZK");
    }

    @Test
    void a_mistake_in_the_feeds_file_is_configuration_and_names_the_nearest() throws IOException {
        assertThat(refused("feeds:\n  - maping: day.sql\n")).contains("'maping'", "did you mean 'mapping'");
        assertThat(refused("feeds:\n  - mapping: dya.sql\n")).contains("no mapping file");
        assertThat(refused("feeds:\n  - mapping: berka/transaction\n")).contains("no built-in mapping");
        assertThat(refused("feeds:\n  - mapping: day.sql\n    sources: {bookings: b.csv}\n"))
                .contains("did you mean 'booking'");
        assertThat(refused("feeds:\n  - mapping: day.sql\n    sources: {booking: b.csv}\n"))
                .contains("needs a file for its source 'holder'");
        assertThat(refused("empty: [orders]\n")).contains("no list 'feeds'");
        String good = "feeds:\n  - mapping: day.sql\n    sources: {booking: b.csv, holder: h.csv}\n";
        assertThat(refused(good + "empty: [order]\n")).contains("lands no 'order'");
        assertThat(refused(good + "empty: [transactions]\n")).contains("both mapped and declared empty");
        assertThat(refused(good + good.substring(good.indexOf('\n') + 1))).contains("listed twice");
    }

    private String refused(String yaml) throws IOException {
        Path file = write("feeds.yaml", yaml);
        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> FeedsFile.read(file));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        return failure.what();
    }

    private FeedsFile feeds(String more) throws IOException {
        return FeedsFile.read(write("feeds.yaml", """
                feeds:
                  - mapping: day.sql
                    sources: {booking: bookings.csv, holder: holders.csv}
                """ + more + empty("transactions")));
    }

    /** Declares everything empty but one feed. */
    private static String empty(String but) {
        return "empty: "
                + Catalogue.landed().stream()
                        .map(TableSpec::name)
                        .filter(name -> !name.equals(but))
                        .toList() + "\n";
    }

    private List<LandedFeed> land(FeedsFile file) throws Exception {
        return new FeedLanding(cluster, lake, NightSettings.DEFAULTS, feed -> {}).land(file, DATE);
    }

    private Path place() throws IOException {
        Path place = LandingPaths.feed(lake.root(), "transactions", DATE);
        try (Stream<Path> siblings = Files.list(place.getParent())) {
            assertThat(siblings.filter(path -> path.toString().contains("replaced")))
                    .isEmpty();
        }
        return place;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
