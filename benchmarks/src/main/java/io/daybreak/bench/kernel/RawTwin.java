package io.daybreak.bench.kernel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The same content once more, by nothing but the library that encodes it: every value is text already, nothing is looked up, checked, counted
 * or hashed. What a report writer's rate is held against.
 */
@FunctionalInterface
public interface RawTwin {

    /** Writes the content into a new file. */
    void write(Path file) throws IOException;

    /**
     * The twin of a file a writer has written.
     *
     * @param engine the writer's engine
     * @throws IllegalArgumentException if there is no raw encoder to hold the engine against
     */
    static RawTwin of(String engine, Path file) throws IOException {
        return switch (engine) {
            case "xml", "sdmx", "xbrl" -> new XmlTwin(file);
            case "delimited" -> new DelimitedTwin(file);
            case "fixed" -> new FixedWidthTwin(file);
            case "json" -> new JsonTwin(file);
            case "tag", "fix" -> new TextTwin(file, engine.equals("fix") ? (char) 1 : ':');
            case "xbrl-csv" -> new PackageTwin(file);
            default -> throw new IllegalArgumentException("no raw encoder for engine '" + engine + "'");
        };
    }
}
