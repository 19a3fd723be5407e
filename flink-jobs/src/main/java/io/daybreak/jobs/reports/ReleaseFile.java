package io.daybreak.jobs.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.report.release.ContentHash;
import io.daybreak.report.release.Release;
import io.daybreak.report.release.Release.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The releases of one report and business date, oldest first, in one JSON file: those that left the house, and last the
 * one that is still in it, if any. Replaced in one step.
 */
final class ReleaseFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    ReleaseFile(Path path) {
        this.path = path;
    }

    List<Release> read() throws IOException {
        List<Release> releases = new ArrayList<>();
        if (Files.isRegularFile(path)) {
            for (JsonNode node : JSON.readTree(Files.readAllBytes(path))) {
                releases.add(release(node));
            }
        }
        return releases;
    }

    void write(List<Release> releases) throws IOException {
        RunStore.replace(path, releases.stream().map(ReleaseFile::fields).toList());
    }

    private static Map<String, Object> fields(Release release) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", release.format());
        fields.put("businessDate", release.businessDate().toString());
        fields.put("content", release.content().hex());
        fields.put("records", release.records());
        fields.put("purpose", release.purpose().name());
        release.original().ifPresent(original -> fields.put("original", original.hex()));
        fields.put("state", release.state().name());
        fields.put("maker", signature(release.maker()));
        release.checker().ifPresent(checker -> fields.put("checker", signature(checker)));
        return fields;
    }

    private static Map<String, String> signature(Signature signature) {
        return Map.of("person", signature.person(), "at", signature.at().toString());
    }

    private static Release release(JsonNode node) {
        return new Release(
                node.path("format").asText(),
                LocalDate.parse(node.path("businessDate").asText()),
                new ContentHash(node.path("content").asText()),
                node.path("records").asLong(),
                Map.of(),
                Release.Purpose.valueOf(node.path("purpose").asText()),
                Optional.of(node.path("original").asText())
                        .filter(hex -> !hex.isEmpty())
                        .map(ContentHash::new),
                Release.State.valueOf(node.path("state").asText()),
                signature(node.path("maker")),
                node.has("checker") ? Optional.of(signature(node.path("checker"))) : Optional.empty(),
                Optional.empty());
    }

    private static Signature signature(JsonNode node) {
        return new Signature(
                node.path("person").asText(), Instant.parse(node.path("at").asText()));
    }
}
