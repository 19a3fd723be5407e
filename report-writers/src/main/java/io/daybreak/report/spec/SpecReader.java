package io.daybreak.report.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.daybreak.report.check.CharacterSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads specification files. An unknown key is an error: nothing a specification says is passed over. */
public final class SpecReader {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "authority",
            "jurisdiction",
            "version",
            "valid",
            "engine",
            "direction",
            "unit",
            "oracle",
            "provenance",
            "naming",
            "limits",
            "groups",
            "totals",
            "controls",
            "uses",
            "types",
            "characters",
            "options",
            "layout",
            "catalogue");

    /** Opens a resource beside the specification, by its file name. */
    @FunctionalInterface
    public interface Resources {
        /** The content of the file of that name. */
        InputStream open(String name) throws IOException;
    }

    private SpecReader() {}

    /**
     * Reads one specification.
     *
     * @param file its name in messages
     * @param content the YAML
     * @param resources opens the type libraries it uses, {@code types/NAME.yaml}
     * @throws SpecException if it does not read, naming the file and the key
     */
    public static FormatSpec read(String file, InputStream content, Resources resources) {
        try {
            JsonNode root = YAML.readTree(content);
            return read(root, resources);
        } catch (SpecException | IllegalArgumentException | DateTimeException | IOException e) {
            throw new SpecException(file + ": " + e.getMessage(), e);
        }
    }

    private static FormatSpec read(JsonNode root, Resources resources) throws IOException {
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new SpecException("no key '" + key + "'; there are "
                        + KEYS.stream().sorted().toList());
            }
        });
        CharacterSet characters =
                CharacterSet.valueOf(root.path("characters").asText("xml").toUpperCase(Locale.ROOT));
        TypeLibrary types = TypeLibrary.of(characters);
        for (JsonNode used : root.path("uses")) {
            try (InputStream library = resources.open("types/" + used.asText() + ".yaml")) {
                types = types.with(YAML.readTree(library));
            }
        }
        types = types.with(root.path("types"));
        String id = text(root, "id");
        return new FormatSpec(
                id,
                text(root, "title"),
                text(root, "authority"),
                text(root, "jurisdiction"),
                text(root, "version"),
                validity(root.path("valid")),
                text(root, "engine"),
                FormatSpec.Direction.valueOf(
                        root.path("direction").asText("out").toUpperCase(Locale.ROOT)),
                root.path("unit").asText(id),
                oracle(root.path("oracle")),
                new FormatSpec.Provenance(
                        text(root.path("provenance"), "source"),
                        LocalDate.parse(text(root.path("provenance"), "date"))),
                text(root, "naming"),
                new FormatSpec.Limits(
                        root.path("limits").path("group").asText(""),
                        root.path("limits").path("records").asLong(Long.MAX_VALUE)),
                groups(root.path("groups")),
                strings(root.path("totals")),
                list(root.path("controls")),
                types,
                root.path("options"),
                root.path("layout"));
    }

    private static FormatSpec.Validity validity(JsonNode node) {
        return new FormatSpec.Validity(
                LocalDate.parse(text(node, "from")),
                node.hasNonNull("to") ? Optional.of(LocalDate.parse(text(node, "to"))) : Optional.empty());
    }

    private static FormatSpec.Oracle oracle(JsonNode node) {
        return new FormatSpec.Oracle(
                text(node, "tier"),
                text(node, "kind"),
                node.path("file").asText(""),
                node.path("words").asText(""));
    }

    private static List<FormatSpec.GroupSpec> groups(JsonNode node) {
        List<FormatSpec.GroupSpec> groups = new ArrayList<>();
        node.fields()
                .forEachRemaining(entry -> groups.add(new FormatSpec.GroupSpec(
                        entry.getKey(),
                        entry.getValue().has("parent")
                                ? Optional.of(entry.getValue().get("parent").asText())
                                : Optional.empty(),
                        list(entry.getValue().path("key")),
                        entry.getValue().path("unique").asBoolean(),
                        strings(entry.getValue().path("columns")),
                        lifecycle(entry.getValue().path("lifecycle")))));
        return groups;
    }

    private static Optional<FormatSpec.LifecycleSpec> lifecycle(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new FormatSpec.LifecycleSpec(
                        text(node, "of"),
                        text(node, "step"),
                        list(node.path("opens")),
                        list(node.path("closes")),
                        list(node.path("after"))));
    }

    private static Map<String, String> strings(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(
                        entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    private static List<String> list(JsonNode node) {
        List<String> list = new ArrayList<>();
        node.forEach(item -> list.add(item.asText()));
        return list;
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value instanceof MissingNode || value.isNull()) {
            throw new SpecException("key '" + key + "' is missing");
        }
        return value.asText();
    }
}
