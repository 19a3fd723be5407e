package io.daybreak.report.rules;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cells of a report, by place: bounded by its templates, not by the bank's records. */
public final class Cells {

    private final Map<Cell, BigDecimal> values = new HashMap<>();
    private final Map<String, SortedSet<String>> rows = new HashMap<>();
    private final Map<String, SortedSet<String>> columns = new HashMap<>();
    private final Map<String, SortedSet<String>> sheets = new HashMap<>();

    /** Adds a cell. */
    public void put(Cell cell, BigDecimal value) {
        values.put(cell, value);
        rows.computeIfAbsent(cell.template(), key -> new TreeSet<>()).add(cell.row());
        columns.computeIfAbsent(cell.template(), key -> new TreeSet<>()).add(cell.column());
        sheets.computeIfAbsent(cell.template(), key -> new TreeSet<>()).add(cell.sheet());
    }

    @Nullable BigDecimal get(Cell cell) {
        return values.get(cell);
    }

    boolean hasTemplate(String template) {
        return rows.containsKey(template);
    }

    Set<String> rows(String template) {
        return rows.getOrDefault(template, new TreeSet<>());
    }

    Set<String> columns(String template) {
        return columns.getOrDefault(template, new TreeSet<>());
    }

    Set<String> sheets(String template) {
        return sheets.getOrDefault(template, new TreeSet<>());
    }
}
