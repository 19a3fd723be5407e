package io.daybreak.jobs.night;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.Balance;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * Runs a night, stage by stage or some at once: stage the tables, do the work, balance, write the stage's record, make it visible. A
 * stage that does not balance publishes nothing and ends the night.
 */
public final class NightRunner {

    private static final double NANOS_PER_SECOND = 1e9;

    private final NightGraph graph;
    private final Cluster cluster;
    private final NightListener listener;
    private final LongSupplier nanoClock;
    private final Map<String, String> version;
    private final int atOnce;

    /**
     * Runs one stage after another.
     *
     * @param nanoClock for the time stages take; never for what they compute
     * @param version what runs, for the manifest
     */
    public NightRunner(
            NightGraph graph,
            Cluster cluster,
            NightListener listener,
            LongSupplier nanoClock,
            Map<String, String> version) {
        this(graph, cluster, listener, nanoClock, version, 1);
    }

    /** @param atOnce stages under way at a time, at most; what they publish does not depend on it */
    public NightRunner(
            NightGraph graph,
            Cluster cluster,
            NightListener listener,
            LongSupplier nanoClock,
            Map<String, String> version,
            int atOnce) {
        this.atOnce = atOnce;
        this.graph = graph;
        this.cluster = cluster;
        this.listener = new OneAtATime(listener);
        this.nanoClock = nanoClock;
        this.version = Map.copyOf(version);
    }

    /**
     * Runs what was asked for.
     *
     * @throws NightFailure if the night cannot go on; what was published before stays
     */
    public RunManifest run(NightRequest request) throws Exception {
        List<Stage> stages = selected(request);
        try (NightLock lock = NightLock.acquire(request.lake());
                PublishedCatalog catalog = new PublishedCatalog(request.lake())) {
            return runLocked(request, stages, catalog);
        } catch (IOException | RuntimeException e) {
            // what a stage throws is told already; this is a record that could not be written, or a publication
            throw Failures.of(e, "publish");
        }
    }

    private RunManifest runLocked(NightRequest request, List<Stage> stages, PublishedCatalog catalog) throws Exception {
        RunStore store = new RunStore(request.lake());
        LocalDate date = request.businessDate();
        int attempt = attempt(store, request);
        Path folder = store.folder(date, attempt);
        Optional<RunManifest> before = store.lastFinished(date);
        RunManifest manifest = new RunManifest(
                date + "." + attempt,
                date.toString(),
                RunManifest.State.RUNNING,
                version,
                request.settings(),
                cluster.parallelism(),
                before.map(RunManifest::runId).orElse(""),
                List.of(),
                feeds(request),
                List.of());
        store.write(date, attempt, manifest);
        listener.nightStarted(manifest.runId(), request.lake().root(), stages.size());

        long started = nanoClock.getAsLong();
        List<StageRecord> records = new SideBySide(graph, atOnce).run(stages, stage -> {
            Optional<StageRecord> done = store.stage(folder, stage.spec().name());
            StageContext context = context(request, stage, catalog, folder);
            StageRecord record = done.isPresent() ? done.get() : runStage(stage, context, store, started);
            StageRecord published = publish(stage, context, store, record);
            listener.stageFinished(stage.spec(), record, done.isPresent());
            return published;
        });
        RunManifest finished = new RunManifest(
                manifest.runId(),
                manifest.businessDate(),
                RunManifest.State.FINISHED,
                manifest.version(),
                manifest.settings(),
                manifest.parallelism(),
                manifest.comparedWith(),
                before.map(earlier -> Comparison.of(earlier, manifest, records)).orElse(List.of()),
                manifest.feeds(),
                records);
        store.write(date, attempt, finished);
        listener.nightFinished(finished, folder);
        return finished;
    }

    /**
     * The stages a request asks for, in order.
     *
     * @throws NightFailure if it names one there is not
     */
    public List<Stage> selected(NightRequest request) {
        try {
            return request.only().isEmpty()
                    ? request.from().isEmpty() ? graph.stages() : graph.from(request.from())
                    : graph.only(request.only());
        } catch (IllegalArgumentException e) {
            throw new NightFailure(
                    ExitCode.USAGE, String.valueOf(e.getMessage()), "-", 0, "./daybreak stages lists them");
        }
    }

    /** The attempt to go on with, or the next one. */
    private static int attempt(RunStore store, NightRequest request) throws IOException {
        List<Integer> attempts = store.attempts(request.businessDate());
        if (attempts.isEmpty()) {
            return 1;
        }
        int last = attempts.get(attempts.size() - 1);
        Optional<RunManifest> manifest = store.manifest(request.businessDate(), last);
        boolean unfinished =
                manifest.map(m -> m.state() != RunManifest.State.FINISHED).orElse(true);
        return request.resume() && unfinished ? last : last + 1;
    }

