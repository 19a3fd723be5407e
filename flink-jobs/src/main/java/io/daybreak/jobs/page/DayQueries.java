package io.daybreak.jobs.page;

import io.daybreak.jobs.sql.SqlFile;
import io.daybreak.jobs.sql.SqlFolder;
import io.daybreak.jobs.stage.StageContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * The figures that need a pass over a large table: the queries of {@code sql/summary}, all in one job. A query whose
 * tables were not published is left out.
 */
final class DayQueries {

    private static final String FOLDER = "summary";
    /** Alerts of all domains under one name. */
    private static final String ALL_ALERTS = "all_alerts";

    /** One row of a query; what its columns mean the query's header says. */
    record Line(String key, String item, long count, BigDecimal amount, double score, String said) {}

    private final Map<String, List<Line>> results;

    private DayQueries(Map<String, List<Line>> results) {
        this.results = results;
    }

    /**
     * Runs the queries that can be run.
     *
     * @param published tables that have rows of the business date; the session's stage must read them
     */
    static DayQueries run(StageContext context, Set<String> published) throws Exception {
        StreamTableEnvironment session = context.session();
        // No table is read with an OPTIONS hint here, so scans of one table may be merged: each is read once.
        session.getConfig().set("table.optimizer.reuse-source-enabled", "true");
        List<String> known = new ArrayList<>(published);
        List<String> alerts =
                Section.ALERTS.tables().stream().filter(published::contains).toList();
        if (!alerts.isEmpty()) {
            session.createTemporaryView(
                    ALL_ALERTS,
                    session.sqlQuery(String.join(
                            " UNION ALL ",
                            alerts.stream()
                                    .map(table -> "SELECT * FROM " + table)
                                    .toList())));
            known.add(ALL_ALERTS);
        }
        List<String> selects = new ArrayList<>();
        for (SqlFile file : SqlFolder.read(FOLDER)) {
            if (known.containsAll(
                    List.of(file.header().getOrDefault("Inputs", "").split(",\\s*")))) {
                session.createTemporaryView(file.target(), session.sqlQuery(file.bound()));
                selects.add("SELECT '" + file.target() + "' AS figure, group_key, item, row_count, amount, score, said"
                        + " FROM " + file.target());
            }
        }
        Map<String, List<Line>> results = new TreeMap<>();
        if (!selects.isEmpty()) {
            for (Row row : StageContext.collect(session, String.join(" UNION ALL ", selects))) {
                results.computeIfAbsent((String) row.getField(0), figure -> new ArrayList<>())
                        .add(line(row));
            }
        }
        results.values()
                .forEach(lines -> lines.sort(Comparator.comparing(Line::key)
                        .thenComparing(Comparator.comparingDouble(Line::score).reversed())
                        .thenComparing(Line::item)
                        .thenComparingLong(Line::count)));
        return new DayQueries(results);
    }

    /** The rows of a query, by key, then highest score, then item. */
    List<Line> of(String query) {
        return List.copyOf(results.getOrDefault(query, List.of()));
    }

    private static Line line(Row row) {
        return new Line(
                (String) row.getField(1),
                (String) row.getField(2),
                (Long) row.getField(3),
                (BigDecimal) row.getField(4),
                (Double) row.getField(5),
                (String) row.getField(6));
    }
}
