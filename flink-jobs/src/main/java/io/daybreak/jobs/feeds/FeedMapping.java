package io.daybreak.jobs.feeds;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.sql.SqlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a bank's own files into a feed of the contract: sources, and one SELECT over them.
 *
 * @param name how the feeds file calls it
 * @param feed the contract's table
 * @param sources what the SELECT reads, by their names in it
 * @param each the source of which every row of the day gives {@code gives} rows of the feed; empty if the SELECT
 *     aggregates or filters
 * @param gives rows of the feed for one row of that source
 * @param amount column of that source whose sum the feed's amounts must repeat; empty for none
 * @param sql the SELECT with its parameters
 */
public record FeedMapping(
        String name, TableSpec feed, List<SourceLayout> sources, String each, int gives, String amount, SqlFile sql) {

    private static final String RESOURCES = "feeds/";

    public FeedMapping {
        sources = List.copyOf(sources);
    }

    /**
     * Reads a mapping file.
     *
     * @param name for messages
     * @throws IllegalArgumentException if it does not follow the grammar; the message says where
     */
    public static FeedMapping parse(String name, String text) {
        return new MappingHeader(name).parse(text);
    }

    /**
     * Finds a mapping: a file if the name ends in {@code .sql}, else one that Daybreak brings along.
     *
     * @throws IllegalArgumentException if there is none, or it does not follow the grammar
     * @throws IOException if it cannot be read
     */
    public static FeedMapping find(String name, Path relativeTo) throws IOException {
        if (name.endsWith(".sql")) {
            Path file = relativeTo.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("there is no mapping file " + file);
            }
            return parse(name, Files.readString(file));
        }
        try (InputStream in = FeedMapping.class.getClassLoader().getResourceAsStream(RESOURCES + name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no built-in mapping '" + name + "'; "
                        + "a file of your own ends in .sql, docs/feeds.md lists what is built in");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * The same with some parameters set.
     *
     * @param literals SQL literals by parameter
     * @throws IllegalArgumentException if it declares no such parameter
     */
    public FeedMapping with(Map<String, String> literals) {
        Map<String, SqlFile.Parameter> parameters = new HashMap<>(sql.parameters());
        literals.forEach((key, literal) -> {
            SqlFile.Parameter declared = parameters.get(key);
            if (declared == null) {
                throw new IllegalArgumentException("mapping " + name + " has no parameter '" + key + "'; it has "
                        + sql.parameters().keySet());
            }
            parameters.put(key, new SqlFile.Parameter(declared.type(), literal, declared.why()));
        });
        SqlFile set = new SqlFile(sql.path(), sql.header(), parameters, sql.body());
        return new FeedMapping(name, feed, sources, each, gives, amount, set);
    }

    /** The same under another name: one mapping may land several files of a kind. */
    public FeedMapping as(String other) {
        return new FeedMapping(other, feed, sources, each, gives, amount, sql);
    }

    /** A condition of a source with the mapping's parameters bound. */
    String bound(String condition) {
        return new SqlFile(sql.path(), sql.header(), sql.parameters(), condition).bound();
    }

    static TableSpec feed(String table) {
        List<String> landed = Catalogue.landed().stream().map(TableSpec::name).toList();
        if (!landed.contains(table)) {
            throw new IllegalArgumentException(
                    "the contract lands no '" + table + "'; it lands " + String.join(", ", landed));
        }
        return Catalogue.table(table);
    }
}
