package io.daybreak.report.xbrlcsv;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A module of the EBA reporting framework as its specification declares it.
 *
 * @param entryPoint the module's published address, which the report extends
 * @param framework framework code and module version of the file name, such as COREP040100 for 4.1.0 (filing rules since 5.4)
 * @param code the module's part of the file name
 * @param monetaryDecimals accuracy of monetary facts, -4 or finer (EBA-DEC-001)
 * @param tables tables by file name
 */
record Module(String entryPoint, String framework, String code, int monetaryDecimals, Map<String, Table> tables) {

    static Module of(FormatSpec spec) {
        JsonNode options = spec.options();
        Map<String, Table> tables = new LinkedHashMap<>();
        spec.layout()
                .fields()
                .forEachRemaining(entry -> tables.put(entry.getKey(), table(entry.getKey(), entry.getValue())));
        return new Module(
                required(options, "module"),
                required(options, "framework"),
                required(options, "code"),
                options.path("decimals").asInt(-4),
                tables);
    }

    private static String required(JsonNode options, String name) {
        if (!options.hasNonNull(name)) {
            throw new SpecException("option '" + name + "' is missing");
        }
        return options.get(name).asText();
    }

    private static Table table(String file, JsonNode node) {
        Map<String, DataPoint> points = new HashMap<>();
        for (DataPoint.Kind kind : DataPoint.Kind.values()) {
            String codes = node.path(kind.name().toLowerCase(Locale.ROOT)).asText("");
            if (kind != DataPoint.Kind.ENUMERATION) {
                expand(file, codes).forEach(code -> points.put(code, new DataPoint(kind, Set.of())));
            }
        }
        for (JsonNode enumeration : node.path("enumeration")) {
            Set<String> allowed = Set.of(enumeration.path("values").asText().split("\\s+"));
            expand(file, enumeration.path("points").asText())
                    .forEach(code -> points.put(code, new DataPoint(DataPoint.Kind.ENUMERATION, allowed)));
        }
        List<String> keys = new ArrayList<>();
        node.path("keys").forEach(key -> keys.add(key.asText()));
        return new Table(
                file, required(node, "indicator"), keys, node.path("unit").asBoolean(), points);
    }

    /** Reads {@code 12 15-17} as dp12, dp15, dp16, dp17. */
    private static List<String> expand(String file, String codes) {
        List<String> points = new ArrayList<>();
        for (String range : codes.isBlank() ? new String[0] : codes.trim().split("\\s+")) {
            int dash = range.indexOf('-');
            try {
                long first = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
                long last = dash < 0 ? first : Long.parseLong(range.substring(dash + 1));
                for (long code = first; code <= last; code++) {
                    points.add("dp" + code);
                }
            } catch (NumberFormatException e) {
                throw new SpecException(file + ": '" + range + "' is no data point or range of them", e);
            }
        }
        return points;
    }

    /** All templates, sorted. */
    SortedSet<String> indicators() {
        SortedSet<String> indicators = new TreeSet<>();
        tables.values().forEach(table -> indicators.add(table.indicator()));
        return indicators;
    }

    /** All open keys, sorted. */
    SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        tables.values().forEach(table -> keys.addAll(table.keys()));
        return keys;
    }

    /** Whether any data point is of a kind. */
    boolean has(DataPoint.Kind kind) {
        return tables.values().stream()
                .anyMatch(table -> table.points().values().stream().anyMatch(point -> point.kind() == kind));
    }
}
