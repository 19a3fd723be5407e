package io.daybreak.jobs.reports;

import io.daybreak.jobs.stage.StageContext;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.ColumnType;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.types.Row;

/** The queries of all reports over one session: checked against what the formats read, then run as one job. */
final class ReportQueries {

    /** A column of every query of a report that is filed more than once a night, e.g. once per receiving country. */
    static final String INSTANCE = "report_instance";

    private final StreamTableEnvironment session;
    private final ReportCatalog catalog;
    private final List<ReportQuery> queries;

    /** @param session in which the queries' views are known */
    ReportQueries(StreamTableEnvironment session, ReportCatalog catalog, List<ReportQuery> queries) {
        this.session = session;
        this.catalog = catalog;
        this.queries = List.copyOf(queries);
    }

    /** The rows of one group: column names, and values as text, none where there is none. */
    record Rows(List<String> columns, List<String[]> values) {

        /** The values of the column {@value #INSTANCE}, ascending; one empty text where there is no such column. */
        List<String> instances() {
            int position = columns.indexOf(INSTANCE);
            if (position < 0) {
                return List.of("");
            }
            return values.stream().map(row -> row[position]).distinct().sorted().toList();
        }

        /** The rows of one instance; all of them where there is no such column. */
        Rows of(String instance) {
            int position = columns.indexOf(INSTANCE);
            if (position < 0) {
                return this;
            }
            return new Rows(
                    columns,
                    values.stream()
                            .filter(row -> row[position].equals(instance))
                            .toList());
        }
    }

    /**
     * What is wrong with a query's columns, in words; empty if its format can read it.
     *
     * @throws IllegalArgumentException if there is no such format
     */
    List<String> faults(ReportQuery query) {
        InputModel input = catalog.format(query.formatId()).input();
        List<Column> wanted;
        if (query.group().equals(ReportQuery.HEADER)) {
            wanted = input.header();
        } else {
            wanted = input.group(query.group()).map(GroupModel::columns).orElse(List.of());
            if (wanted.isEmpty()) {
                return List.of(query.path() + ": format " + query.formatId() + " has no group " + query.group());
            }
        }
        ResolvedSchema schema = session.from(query.view()).getResolvedSchema();
        List<String> faults = new ArrayList<>();
        Set<String> given = new TreeSet<>(schema.getColumnNames());
        given.remove(INSTANCE);
        for (Column column : wanted) {
            boolean there = given.remove(column.name());
            if (!there) {
                faults.add(query.path() + ": lacks column " + column.name() + " " + column.type());
            } else {
                String type = schema.getColumn(column.name())
                        .orElseThrow()
                        .getDataType()
                        .getLogicalType()
                        .asSummaryString();
                if (!carries(column.type(), type)) {
                    faults.add(query.path() + ": column " + column.name() + " is " + type + ", the format reads "
                            + column.type());
                }
            }
        }
        given.forEach(name -> faults.add(query.path() + ": column " + name + " is not one the format reads"));
        return faults;
    }

    private static boolean carries(ColumnType wanted, String type) {
        String bare = type.replace(" NOT NULL", "");
        return switch (wanted) {
            case STRING -> bare.startsWith("STRING") || bare.startsWith("VARCHAR") || bare.startsWith("CHAR");
            case DECIMAL -> bare.startsWith("DECIMAL") || bare.equals("BIGINT") || bare.equals("INT");
            case BIGINT -> bare.equals("BIGINT") || bare.equals("INT");
            case DATE -> bare.equals("DATE");
            case TIMESTAMP -> bare.startsWith("TIMESTAMP");
            case BOOLEAN -> bare.equals("BOOLEAN");
        };
    }

    /**
     * Every query's rows, by query: one job for each report, so that a report's fault is its own. Held in memory: the size
     * of the night's reports.
     */
    Map<ReportQuery, Rows> run() throws Exception {
        Map<String, List<ReportQuery>> byFormat = new TreeMap<>();
        for (ReportQuery query : queries) {
            byFormat.computeIfAbsent(query.formatId(), id -> new ArrayList<>()).add(query);
        }
        Map<ReportQuery, Rows> rows = new HashMap<>();
        for (List<ReportQuery> ofFormat : byFormat.values()) {
            run(ofFormat, rows);
        }
        return rows;
    }

    private void run(List<ReportQuery> ofFormat, Map<ReportQuery, Rows> rows) throws Exception {
        List<String> selects = new ArrayList<>();
        for (int q = 0; q < ofFormat.size(); q++) {
            String view = ofFormat.get(q).view();
            List<String> columns = session.from(view).getResolvedSchema().getColumnNames();
            rows.put(ofFormat.get(q), new Rows(columns, new ArrayList<>()));
            List<String> casts = columns.stream()
                    .map(name -> "CAST(`" + name + "` AS STRING)")
                    .toList();
            selects.add(
                    "SELECT " + q + " AS query, ARRAY[" + String.join(", ", casts) + "] AS cells FROM `" + view + "`");
        }
        for (Row row : StageContext.collect(session, String.join("\nUNION ALL\n", selects))) {
            Rows ofQuery = rows.get(ofFormat.get((Integer) row.getField(0)));
            java.util.Objects.requireNonNull(ofQuery, "every query has its rows")
                    .values()
                    .add((String[]) row.getField(1));
        }
    }
}
