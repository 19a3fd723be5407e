package io.daybreak.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.oracle.DuckDb;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.testing.Folders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good day, damaged in one way at a time: what the night says, to whom, and that nothing bad is published. */
class BadInputTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final TableSpec FEED = Catalogue.TRANSACTIONS;
    private static final long ROWS = 2_000;

    @TempDir
    static Path shared;

    private static Cluster cluster;

    @TempDir
    Path folder;

    private Lake lake;
    private Path feed;
    private Path file;

    @BeforeAll
    static void makeAGoodDay() throws Exception {
        SampleDay.write(
                new SampleRequest(DATE, ROWS, SampleRequest.DEFAULT_SEED, 500, false, 2, shared.resolve("good")));
        cluster = Cluster.embedded(2, shared);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        cluster.close();
    }

    @BeforeEach
    void copyTheGoodDay() throws IOException {
        lake = new Lake(folder.resolve("lake"));
        Folders.copy(shared.resolve("good"), lake.root());
        feed = lake.landing(FEED, DATE);
        file = feed.resolve(LandingPaths.fileName(0));
    }

    @Test
    void a_missing_feed_is_missing_input() throws IOException {
        Folders.delete(feed);

        NightFailure failure = failure("intake");

        assertThat(failure.exitCode()).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(failure.line(DATE.toString(), "intake"))
                .startsWith("daybreak: INPUT_MISSING (exit 4) date=2026-03-31 stage=intake file=" + feed)
                .contains("feed transactions has not landed")
                .contains("Next: ask the sender");
        assertNothingPublished();
    }

    @Test
    void a_feed_without_a_trailer_may_still_be_arriving() throws IOException {
        Files.delete(feed.resolve(LandingPaths.TRAILER));

        NightFailure failure = failure("intake");

        assertThat(failure.exitCode()).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(failure.what()).contains("feed transactions has no trailer");
        assertThat(failure.next()).contains("wait for the sender's trailer");
    }

    @Test
    void an_empty_folder_is_not_an_empty_feed() throws IOException {
        Folders.delete(feed);
        Files.createDirectories(feed);

        assertThat(failure("intake").exitCode()).isEqualTo(ExitCode.INPUT_MISSING);
    }

    @Test
    void a_trailer_that_says_no_row_is_a_day_without_rows() throws Exception {
        Folders.delete(feed);
        Files.createDirectories(feed);
        new Trailer(FEED.name(), DATE, 0, Map.of(), List.of()).write(feed);

        RunManifest manifest = run("intake", "prepare");

        assertThat(manifest.state()).isEqualTo(RunManifest.State.FINISHED);
        assertThat(manifest.stages().get(1).outputs())
                .extracting(StageRecord.Output::rows)
                .containsOnly(0L);
    }

    @Test
    void a_truncated_file_is_held_and_so_is_one_whose_trailer_was_made_to_fit() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        NightFailure shorter = failure("intake");
        sealAgain(ROWS);
        NightFailure sealed = failure("intake");

        assertThat(shorter.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(shorter.what())
                .contains("file has " + whole.length / 2 + " bytes, the trailer says " + whole.length);
        assertThat(shorter.file()).isEqualTo(file.toString());
        assertThat(sealed.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(sealed.what()).contains("file is not whole Parquet");
    }

    @Test
    void a_changed_byte_shows_in_the_hash() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[1000] ^= 1;
        Files.write(file, bytes);

        NightFailure failure = failure("intake");

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("file hashes to", "the trailer says");
    }

    @Test
    void a_column_of_another_type_is_held() throws Exception {
        rewrite("SELECT * REPLACE (CAST(amount AS DOUBLE) AS amount) FROM landed");

        NightFailure failure = failure("intake");

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("column amount is", "double", "the contract says DECIMAL(18,2)");
    }

    @Test
    void a_missing_column_is_held() throws Exception {
        rewrite("SELECT * EXCLUDE (value_date) FROM landed");

        NightFailure failure = failure("intake");

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("file lacks column value_date DATE");
    }

    @Test
    void an_extra_column_is_held_because_taking_it_in_would_lose_it() throws Exception {
        rewrite("SELECT *, 'x' AS loyalty_number FROM landed");

        NightFailure failure = failure("intake");

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("[loyalty_number]", "would lose them");
        assertThat(failure.next()).contains("mapping that leaves them out");
    }

    @Test
    void an_unknown_code_rejects_its_rows_and_no_other() throws Exception {
        long before = rejected("TX28");
        rewrite("SELECT * REPLACE (CASE WHEN transaction_id IN (SELECT transaction_id FROM landed WHERE channel ="
                + " 'BRANCH') THEN 'TELEX' ELSE channel END AS channel) FROM landed");
        long telex;
        try (DuckDb duck = new DuckDb()) {
            telex = duck.count("SELECT COUNT(*) FROM read_parquet('" + file + "') WHERE channel = 'TELEX'");
        }

        run("intake", "prepare");

        assertThat(telex).isPositive();
        assertThat(rejected("TX28")).isGreaterThanOrEqualTo(telex);
        assertThat(before).isZero();
    }

    @Test
    void a_day_of_which_too_much_is_rejected_is_held_where_the_settings_say_so() {
        NightSettings strict = settingsWithHold(new BigDecimal("0.0001"));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> run(strict, false, "intake", "prepare"));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(failure.what()).contains("transactions are rejected", "rejectedShareHold 0.0001");
    }

    @Test
    void a_trailer_with_other_rows_or_a_cent_more_is_held() throws Exception {
        Trailer good = Trailer.read(feed);
        Trailer.FileEntry entry = good.files().get(0);
        new Trailer(
                        good.feed(),
                        DATE,
                        good.rows() + 1,
                        good.amounts(),
                        List.of(new Trailer.FileEntry(entry.name(), entry.bytes(), entry.rows() + 1, entry.sha256())))
                .write(feed);
        NightFailure rows = failure("intake");
        Map<String, BigDecimal> amounts = new TreeMap<>(good.amounts());
        amounts.merge("EUR", new BigDecimal("0.01"), BigDecimal::add);
        new Trailer(good.feed(), DATE, good.rows(), amounts, good.files()).write(feed);
        NightFailure cent = failure("intake");

        assertThat(rows.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(rows.what()).contains("file has " + ROWS + " rows, the trailer says " + (ROWS + 1));
        assertThat(cent.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(cent.what()).contains("trailer mismatch in feed transactions, currency EUR");
        assertThat(cent.file()).endsWith(LandingPaths.TRAILER);
        assertNothingPublished();
    }

    @Test
    void a_trailer_of_another_day_or_that_is_no_trailer_is_held() throws Exception {
        Trailer good = Trailer.read(feed);
        new Trailer(good.feed(), DATE.minusDays(1), good.rows(), good.amounts(), good.files()).write(feed);
        NightFailure otherDay = failure("intake");
        Files.writeString(feed.resolve(LandingPaths.TRAILER), "{\"feed\": \"transactions\"");
        NightFailure broken = failure("intake");

        assertThat(otherDay.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(otherDay.what()).contains("trailer is of transactions 2026-03-30");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(broken.what()).contains("is not readable");
    }

    @Test
    void a_file_delivered_twice_is_held_the_same_day_and_on_the_next() throws Exception {
        Trailer good = Trailer.read(feed);
        Trailer.FileEntry entry = good.files().get(0);
        Folders.copy(feed, lake.landing(FEED, DATE.minusDays(1)));
        new Trailer(good.feed(), DATE.minusDays(1), good.rows(), good.amounts(), good.files())
                .write(lake.landing(FEED, DATE.minusDays(1)));
        NightFailure nextDay = failure("intake");
        Folders.delete(lake.landing(FEED, DATE.minusDays(1)));
        Files.copy(file, feed.resolve("part-00009.parquet"));
        Map<String, BigDecimal> doubled = new TreeMap<>();
        good.amounts().forEach((currency, amount) -> doubled.put(currency, amount.add(amount)));
        new Trailer(
                        good.feed(),
                        DATE,
                        good.rows() + entry.rows(),
                        doubled,
                        List.of(
                                entry,
                                new Trailer.FileEntry(
                                        "part-00009.parquet", entry.bytes(), entry.rows(), entry.sha256())))
                .write(feed);
        NightFailure sameDay = failure("intake");

        assertThat(nextDay.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(nextDay.what()).contains("taken in as transactions of 2026-03-30: delivered twice");
        assertThat(nextDay.count()).isEqualTo(entry.rows());
        assertThat(sameDay.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(sameDay.what()).contains("same bytes as part-00000.parquet: delivered twice");
    }

    @Test
    void a_file_the_trailer_does_not_name_or_names_in_vain_is_held() throws Exception {
        Files.copy(file, feed.resolve("stray.parquet"));
        NightFailure stray = failure("intake");
        Files.delete(feed.resolve("stray.parquet"));
        Files.delete(file);
        NightFailure gone = failure("intake");

        assertThat(stray.what()).contains("file is not in the trailer: stray.parquet");
        assertThat(gone.what()).contains("trailer names a file that is not there: part-00000.parquet");
        assertThat(List.of(stray.exitCode(), gone.exitCode())).containsOnly(ExitCode.DATA_HOLD);
    }

    @Test
    void a_lake_that_cannot_be_written_is_infrastructure() throws IOException {
        Path aFile = Files.writeString(folder.resolve("not-a-folder"), "");
        lake = new Lake(aFile);
        NightFailure notAFolder = failure("intake");
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc: nowhere even root may not write");
        lake = new Lake(Path.of("/proc/daybreak-lake"));
        NightFailure proc = failure("intake");

        assertThat(List.of(notAFolder.exitCode(), proc.exitCode())).containsOnly(ExitCode.INFRASTRUCTURE);
        assertThat(proc.what()).contains("cannot write to the lake");
        assertThat(proc.next()).contains("rights");
    }

    @Test
    void a_disk_that_is_full_at_the_commit_point_publishes_nothing_and_the_night_can_be_resumed() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full: no device that is always full");
        Path run = lake.runs(DATE).resolve("1");
        Files.createDirectories(run);
        Path link = Files.createSymbolicLink(run.resolve(".stage-intake.json.new"), full);

        NightFailure failure =
                catchThrowableOfType(NightFailure.class, () -> run(NightSettings.DEFAULTS, true, "intake", "prepare"));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(failure.what()).contains("No space left on device");
        assertThat(failure.next()).contains("check disk", "--resume");
        assertNothingPublished();
        Files.delete(link);

        RunManifest resumed = run(NightSettings.DEFAULTS, true, "intake", "prepare");
        assertThat(resumed.runId()).isEqualTo(DATE + ".1");
        assertThat(resumed.state()).isEqualTo(RunManifest.State.FINISHED);
    }

    @Test
    void a_disk_that_fills_up_under_the_tables_is_infrastructure() throws Exception {
        Path tables = Files.createDirectories(lake.warehouse());
        Assumptions.assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", tables.toString()),
                "may not mount a small disk here");
        try {
            NightFailure failure = failure("intake", "prepare");

            assertThat(failure.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE);
            assertThat(failure.what()).contains("No space left on device");
        } finally {
            assertThat(command("umount", "-l", tables.toString())).isTrue();
        }
    }

    @Test
    void an_unknown_stage_is_usage_and_names_the_nearest() {
        NightFailure failure = failure("prepar");

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.what()).contains("no stage 'prepar'", "did you mean 'prepare'");
    }

    @Test
    void a_second_night_on_the_same_lake_waits_its_turn() throws IOException {
        try (NightLock held = NightLock.acquire(lake)) {
            NightFailure failure = failure("intake");

            assertThat(held).isNotNull();
            assertThat(failure.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE);
            assertThat(failure.what()).contains("another night is running on this lake");
        }
    }

    private NightFailure failure(String... stages) {
        return catchThrowableOfType(NightFailure.class, () -> run(stages));
    }

    private RunManifest run(String... stages) throws Exception {
        return run(NightSettings.DEFAULTS, false, stages);
    }

    private RunManifest run(NightSettings settings, boolean resume, String... stages) throws Exception {
        return new NightRunner(Night.graph(), cluster, new SilentListener(), System::nanoTime, Map.of())
                .run(new NightRequest(DATE, lake, List.of(stages), "", resume, "", settings));
    }

    private void assertNothingPublished() throws IOException {
        assertThat(new RunStore(lake).lastFinished(DATE)).isEmpty();
        try (PublishedCatalog catalog = new PublishedCatalog(lake)) {
            for (TableSpec table : Catalogue.published()) {
                assertThat(catalog.processingDates(table)).as(table.name()).isEmpty();
            }
        }
    }

    /** Published rejected rows that carry a rule. */
    private long rejected(String rule) throws Exception {
        TableSpec table = Catalogue.REJECTED_TRANSACTIONS;
        try (PublishedCatalog catalog = new PublishedCatalog(lake);
                DuckDb duck = new DuckDb()) {
            if (!catalog.exists(table)) {
                return 0;
            }
            List<String> files = new ArrayList<>();
            catalog.files(table, catalog.publishedSnapshot(table), DATE.toString())
                    .forEach(published -> files.add("'" + published.path() + "'"));
            return duck.count("SELECT COUNT(*) FROM read_parquet(" + files + ") WHERE list_contains(failed_rules, '"
                    + rule + "')");
        }
    }

    /** Replaces the feed's file by a query over it, with a trailer that vouches for the new one. */
    private void rewrite(String query) throws Exception {
        Path changed = folder.resolve("changed.parquet");
        try (DuckDb duck = new DuckDb()) {
            duck.execute("CREATE VIEW landed AS SELECT * FROM read_parquet('" + file + "', hive_partitioning = false)");
            duck.execute("COPY (" + query + ") TO '" + changed + "' (FORMAT parquet)");
        }
        Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        sealAgain(ROWS);
    }

    private void sealAgain(long rows) throws Exception {
        Trailer good = Trailer.read(feed);
        byte[] bytes = Files.readAllBytes(file);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Trailer.FileEntry entry = new Trailer.FileEntry(file.getFileName().toString(), bytes.length, rows, sha256);
        new Trailer(good.feed(), DATE, rows, good.amounts(), List.of(entry)).write(feed);
    }

    private static NightSettings settingsWithHold(BigDecimal hold) {
        NightSettings d = NightSettings.DEFAULTS;
        return new NightSettings(
                d.institutionName(),
                d.institutionLei(),
                d.institutionCountry(),
                d.institutionBic(),
                d.reportMaker(),
                d.fincenTin(),
                d.fincenTransmitterCode(),
                d.rssdId(),
                d.baseCurrency(),
                d.latePostingDays(),
                d.valueDateToleranceDays(),
                hold,
                d.monteCarloScenarios(),
                d.monteCarloSeed(),
                d.historicalDays(),
                d.backtestDays(),
                d.varLimit(),
                d.alertEvidence(),
                d.columnarPrepare(),
                d.columnarFilters());
    }

    private static boolean command(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
