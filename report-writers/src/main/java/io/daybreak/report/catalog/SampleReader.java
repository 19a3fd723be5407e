package io.daybreak.report.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.ColumnType;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a small report from YAML or JSON: {@code header} values and {@code groups} of rows. A row may hold the rows of a nested group under that
 * group's name; they take over its keys. For samples and the command line, not for the night: the whole report is held in memory.
 */
public final class SampleReader {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Opens the document. */
    @FunctionalInterface
    public interface Source {
        /** Its content. */
        InputStream open() throws IOException;
    }

    private final String name;
    private final Source source;

    /**
     * A reader of one document.
     *
     * @param name the document's name in messages
     */
    public SampleReader(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Reads the document as the model types it.
     *
     * @throws IOException if it is not there
     * @throws IllegalArgumentException if it names an unknown column or group or a value does not read as its column's type
     */
    public ReportInput read(InputModel model) throws IOException {
        JsonNode root;
        try (InputStream content = source.open()) {
            root = YAML.readTree(content);
        }
        Map<String, Object> header = new HashMap<>();
        root.path("header")
                .fields()
                .forEachRemaining(entry -> header.put(
                        entry.getKey(), value(column(model.header(), entry.getKey(), "header"), entry.getValue())));
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (GroupModel group : model.groups()) {
            rows.put(group.name(), new ArrayList<>());
        }
        root.path("groups").fields().forEachRemaining(entry -> {
            GroupModel group = group(model, entry.getKey());
            entry.getValue().forEach(row -> add(model, group, row, Map.of(), rows));
        });
        List<RecordGroup> groups = model.groups().stream()
                .map(group -> new RecordGroup(
                        group.name(),
                        group.columnNames().toList(),
                        rows.getOrDefault(group.name(), List.of()).iterator()))
                .toList();
        return ReportInput.of(header, groups);
    }

    private void add(
            InputModel model,
            GroupModel group,
            JsonNode row,
            Map<String, Object> inherited,
            Map<String, List<Row>> rows) {
        @Nullable Object[] values = new Object[group.columns().size()];
        Map<String, Object> keys = new HashMap<>(inherited);
        inherited.forEach((column, value) -> {
            if (group.indexOf(column) >= 0) {
                values[group.indexOf(column)] = value;
            }
        });
        row.fields().forEachRemaining(entry -> {
            if (!entry.getValue().isArray() && !entry.getValue().isNull()) {
                Column column = column(group.columns(), entry.getKey(), group.name());
                values[group.indexOf(column.name())] = value(column, entry.getValue());
            }
        });
        for (String key : group.key()) {
            Object value = values[group.indexOf(key)];
            if (value != null) {
                keys.put(key, value);
            }
        }
        rows.getOrDefault(group.name(), new ArrayList<>()).add(Row.of(values));
        row.fields().forEachRemaining(entry -> {
            if (entry.getValue().isArray()) {
                GroupModel child = group(model, entry.getKey());
                entry.getValue().forEach(nested -> add(model, child, nested, keys, rows));
            }
        });
    }

    private GroupModel group(InputModel model, String group) {
        return model.group(group)
                .orElseThrow(() -> new IllegalArgumentException(name + ": no group '" + group + "'; there are "
                        + model.groups().stream().map(GroupModel::name).toList()));
    }

    private Column column(List<Column> columns, String column, String where) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + ": " + where + " has no column '" + column
                        + "'; there are " + columns.stream().map(Column::name).toList()));
    }

    private Object value(Column column, JsonNode node) {
        ColumnType type = column.type();
        try {
            return type.parse(node.asText());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": column '" + column.name() + "': " + e.getMessage(), e);
        }
    }
}
