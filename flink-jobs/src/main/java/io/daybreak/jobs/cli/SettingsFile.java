package io.daybreak.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.daybreak.jobs.night.Nearest;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file behind {@code --config}: YAML, one key per setting, anything not set keeps its default. */
final class SettingsFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Reads a settings file.
     *
     * @throws NightFailure {@link ExitCode#CONFIGURATION} if it is not there, is not YAML, has an unknown key, or a
     *     value that a key does not take
     */
    static NightSettings read(Path file) {
        return settings(file, tree(file));
    }

    /** The file's mapping of keys to values; empty for an empty file. */
    private static JsonNode tree(Path file) {
        if (!Files.isRegularFile(file)) {
            throw bad(file, "there is no such file", 0, "name an existing file, or leave --config out", null);
        }
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                return YAML.createObjectNode();
            }
            if (!(tree instanceof ObjectNode)) {
                throw bad(file, "it is not a list of 'key: value' lines", 1, "see docs/configuration.md", null);
            }
            return tree;
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw bad(file, "it is not YAML" + where + ": " + e.getOriginalMessage(), 1, "mend that line", e);
        } catch (IOException e) {
            throw bad(file, "it cannot be read: " + e.getMessage(), 0, "check its rights", e);
        }
    }

    private static NightSettings settings(Path file, JsonNode tree) {
        List<String> known = NightSettings.keys();
        for (Iterator<String> keys = tree.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw bad(
                        file,
                        "there is no setting '" + key + "'; did you mean '" + Nearest.to(key, known) + "'?",
                        1,
                        "correct the key; docs/configuration.md lists them all",
                        null);
            }
        }
        RecordComponent[] components = NightSettings.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(file, components[i], tree.get(components[i].getName()));
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return NightSettings.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw bad(file, String.valueOf(e.getTargetException().getMessage()), 1, "correct the value", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    private static Object value(Path file, RecordComponent key, @Nullable JsonNode given) {
        if (given == null) {
            return byDefault(key);
        }
        Class<?> type = key.getType();
        String text = given.asText();
        try {
            if (given.isContainerNode() || given.isNull()) {
                throw new NumberFormatException();
            } else if (type == String.class) {
                return text;
            } else if (type == int.class) {
                return Integer.valueOf(text);
            } else if (type == long.class) {
                return Long.valueOf(text);
            } else if (type == BigDecimal.class) {
                return new BigDecimal(text);
            } else if (type == boolean.class && given.isBoolean()) {
                return given.booleanValue();
            } else {
                throw new NumberFormatException();
            }
        } catch (NumberFormatException e) {
            throw bad(
                    file,
                    key.getName() + " '" + (given.isContainerNode() ? given : text) + "' is not "
                            + (type == String.class ? "a text" : "of type " + type.getSimpleName()),
                    1,
                    "correct the value; docs/configuration.md has the types",
                    e);
        }
    }

    private static Object byDefault(RecordComponent key) {
        try {
            return key.getAccessor().invoke(NightSettings.DEFAULTS);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor can be called", e);
        }
    }

    private static NightFailure bad(Path file, String what, long count, String next, @Nullable Throwable cause) {
        return new NightFailure(ExitCode.CONFIGURATION, "settings file: " + what, file.toString(), count, next, cause);
    }

    private SettingsFile() {}
}
