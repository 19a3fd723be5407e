package io.daybreak.emr.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a JSON data file, from the module or from a path, into a record; and writes records as JSON. */
public final class DataFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final Pattern MISSING = Pattern.compile("^Missing creator property '([^']+)'");

    private DataFile() {}

    /**
     * Reads a file that ships with the module.
     *
     * @param name file name under {@code io/daybreak/emr/}
     * @throws Refusal (configuration) when there is no such file or its content is refused
     */
    public static <T> T shipped(String name, Class<T> type) {
        return parse(name, text(name), type);
    }

    /** The text of a file that ships with the module; refuses (configuration) when there is none of the name. */
    public static String text(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream("/io/daybreak/emr/" + name)) {
            if (in == null) {
                throw Refusal.configuration("no data file '" + name + "' ships with this release");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal(ExitCode.INFRASTRUCTURE, "cannot read shipped file " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file of the operator's.
     *
     * @throws Refusal (configuration) when it is missing or its content is refused
     */
    public static <T> T at(Path path, Class<T> type) {
        try {
            return parse(path.toString(), Files.readString(path), type);
        } catch (NoSuchFileException e) {
            throw new Refusal(ExitCode.CONFIGURATION, "file " + path + " does not exist", e);
        } catch (IOException e) {
            throw new Refusal(ExitCode.INFRASTRUCTURE, "cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Binds JSON text; {@code where} names it in messages. */
    public static <T> T parse(String where, String text, Class<T> type) {
        try {
            T value = JSON.readValue(text, type);
            if (value == null) {
                throw Refusal.configuration(where + ": is the JSON value null");
            }
            return value;
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw new Refusal(refusal.exitCode(), where + ": " + refusal.getMessage(), e);
            }
            throw new Refusal(ExitCode.CONFIGURATION, where + ": " + plain(e), e);
        } catch (JsonProcessingException e) {
            throw new Refusal(ExitCode.CONFIGURATION, where + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String plain(JsonMappingException e) {
        Matcher missing = MISSING.matcher(e.getOriginalMessage());
        return missing.find()
                ? "key '" + missing.group(1) + "' is missing"
                : e.getOriginalMessage() + " at " + e.getPathReference();
    }

    /** JSON text of a record, indented, keys in declared order. */
    public static String toJson(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    ExitCode.DEFECT,
                    "cannot write " + value.getClass().getSimpleName() + " as JSON: " + e.getMessage(),
                    e);
        }
    }
}
