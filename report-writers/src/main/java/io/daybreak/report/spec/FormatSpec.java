package io.daybreak.report.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A declared, versioned regulatory format, as its specification file states it.
 *
 * @param id unique id, the official message identifier where there is one
 * @param title what is filed
 * @param authority who receives it
 * @param jurisdiction where it is filed
 * @param version the authority's own version
 * @param validity the days it is in force
 * @param engine the physical engine that writes or reads it
 * @param direction whether it is filed or received
 * @param unit the submission unit it counts as; formats that differ only by a code share one
 * @param oracle what, not written here, proves it
 * @param provenance where the layout was learnt
 * @param naming file name, with {@code {column:pattern}} and {@code {part:000}} placeholders
 * @param limits bounds of one file
 * @param groups record groups, parents before children
 * @param totals control totals to report, by name
 * @param controls equalities that must hold, such as {@code sum(entries.amount) = header.amount}
 * @param types the types its fields use
 * @param options what its engine wants to know
 * @param layout the tree its engine walks
 */
public record FormatSpec(
        String id,
        String title,
        String authority,
        String jurisdiction,
        String version,
        Validity validity,
        String engine,
        Direction direction,
        String unit,
        Oracle oracle,
        Provenance provenance,
        String naming,
        Limits limits,
        List<GroupSpec> groups,
        Map<String, String> totals,
        List<String> controls,
        TypeLibrary types,
        JsonNode options,
        JsonNode layout) {

    public FormatSpec {
        if (!id.matches("[a-z0-9][a-z0-9._-]*")) {
            throw new SpecException("format id '" + id + "' is not lower-case letters, digits, dots and dashes");
        }
        groups = List.copyOf(groups);
        totals = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(totals));
        controls = List.copyOf(controls);
    }

    /** Whether the bank files it or receives it. */
    public enum Direction {
        /** Filed. */
        OUT,
        /** Received: parsed, never written. */
        IN
    }

    /** The days a version is in force; without an end it still is. */
    public record Validity(LocalDate from, Optional<LocalDate> to) {
        /** Whether the version is in force on a day. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && to.map(end -> !day.isAfter(end)).orElse(true);
        }
    }

    /**
     * What proves the format.
     *
     * @param tier A: the official schema or an independent validator; B: an independent reader, fixtures or rules; C: the published layout only
     * @param kind {@code xsd}, {@code module}, {@code reader}, {@code fixture}, {@code rules}, {@code layout}
     * @param file the schema or fixture, relative to the folder of schemas; empty where the kind needs none
     * @param schema the file and the reader named in words
     */
    public record Oracle(String tier, String kind, String file, String schema) {
        public Oracle {
            if (!tier.matches("[ABC]")) {
                throw new SpecException("tier '" + tier + "' is not A, B or C");
            }
        }
    }

    /** Where the layout was learnt, and when. */
    public record Provenance(String source, LocalDate date) {}

    /**
     * Bounds of one file.
     *
     * @param group the group whose records are counted; empty for no splitting
     * @param records most records of that group in one file
     */
    public record Limits(String group, long records) {}

    /**
     * A record group.
     *
     * @param extra columns read besides those the layout binds, with their column types in lower case
     * @param lifecycle in which order the records of one thing stand
     */
    public record GroupSpec(
            String name,
            Optional<String> parent,
            List<String> key,
            boolean unique,
            Map<String, String> extra,
            Optional<LifecycleSpec> lifecycle) {}

    /**
     * The order of a thing's life, such as a derivative's reports.
     *
     * @param of the column that names the thing
     * @param step the column that says what happened to it
     * @param opens steps that come first and once
     * @param closes steps that end it
     * @param after the only steps that may follow its end
     */
    public record LifecycleSpec(String of, String step, List<String> opens, List<String> closes, List<String> after) {
        public LifecycleSpec {
            opens = List.copyOf(opens);
            closes = List.copyOf(closes);
            after = List.copyOf(after);
        }
    }
}
