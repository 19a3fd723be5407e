package io.daybreak.bench.plan;

import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * One table a workload writes, by which engines are compared.
 *
 * @param name folder of its files
 * @param columns every column, in any order in the files
 */
public record Output(String name, List<Column> columns) {

    /** A column and the type it is compared in. */
    public record Column(String name, ColumnType type) {}

    public Output {
        columns = List.copyOf(columns);
    }

    /** With the columns of a table of the contract. */
    static Output of(TableSpec table) {
        return new Output(
                table.name(),
                table.columns().stream()
                        .map(column -> new Column(column.name(), column.type()))
                        .toList());
    }

    /** With columns as {@code name TYPE}, types by the names of {@link ColumnType}. */
    static Output of(String name, String... columns) {
        List<Column> parsed = new ArrayList<>();
        for (String column : columns) {
            String[] words = column.split(" ");
            parsed.add(new Column(words[0], ColumnType.valueOf(words[1])));
        }
        return new Output(name, parsed);
    }

    /** The same without some columns. */
    public Output without(List<String> names) {
        return new Output(
                name,
                columns.stream()
                        .filter(column -> !names.contains(column.name()))
                        .toList());
    }
}
