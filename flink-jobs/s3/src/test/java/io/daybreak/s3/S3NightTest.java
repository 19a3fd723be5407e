package io.daybreak.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.LakeCatalog;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightLock;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.objects.LakePath;
import io.daybreak.jobs.objects.RequestCount;
import io.daybreak.jobs.objects.S3Access;
import io.daybreak.jobs.objects.S3Requests;
import io.daybreak.jobs.reports.Releases;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.report.output.RenderedFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The night on a lake in a bucket against the same night on a disk. */
class S3NightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final int TRANSACTIONS = 2_000;

    @TempDir
    static Path folder;

    private static S3Server server;
    private static EmbeddedPostgres database;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(Files.createDirectories(folder.resolve("s3")));
        database = EmbeddedPostgres.builder().start();
        new S3Access(server.endpoint(), "us-east-1", 5).open();
        cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")));
        SampleDay.write(new SampleRequest(
                DATE, TRANSACTIONS, SampleRequest.DEFAULT_SEED, 500, false, 2, folder.resolve("disk")));
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
        database.close();
        server.close();
    }

    @Test
    void feeds_taken_in_rows_and_filed_reports_are_the_same_in_a_bucket() throws Exception {
        String[] stages = {"intake", "prepare", "reports"};
        Lake disk = copyOnDisk("short");
        Lake bucket = inBucket("short");
        land(bucket);

        RunManifest onDisk = run(disk, stages);
        RunManifest inBucket = run(bucket, stages);

        assertThat(inBucket.stages()).extracting(StageRecord::state).containsOnly(StageRecord.State.PUBLISHED);
        assertThat(contents(inBucket)).isEqualTo(contents(onDisk));
        assertThat(filed(bucket)).isNotEmpty().isEqualTo(filed(disk));
    }

    @Test
    void requests_are_counted_by_what_they_are_charged_as() throws Exception {
        Path object = inBucket("counted").root().resolve("records").resolve("one.json");
        S3Requests before = RequestCount.ofThisProcess(object);
        long sentBefore = sent(object);

        Files.write(object, new byte[] {1, 2, 3});
        Files.write(object.resolveSibling("large.bin"), new byte[11 << 20]);
        byte[] read = Files.readAllBytes(object);
        S3Requests asked = RequestCount.ofThisProcess(object).since(before);

        assertThat(read).containsExactly(1, 2, 3);
        // one put; an upload of three parts between a request to begin and one to complete
        assertThat(asked.puts()).isEqualTo(1 + 5);
        assertThat(asked.gets()).isEqualTo(1);
        assertThat(asked.copies()).isZero();
        assertThat(asked.gets() + asked.heads() + asked.puts() + asked.lists())
                .as("all that the client says it sent")
                .isEqualTo(sent(object) - sentBefore);
        assertThat(asked.costUsd()).isGreaterThan(new BigDecimal("0.00003")).isLessThan(new BigDecimal("0.0002"));
    }

    /** The client's own count of everything it sent. */
    private static long sent(Path object) {
        return FlinkRequests.statistics(object.toUri()).getOrDefault("store_io_request", 0L);
    }

    @Test
    void a_bucket_has_no_rename_no_append_and_no_folder_in_the_way() throws Exception {
        Path prefix = inBucket("plain").root();
        Path object = prefix.resolve("a").resolve("b.json");

        assertThat(Files.exists(object)).isFalse();
        assertThat(Files.isDirectory(prefix.resolve("a"))).isFalse();
        Files.createDirectories(object.getParent());
        Files.writeString(object, "one");
        Files.writeString(object, "two");

        assertThat(Files.readString(object)).isEqualTo("two");
        assertThat(Files.isDirectory(prefix.resolve("a"))).isTrue();
        assertThat(Files.size(object)).isEqualTo(3);
        try (Stream<Path> below = Files.list(prefix.resolve("a"))) {
            assertThat(below).containsExactly(object);
        }
        assertThatThrownBy(() -> Files.move(object, prefix.resolve("c")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("not renamed");
        assertThatThrownBy(() -> Files.writeString(object, "more", StandardOpenOption.APPEND))
                .isInstanceOf(UnsupportedOperationException.class);
        Files.delete(object);
        assertThat(Files.exists(object)).isFalse();
    }

    @Test
    void one_night_at_a_time_holds_the_lock_in_the_catalogs_database() throws Exception {
        Lake lake = inBucket("locked");

        try (NightLock held = NightLock.acquire(lake)) {
            assertThatThrownBy(() -> NightLock.acquire(lake))
                    .isInstanceOf(NightFailure.class)
                    .hasMessageContaining("another night is running");
        }

        NightLock.acquire(lake).close();
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*", disabledReason = "a long form: mvn verify -Dlong runs it")
    void the_whole_night_is_the_same_in_a_bucket() throws Exception {
        Lake disk = copyOnDisk("long");
        Lake bucket = inBucket("long");
        land(bucket);

        RunManifest onDisk = run(disk);
        RunManifest inBucket = run(bucket);

        assertThat(inBucket.state()).isEqualTo(RunManifest.State.FINISHED);
        assertThat(contents(inBucket)).hasSizeGreaterThan(30).isEqualTo(contents(onDisk));
        assertThat(filed(bucket)).isNotEmpty().isEqualTo(filed(disk));
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*", disabledReason = "a long form: mvn verify -Dlong runs it")
    void a_night_killed_after_a_stage_is_resumed_from_the_bucket_by_the_command_line() throws Exception {
        Lake bucket = inBucket("killed");
        String[] night = {
            "night", "--date", DATE.toString(), "--lake", bucket.root().toString(), "--only", "intake,prepare"
        };
        Path intake = server.bucket().resolve("killed/runs/date=" + DATE + "/1/stage-intake.json");
        land(bucket);

        Process killed = daybreak("killed", night);
        while (killed.isAlive() && !Files.exists(intake)) {
            killed.waitFor(5, TimeUnit.MILLISECONDS);
        }
        killed.destroyForcibly().waitFor();
        RunStore store = new RunStore(bucket);
        assertThat(store.lastFinished(DATE)).isEmpty();
        assertThat(Files.exists(intake)).as(this::log).isTrue();

        String[] resumed = Arrays.copyOf(night, night.length + 1);
        resumed[night.length] = "--resume";
        assertThat(daybreak("killed", resumed).waitFor()).as(this::log).isZero();
        assertThat(log()).contains("S3 requests of this process: ", "0 COPY", "kept");
        RunManifest manifest = store.lastFinished(DATE).orElseThrow();
        assertThat(manifest.runId()).isEqualTo(DATE + ".1");
        assertThat(contents(manifest)).isEqualTo(contents(run(copyOnDisk("not-killed"), "intake", "prepare")));

        assertThat(daybreak("killed", "status", "--lake", bucket.root().toString())
                        .waitFor())
                .isZero();
        assertThat(log()).contains(DATE + ".1  finished", "prepare       published");
    }

    /** The command line in a process of its own, with nothing but AWS's own variables to find the bucket by. */
    private static Process daybreak(String database, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-") || argument.startsWith("-X"))
                .forEach(command::add);
        command.add("-Duser.timezone=UTC");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("io.daybreak.jobs.cli.Daybreak");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("daybreak.log").toFile());
        builder.environment().put("AWS_ENDPOINT_URL", server.endpoint());
        builder.environment().put("DAYBREAK_CATALOG", catalog(database));
        builder.environment().put("DAYBREAK_INSIGHTS", "none");
        return builder.start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("daybreak.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private static String catalog(String name) {
        return database.getJdbcUrl("postgres", "postgres").replace("/postgres?", "/" + name + "?");
    }

    private static Lake inBucket(String name) throws Exception {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\"");
        }
        S3Access access = new S3Access(server.endpoint(), "us-east-1", 5);
        return new Lake(
                LakePath.of("s3://" + S3Server.BUCKET + "/" + name),
                LakeCatalog.database(catalog(name), access.iceberg()));
    }

    private static Lake copyOnDisk(String name) throws Exception {
        Lake lake = new Lake(folder.resolve(name));
        copy(folder.resolve("disk").resolve("landing"), lake.root().resolve("landing"));
        return lake;
    }

    private static void land(Lake lake) throws Exception {
        copy(folder.resolve("disk").resolve("landing"), lake.root().resolve("landing"));
    }

    /** Data files first: in a bucket a feed has landed when its trailer is there. */
    private static void copy(Path from, Path to) throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString().startsWith("_"))
                            .thenComparing(file -> file))
                    .toList();
        }
        for (Path file : files) {
            Path target = to;
            for (Path name : from.relativize(file)) {
                target = target.resolve(name.toString());
            }
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static RunManifest run(Lake lake, String... stages) throws Exception {
        return new NightRunner(Night.graph(), cluster, new Silent(), System::nanoTime, Map.of())
                .run(new NightRequest(DATE, lake, List.of(stages), "", false, "", NightSettings.DEFAULTS));
    }

    private static Map<String, String> contents(RunManifest manifest) {
        Map<String, String> contents = new TreeMap<>();
        for (StageRecord stage : manifest.stages()) {
            stage.outputs().forEach(output -> contents.put(output.table(), output.rows() + " " + output.contentHash()));
        }
        return contents;
    }

    /** Hash of the bytes of every filed file, as they lie in the lake. */
    private static Map<String, String> filed(Lake lake) throws Exception {
        Path folder = lake.inBucket() ? lake.reports(DATE).resolve("run=1") : lake.reports(DATE);
        Map<String, String> filed = new TreeMap<>();
        for (Releases.Line line : Releases.of(lake, DATE).lines()) {
            for (String file : line.files()) {
                filed.put(file, RenderedFile.sha256(folder.resolve(file)));
            }
        }
        return filed;
    }
}
