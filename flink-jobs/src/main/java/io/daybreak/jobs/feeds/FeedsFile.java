package io.daybreak.jobs.feeds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.night.Nearest;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file behind {@code --feeds}: which mappings land a day, from which files, and which feeds come empty.
 *
 * @param path of the file, for messages
 * @param entries the mappings, in order
 * @param empty feeds that land without a row, because the bank has none of it
 */
public record FeedsFile(Path path, List<Entry> entries, List<TableSpec> empty) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final List<String> KEYS = List.of("folder", "feeds", "empty");
    private static final List<String> ENTRY_KEYS = List.of("mapping", "as", "sources", "parameters");

    /**
     * One mapping at work.
     *
     * @param sources file, folder or glob by source
     */
    public record Entry(FeedMapping mapping, Map<String, Path> sources) {

        public Entry {
            sources = Map.copyOf(sources);
        }
    }

    public FeedsFile {
        entries = List.copyOf(entries);
        empty = List.copyOf(empty);
    }

    /**
     * Reads a feeds file and the mappings it names.
     *
     * @throws NightFailure {@link ExitCode#CONFIGURATION} if it, or a mapping, is not there or not well-formed
     */
    public static FeedsFile read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("there is no such file");
            }
            JsonNode tree = YAML.readTree(Files.readString(file));
            return parse(file, tree);
        } catch (JsonProcessingException e) {
            throw bad(file, "it is not YAML: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw bad(file, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw bad(file, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static FeedsFile parse(Path file, JsonNode tree) throws IOException {
        known("key", tree, KEYS);
        Path here = java.util.Objects.requireNonNull(
                file.toAbsolutePath().normalize().getParent(), "a file is in a folder");
        Path folder = here.resolve(tree.path("folder").asText("")).normalize();
        if (!tree.path("feeds").isArray() || tree.path("feeds").isEmpty()) {
            throw new IllegalArgumentException("it has no list 'feeds' of mappings");
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> mapped = new java.util.LinkedHashSet<>();
        for (JsonNode node : tree.path("feeds")) {
            Entry entry = entry(node, here, folder);
            mapped.add(entry.mapping().feed().name());
            if (entries.stream()
                    .anyMatch(other ->
                            other.mapping().name().equals(entry.mapping().name()))) {
                throw new IllegalArgumentException(
                        "mapping " + entry.mapping().name() + " is listed twice; give one of them a name with 'as:'");
            }
            entries.add(entry);
        }
        List<TableSpec> empty = new ArrayList<>();
        for (JsonNode name : tree.path("empty")) {
            TableSpec feed = FeedMapping.feed(name.asText());
            if (mapped.contains(feed.name())) {
                throw new IllegalArgumentException("feed " + feed.name() + " is both mapped and declared empty");
            }
            empty.add(feed);
        }
        return new FeedsFile(file, entries, empty);
    }

    private static Entry entry(JsonNode node, Path here, Path folder) throws IOException {
        known("key of a mapping", node, ENTRY_KEYS);
        String name = node.path("mapping").asText("");
        FeedMapping found = FeedMapping.find(name, here);
        FeedMapping mapping = found.as(node.path("as").asText(found.name()));
        Map<String, String> parameters = new LinkedHashMap<>();
        node.path("parameters")
                .fields()
                .forEachRemaining(p -> parameters.put(p.getKey(), p.getValue().asText()));
        Map<String, Path> sources = new HashMap<>();
        List<String> declared =
                mapping.sources().stream().map(SourceLayout::name).toList();
        known("source of mapping " + name, node.path("sources"), declared);
        for (String source : declared) {
            String path = node.path("sources").path(source).asText("");
            if (path.isEmpty()) {
                throw new IllegalArgumentException("mapping " + name + " needs a file for its source '" + source + "'");
            }
            sources.put(source, folder.resolve(path).normalize());
        }
        return new Entry(mapping.with(parameters), sources);
    }

    private static void known(String what, JsonNode node, List<String> names) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("instead of " + names + " it has " + node);
        }
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!names.contains(key)) {
                throw new IllegalArgumentException(
                        "there is no " + what + " '" + key + "'; did you mean '" + Nearest.to(key, names) + "'?");
            }
        }
    }

    private static NightFailure bad(Path file, String what, Exception cause) {
        return new NightFailure(
                ExitCode.CONFIGURATION,
                "feeds file: " + what,
                file.toString(),
                1,
                "correct it; docs/feeds.md has the grammar",
                cause);
    }
}
