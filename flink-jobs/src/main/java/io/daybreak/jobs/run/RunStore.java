package io.daybreak.jobs.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.objects.LakePath;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of a lake's runs: {@code runs/date=<date>/<attempt>/{manifest,stage-<name>}.json}. */
public final class RunStore {

    private static final String MANIFEST = "manifest.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Lake lake;

    public RunStore(Lake lake) {
        this.lake = lake;
    }

    /** Attempts of a business date, oldest first. */
    public List<Integer> attempts(LocalDate businessDate) throws IOException {
        Path folder = lake.runs(businessDate);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Integer> attempts = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                if (path.getFileName().toString().matches("\\d+")) {
                    attempts.add(Integer.valueOf(path.getFileName().toString()));
                }
            }
        }
        attempts.sort(Comparator.naturalOrder());
        return List.copyOf(attempts);
    }

    /** Business dates that were run, oldest first. */
    public List<LocalDate> businessDates() throws IOException {
        if (!Files.isDirectory(lake.runs())) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(lake.runs())) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("date=\\d{4}-\\d{2}-\\d{2}"))
                    .map(name -> LocalDate.parse(name.substring("date=".length())))
                    .sorted()
                    .toList();
        }
    }

    /** Folder of an attempt. */
    public Path folder(LocalDate businessDate, int attempt) {
        return lake.runs(businessDate).resolve(Integer.toString(attempt));
    }

    /** The manifest of an attempt, if it was begun; a setting that came later than it has the default. */
    public Optional<RunManifest> manifest(LocalDate businessDate, int attempt) throws IOException {
        Path file = folder(businessDate, attempt).resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode manifest = JSON.readTree(Files.readAllBytes(file));
        if (manifest.get("settings") instanceof ObjectNode settings) {
            ObjectNode complete = JSON.valueToTree(NightSettings.DEFAULTS);
            settings.fields().forEachRemaining(setting -> complete.set(setting.getKey(), setting.getValue()));
            ((ObjectNode) manifest).set("settings", complete);
        }
        return Optional.of(JSON.treeToValue(manifest, RunManifest.class));
    }

    /** The last finished run of a business date. */
    public Optional<RunManifest> lastFinished(LocalDate businessDate) throws IOException {
        List<Integer> attempts = attempts(businessDate);
        for (int i = attempts.size() - 1; i >= 0; i--) {
            Optional<RunManifest> manifest = manifest(businessDate, attempts.get(i));
            if (manifest.isPresent() && manifest.get().state() == RunManifest.State.FINISHED) {
                return manifest;
            }
        }
        return Optional.empty();
    }

    public void write(LocalDate businessDate, int attempt, RunManifest manifest) throws IOException {
        replace(folder(businessDate, attempt).resolve(MANIFEST), manifest);
    }

    /** The record of a stage, if it got that far. */
    public Optional<StageRecord> stage(Path folder, String stage) throws IOException {
        return read(folder.resolve("stage-" + stage + ".json"), StageRecord.class);
    }

    /**
     * What is published for a stage: its record in the given attempt, or in the latest one before it that published it.
     */
    public Optional<RecordedStage> latest(LocalDate businessDate, int attempt, String stage) throws IOException {
        List<Integer> attempts = attempts(businessDate);
        for (int i = attempts.size() - 1; i >= 0; i--) {
            if (attempts.get(i) <= attempt) {
                Optional<StageRecord> record = stage(folder(businessDate, attempts.get(i)), stage);
                if (record.isPresent() && record.get().state() == StageRecord.State.PUBLISHED) {
                    return Optional.of(new RecordedStage(attempts.get(i), record.get()));
                }
            }
        }
        return Optional.empty();
    }

    public void write(Path folder, StageRecord record) throws IOException {
        replace(folder.resolve("stage-" + record.stage() + ".json"), record);
    }

    /**
     * Replaces a file in one step: a reader, or a crash, sees the old content or the new, never half of it. In a bucket a
     * put is that step.
     *
     * @throws IOException if the disk is full or not writable; the old file is then still there
     */
    public static void replace(Path path, Object value) throws IOException {
        replaceBytes(path, JSON.writeValueAsBytes(value));
    }

    /** Like {@link #replace}, for what is not JSON. */
    public static void replaceBytes(Path path, byte[] bytes) throws IOException {
        if (LakePath.inBucket(path)) {
            Files.write(path, bytes);
            return;
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path temporary = path.resolveSibling("." + path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static <T> Optional<T> read(Path path, Class<T> type) throws IOException {
        return Files.isRegularFile(path)
                ? Optional.of(JSON.readValue(Files.readAllBytes(path), type))
                : Optional.empty();
    }
}