    private StageContext context(NightRequest request, Stage stage, PublishedCatalog catalog, Path folder) {
        AtomicLong records = new AtomicLong();
        return new StageContext(
                stage.spec(),
                request.businessDate(),
                request.settings(),
                request.lake(),
                catalog,
                cluster,
                folder,
                request.insights(),
                seen -> {
                    records.accumulateAndGet(seen, Math::max);
                    listener.stageProgress(stage.spec(), records.get());
                });
    }

    private StageRecord runStage(Stage stage, StageContext context, RunStore store, long nightStarted)
            throws Exception {
        PublishedCatalog catalog = context.catalog();
        listener.stageStarted(stage.spec());
        long started = nanoClock.getAsLong();
        try {
            for (TableSpec table : stage.spec().writes()) {
                catalog.stage(table, context.processingDate());
            }
            stage.run(context);
            Audit audit = audit(stage, context, catalog);
            StageRecord record = new StageRecord(
                    stage.spec().name(),
                    StageRecord.State.PREPARED,
                    (started - nightStarted) / NANOS_PER_SECOND,
                    (nanoClock.getAsLong() - started) / NANOS_PER_SECOND,
                    rowsRead(context),
                    audit.outputs(),
                    audit.totals());
            store.write(context.run(), record);
            return record;
        } catch (Exception e) {
            listener.stageFailed(stage.spec());
            throw Failures.of(e, stage.spec().name());
        }
    }

    /** What was staged, totalled and hashed. */
    private record Audit(List<ControlTotal> totals, List<StageRecord.Output> outputs) {}

    /** Balances a stage and, meanwhile, hashes what it staged: both only read. */
    private Audit audit(Stage stage, StageContext context, PublishedCatalog catalog) throws Exception {
        ExecutorService hasher = Executors.newSingleThreadExecutor();
        try {
            Future<List<StageRecord.Output>> outputs = hasher.submit(() -> outputs(context, catalog));
            List<ControlTotal> totals = stage.totals(context);
            listener.stageTotalled(stage.spec(), totals);
            for (Balance.Line line : Balance.of(totals)) {
                if (!line.balanced()) {
                    throw stage.outOfBalance(context, line);
                }
            }
            return new Audit(totals, outputs.get());
        } finally {
            hasher.shutdownNow();
        }
    }

    /** Rows of tonight in the tables a stage reads: of a landed feed by its trailer, of a published table by its files. */
    private static long rowsRead(StageContext context) throws IOException {
        long rows = 0;
        for (TableSpec table : context.spec().reads()) {
            if (!table.landed()) {
                rows +=
                        context
                                .catalog()
                                .files(table, context.catalog().publishedSnapshot(table), context.processingDate())
                                .stream()
                                .mapToLong(PublishedCatalog.PublishedFile::rows)
                                .sum();
            } else if (Files.isDirectory(context.lake().landing(table, context.businessDate()))) {
                rows += Trailer.read(context.lake().landing(table, context.businessDate()))
                        .rows();
            }
        }
        return rows;
    }

    private static StageRecord publish(Stage stage, StageContext context, RunStore store, StageRecord record)
            throws Exception {
        if (record.state() == StageRecord.State.PUBLISHED) {
            return record;
        }
        stage.publish(context);
        for (StageRecord.Output output : record.outputs()) {
            context.catalog().publish(Catalogue.table(output.table()), output.snapshotId());
        }
        StageRecord published = record.published();
        store.write(context.run(), published);
        return published;
    }

    /** What was staged, hashed from what was written. */
    private static List<StageRecord.Output> outputs(StageContext context, PublishedCatalog catalog) throws Exception {
        StreamTableEnvironment session = context.stagedSession();
        List<String> selects = new ArrayList<>();
        for (TableSpec table : context.spec().writes()) {
            selects.add("SELECT '" + table.name() + "' AS table_name, content_hash(`"
                    + String.join("`, `", table.columnNames()) + "`) AS content FROM `staged_" + table.name() + "`");
        }
        List<StageRecord.Output> outputs = new ArrayList<>();
        for (Row row : StageContext.collect(session, String.join(" UNION ALL ", selects))) {
            TableSpec table = Catalogue.table((String) row.getField(0));
            String[] content = ((String) row.getField(1)).split(":", 2);
            outputs.add(new StageRecord.Output(
                    table.name(), catalog.stagedSnapshot(table), Long.parseLong(content[0]), content[1]));
        }
        outputs.sort((a, b) -> a.table().compareTo(b.table()));
        return outputs;
    }

    /** Hash of every trailer there is. */
    private static Map<String, String> feeds(NightRequest request) throws IOException {
        Map<String, String> feeds = new TreeMap<>();
        for (TableSpec table : Catalogue.landed()) {
            Path trailer = request.lake().landing(table, request.businessDate()).resolve(LandingPaths.TRAILER);
            if (Files.isRegularFile(trailer)) {
                try {
                    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(trailer));
                    feeds.put(table.name(), HexFormat.of().formatHex(hash));
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException("every JDK has SHA-256", e);
                }
            }
        }
        return feeds;
    }
}
