package io.daybreak.jobs.feeds;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.engine.JobProgress;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.night.Failures;
import io.daybreak.jobs.stage.Balance;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ControlTotal.Side;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Lands the feeds of a business date through their mappings. A feed appears whole or not at all: it is written aside,
 * checked (every row of every source is used, outside its condition, or kept as unparsed), and then takes the place of
 * what landed before. Landing the same files again gives the same bytes.
 */
public final class FeedLanding {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Cluster cluster;
    private final Lake lake;
    private final NightSettings settings;
    private final Consumer<LandedFeed> landed;

    /** @param landed told of every feed as it lands */
    public FeedLanding(Cluster cluster, Lake lake, NightSettings settings, Consumer<LandedFeed> landed) {
        this.cluster = cluster;
        this.lake = lake;
        this.settings = settings;
        this.landed = landed;
    }

    /**
     * Lands everything a feeds file names.
     *
     * @throws NightFailure {@link ExitCode#INPUT_MISSING} if a source is not there or a feed of the contract is neither
     *     mapped, nor declared empty, nor landed; {@link ExitCode#DATA_HOLD} if a file is not what its mapping says;
     *     {@link ExitCode#OUT_OF_BALANCE} if rows are lost on the way; {@link ExitCode#CONFIGURATION} if a SELECT fails
     */
    public List<LandedFeed> land(FeedsFile file, LocalDate businessDate) throws Exception {
        if (lake.inBucket()) {
            throw new NightFailure(
                    ExitCode.CONFIGURATION,
                    "a bank's own files are mapped into a folder on disk, not into a bucket",
                    lake.root().toString(),
                    0,
                    "land them in a folder, copy its landing/ to the bucket with every trailer last, then run the night"
                            + " without --feeds");
        }
        checkComplete(file, businessDate);
        Map<String, List<FeedsFile.Entry>> byFeed = new LinkedHashMap<>();
        for (FeedsFile.Entry entry : file.entries()) {
            byFeed.computeIfAbsent(entry.mapping().feed().name(), feed -> new ArrayList<>())
                    .add(entry);
        }
        List<LandedFeed> all = new ArrayList<>();
        for (List<FeedsFile.Entry> entries : byFeed.values()) {
            all.add(landFeed(entries, businessDate));
        }
        for (TableSpec feed : file.empty()) {
            all.add(landEmpty(feed, businessDate));
        }
        return List.copyOf(all);
    }

    private void checkComplete(FeedsFile file, LocalDate businessDate) {
        List<String> missing = new ArrayList<>();
        for (TableSpec feed : Catalogue.landed()) {
            boolean supplied = file.empty().contains(feed)
                    || file.entries().stream()
                            .anyMatch(entry -> entry.mapping().feed().equals(feed))
                    || Files.isDirectory(lake.landing(feed, businessDate));
            if (!supplied && feed.kind() == TableSpec.Kind.LANDED) {
                missing.add(feed.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new NightFailure(
                    ExitCode.INPUT_MISSING,
                    "no mapping supplies " + String.join(", ", missing) + ", and they have not landed",
                    file.path().toString(),
                    missing.size(),
                    "map them, land them, or list under 'empty:' what the bank does not have");
        }
    }

    private LandedFeed landFeed(List<FeedsFile.Entry> entries, LocalDate businessDate) throws Exception {
        TableSpec feed = entries.get(0).mapping().feed();
        LandingFolder folder = LandingFolder.begin(lake, feed, businessDate);
        StreamExecutionEnvironment environment = cluster.environment();
        FeedJob job = new FeedJob(feed, businessDate, settings, folder.staging(), environment);
        Map<FeedMapping, List<List<SourceFile>>> files = new LinkedHashMap<>();
        for (FeedsFile.Entry entry : entries) {
            files.put(entry.mapping(), SourceFiles.of(entry));
        }
        try {
            files.forEach(job::add);
            job.finish();
            new JobProgress(cluster)
                    .await(environment.executeAsync("land " + feed.name() + " " + businessDate), records -> {});
        } catch (Exception e) {
            throw failure(e, feed, entries);
        }
        LandedFeed result = check(feed, businessDate, files, folder.staging());
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.staging().resolve(LandedFeed.FILE).toFile(), result);
        folder.takePlace();
        landed.accept(result);
        return result;
    }

    private LandedFeed landEmpty(TableSpec feed, LocalDate businessDate) throws IOException {
        LandingFolder folder = LandingFolder.begin(lake, feed, businessDate);
        new Trailer(feed.name(), businessDate, 0, Map.of(), List.of()).write(folder.staging());
        LandedFeed result = new LandedFeed(feed.name(), businessDate.toString(), 0, List.of());
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.staging().resolve(LandedFeed.FILE).toFile(), result);
        folder.takePlace();
        landed.accept(result);
        return result;
    }

