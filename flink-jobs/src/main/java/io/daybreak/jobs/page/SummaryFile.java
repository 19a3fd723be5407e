package io.daybreak.jobs.page;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybreak.jobs.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code summary.json}: a {@link NightSummary} as a file. Amounts are plain decimals, never in exponents. */
public final class SummaryFile {

    /** Its name in the run's folder. */
    public static final String NAME = "summary.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The file's content. */
    public static byte[] bytes(NightSummary summary) throws IOException {
        return JSON.writeValueAsBytes(summary);
    }

    /** Replaces the file in one step. */
    public static void write(Path file, NightSummary summary) throws IOException {
        RunStore.replaceBytes(file, bytes(summary));
    }

    /**
     * Reads a summary.
     *
     * @throws IOException if it is not one of this layout
     */
    public static NightSummary read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), NightSummary.class);
    }

    private SummaryFile() {}
}
