package io.daybreak.jobs.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.daybreak.jobs.sql.SqlFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which formats the night fills from its tables, and why it does not fill the others. */
public final class FilledFormats {

    private static final String RESOURCE = "/reports/unfilled.yaml";
    private static final String ANY = "*";

    private final Set<String> filled;
    private final Map<String, String> reasons;

    private FilledFormats(Set<String> filled, Map<String, String> reasons) {
        this.filled = filled;
        this.reasons = reasons;
    }

    /** As the queries under {@code sql/reports} and the list of reasons say. */
    public static FilledFormats load() {
        Set<String> filled = new TreeSet<>();
        ReportQuery.of(SqlFolder.read("reports")).forEach(query -> filled.add(query.formatId()));
        Map<String, String> reasons = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(FilledFormats.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            for (JsonNode line : new YAMLMapper().readTree(in)) {
                reasons.put(line.path("formats").asText(), line.path("why").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilledFormats(filled, reasons);
    }

    /** Whether the night has queries for a format; it may still have no record on a given day. */
    public boolean contains(String formatId) {
        return filled.contains(formatId);
    }

    /** Why the night does not fill a format; empty if it does, or if no reason is given. */
    public Optional<String> whyNot(String formatId) {
        return contains(formatId) ? Optional.empty() : pattern(formatId).map(reasons::get);
    }

    /** The pattern whose reason counts for a format. */
    Optional<String> pattern(String formatId) {
        return reasons.keySet().stream()
                .filter(pattern -> pattern.endsWith(ANY)
                        ? formatId.startsWith(pattern.substring(0, pattern.length() - 1))
                        : formatId.equals(pattern))
                .findFirst();
    }

    /** All patterns, in order. */
    Set<String> patterns() {
        return Set.copyOf(reasons.keySet());
    }
}