    /** Holds what was written against what the sources hold, and says what became of every row. */
    private static LandedFeed check(
            TableSpec feed, LocalDate businessDate, Map<FeedMapping, List<List<SourceFile>>> files, Path staging)
            throws IOException {
        Map<String, JsonNode> counts = new HashMap<>();
        for (JsonNode line : lines(staging.resolve(FeedJob.COUNTS))) {
            counts.put(line.get("source").asText(), line);
        }
        Map<String, Long> unparsed = new HashMap<>();
        for (JsonNode line : lines(staging.resolve(LandedFeed.UNPARSED))) {
            unparsed.merge(line.get("source").asText(), line.get("row_count").asLong(), Long::sum);
        }
        JsonNode mapped = JSON.readTree(staging.resolve(LandingSink.MAPPED).toFile());
        List<ControlTotal> totals = new ArrayList<>();
        List<LandedFeed.Mapped> mappings = new ArrayList<>();
        long given = 0;
        for (Map.Entry<FeedMapping, List<List<SourceFile>>> entry : files.entrySet()) {
            FeedMapping mapping = entry.getKey();
            long rows = mapped.get(mapping.name()).get("rows").asLong();
            given += rows;
            List<LandedFeed.Read> reads = new ArrayList<>();
            for (int i = 0; i < entry.getValue().size(); i++) {
                SourceLayout source = mapping.sources().get(i);
                String label = FeedJob.label(mapping, source);
                JsonNode count = java.util.Objects.requireNonNull(counts.get(label), label);
                LandedFeed.Read read =
                        read(source.name(), entry.getValue().get(i), count, unparsed.getOrDefault(label, 0L));
                reads.add(read);
                totals.add(total(label, Side.IN, read.rows(), BigDecimal.ZERO));
                totals.add(total(label, Side.OUT, read.used() + read.outside(), BigDecimal.ZERO));
                totals.add(total(label, Side.REJECTED, read.unparsed(), BigDecimal.ZERO));
                if (source.name().equals(mapping.each())) {
                    BigDecimal gives = BigDecimal.valueOf(mapping.gives());
                    BigDecimal in = new BigDecimal(count.get("amount").asText()).multiply(gives);
                    BigDecimal out = mapping.amount().isEmpty()
                            ? BigDecimal.ZERO
                            : new BigDecimal(
                                    mapped.get(mapping.name()).get("amount").asText());
                    totals.add(total(mapping.name(), Side.IN, read.used() * mapping.gives(), in));
                    totals.add(total(mapping.name(), Side.OUT, rows, out));
                }
            }
            mappings.add(new LandedFeed.Mapped(mapping.name(), rows, reads));
        }
        Trailer trailer = Trailer.read(staging);
        totals.add(total(feed.name(), Side.IN, given, BigDecimal.ZERO));
        totals.add(total(feed.name(), Side.OUT, trailer.rows(), BigDecimal.ZERO));
        balance(totals, staging);
        Files.delete(staging.resolve(FeedJob.COUNTS));
        Files.delete(staging.resolve(LandingSink.MAPPED));
        return new LandedFeed(feed.name(), businessDate.toString(), trailer.rows(), mappings);
    }

    private static LandedFeed.Read read(String source, List<SourceFile> files, JsonNode count, long unparsed) {
        long inside = count.get("inside").asLong();
        return new LandedFeed.Read(
                source,
                files.stream().mapToLong(SourceFile::rows).sum(),
                inside,
                count.get("row_count").asLong() - inside,
                unparsed,
                files.stream()
                        .map(file -> new LandedFeed.FileSeen(file.path(), file.bytes(), file.records(), file.sha256()))
                        .toList());
    }

    private static void balance(List<ControlTotal> totals, Path staging) {
        for (Balance.Line line : Balance.of(totals)) {
            if (!line.balanced()) {
                throw new NightFailure(
                        ExitCode.OUT_OF_BALANCE,
                        "landing " + line.measure() + ": in " + line.in() + ", out " + line.out() + ", unparsed "
                                + line.rejected().rows(),
                        staging.toString(),
                        Math.abs(line.in().rows()
                                - line.out().rows()
                                - line.rejected().rows()),
                        "the mapping loses or repeats rows of the source its Each line names: check its joins and"
                                + " conditions; nothing was landed");
            }
        }
    }

    private static ControlTotal total(String measure, Side side, long rows, BigDecimal amount) {
        return new ControlTotal(measure, side, "-", rows, amount);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<JsonNode> lines = new ArrayList<>();
        try (var reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    /** A row the contract refuses is the data's doing, a lost disk the infrastructure's, all else the mapping's. */
    private static NightFailure failure(Exception thrown, TableSpec feed, List<FeedsFile.Entry> entries) {
        String mappings = String.join(
                ", ", entries.stream().map(entry -> entry.mapping().name()).toList());
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof LandingSink.ContractBreach
                    || message.contains(LandingSink.ContractBreach.class.getName())) {
                return new NightFailure(
                        ExitCode.DATA_HOLD,
                        message,
                        mappings,
                        1,
                        "mend the row at its source, or say in the mapping what stands for the missing value",
                        thrown);
            }
        }
        NightFailure told = Failures.of(thrown, "feeds");
        if (told.exitCode() != ExitCode.DEFECT) {
            return told;
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new NightFailure(
                ExitCode.CONFIGURATION,
                "the SELECT that lands " + feed.name() + " fails: "
                        + firstLine(thrown instanceof IllegalArgumentException ? thrown : root),
                mappings,
                1,
                "mend the mapping; nothing was landed",
                thrown);
    }

    /** A parser's message goes on with everything it would have taken. */
    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }
}
