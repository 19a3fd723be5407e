package io.daybreak.jobs.sql;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedSource;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;

/** A folder of {@code .sql} files over one session: views first, then everything that fills the same table together. */
public final class SqlProgram {

    /** Hears of views as they become known. */
    @FunctionalInterface
    public interface ViewListener {
        void created(String view) throws Exception;
    }

    private final StageSpec spec;
    private final List<SqlFile> files;

    public SqlProgram(StageSpec spec, List<SqlFile> files) {
        this.spec = spec;
        this.files = List.copyOf(files);
    }

    public List<SqlFile> files() {
        return files;
    }

    /** Makes the folder's views known to a session, in file order; each reader computes what it needs of them. */
    public void createViews(StreamTableEnvironment session) {
        for (SqlFile file : files) {
            if (file.role() == SqlFile.Role.VIEW) {
                session.createTemporaryView(file.target(), query(session, file));
            }
        }
    }

    /**
     * Likewise, but a view whose header says {@code Shared} is computed once however many files read it: the planner
     * optimises each reader apart and would else scan and join anew for every set of columns and every filter.
     *
     * @param listener told of each view once it is known
     */
    public void createSharedViews(StreamTableEnvironment session, ViewListener listener) throws Exception {
        for (SqlFile file : files) {
            if (file.role() == SqlFile.Role.VIEW) {
                Table rows = query(session, file);
                session.createTemporaryView(
                        file.target(), file.header().containsKey("Shared") ? shared(session, rows) : rows);
                listener.created(file.target());
            }
        }
    }

    /**
     * Adds one insert per table the folder fills. Several files that fill one table become one UNION ALL, which files
     * after the last of them may read as {@code rows_of_<table>}.
     */
    public void addInserts(StageContext context, StreamTableEnvironment session, StatementSet statements) {
        Map<String, Table> byTable = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            SqlFile file = files.get(i);
            if (file.role() == SqlFile.Role.INSERTS) {
                TableSpec target = written(file);
                Table rows = shaped(file.path(), query(session, file), target, context.processingDate());
                boolean alone =
                        files.stream().filter(f -> f.fills(target.name())).count() == 1;
                // Planned apart: the planner's effort grows much faster than the size of what it plans at once.
                Table all = byTable.merge(target.name(), alone ? rows : shared(session, rows), Table::unionAll);
                List<SqlFile> later = files.subList(i + 1, files.size());
                if (later.stream().noneMatch(f -> f.fills(target.name()))) {
                    boolean readAgain = later.stream().anyMatch(f -> f.body().contains(rowsOf(target.name())));
                    addInsert(session, statements, spec, target.name(), readAgain ? shared(session, all) : all);
                }
            }
        }
    }

    /** The same rows behind a barrier the planner does not look through. */
    private static Table shared(StreamTableEnvironment session, Table rows) {
        DataType type = rows.getResolvedSchema().toPhysicalRowDataType().bridgedTo(RowData.class);
        return session.fromDataStream(session.toDataStream(rows, type));
    }

    private static String rowsOf(String table) {
        return "rows_of_" + table;
    }

    /**
     * What fills each table as one query, planned whole: without the barriers of {@link #createViews}, so that lineage
     * can look through it. Needs a session of its own, in which no view of the folder is known yet.
     */
    public Map<String, Table> queries(StreamTableEnvironment session) {
        Map<String, Table> byTable = new LinkedHashMap<>();
        for (SqlFile file : files) {
            if (file.role() == SqlFile.Role.VIEW) {
                session.createTemporaryView(file.target(), query(session, file));
            } else if (file.role() == SqlFile.Role.INSERTS) {
                Table rows = query(session, file);
                Table all = byTable.merge(file.target(), byName(rows, written(file)), Table::unionAll);
                session.dropTemporaryView(rowsOf(file.target()));
                session.createTemporaryView(rowsOf(file.target()), all);
            }
        }
        byTable.replaceAll((table, rows) -> session.sqlQuery("SELECT * FROM " + rowsOf(table)));
        return byTable;
    }

    /** The query's columns in the contract's order: a union goes by position. */
    private static Table byName(Table rows, TableSpec target) {
        return rows.select(target.columnNames().stream()
                .filter(column -> !column.equals(TableSpec.PROCESSING_DATE))
                .map(Expressions::$)
                .toArray(ApiExpression[]::new));
    }

    /** Adds an insert of rows that already have a table's shape into its staged branch. */
    public static void addInsert(
            StreamTableEnvironment session, StatementSet statements, StageSpec spec, String table, Table rows) {
        TableSpec target = spec.writes().stream()
                .filter(t -> t.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stage " + spec.name() + " does not write " + table));
        session.createTemporaryView(rowsOf(table), rows);
        statements.addInsertSql("INSERT INTO " + PublishedCatalog.qualifiedName(target) + " /*+ OPTIONS('branch' = '"
                + PublishedCatalog.STAGED + "') */ SELECT * FROM " + rowsOf(table));
    }

    /**
     * The control totals of the folder's {@code Totals} files: columns measure, side, currency, row_count, amount.
     */
    public List<ControlTotal> totals(StreamTableEnvironment session) throws Exception {
        List<ControlTotal> totals = new ArrayList<>();
        for (SqlFile file : files) {
            if (file.role() == SqlFile.Role.TOTALS) {
                session.createTemporaryView("control_totals_query", query(session, file));
                for (Row row : StageContext.collect(
                        session, "SELECT measure, side, currency, row_count, amount FROM control_totals_query")) {
                    totals.add(new ControlTotal(
                            (String) row.getField(0),
                            ControlTotal.Side.valueOf((String) row.getField(1)),
                            (String) row.getField(2),
                            ((Number) row.getField(3)).longValue(),
                            row.getField(4) == null ? BigDecimal.ZERO : (BigDecimal) row.getField(4)));
                }
                session.dropTemporaryView("control_totals_query");
            }
        }
        return List.copyOf(totals);
    }

    /**
     * A query's rows in the shape of a table: its columns by name, in the contract's order and types, with the business
     * date.
     *
     * @throws IllegalArgumentException if the query lacks a column or has one too many
     */
    public static Table shaped(String path, Table rows, TableSpec target, String processingDate) {
        Set<String> have = new TreeSet<>(rows.getResolvedSchema().getColumnNames());
        Set<String> want = new TreeSet<>(target.columnNames());
        want.remove(TableSpec.PROCESSING_DATE);
        if (!have.equals(want)) {
            throw new IllegalArgumentException(
                    path + ": its columns " + have + " are not those of " + target.name() + " " + want);
        }
        List<ApiExpression> select = new ArrayList<>();
        for (Column column : target.columns()) {
            select.add(
                    column.name().equals(TableSpec.PROCESSING_DATE)
                            ? lit(processingDate).as(TableSpec.PROCESSING_DATE)
                            : $(column.name())
                                    .cast(LandedSource.dataType(column.type()))
                                    .as(column.name()));
        }
        return rows.select(select.toArray(ApiExpression[]::new));
    }

    private TableSpec written(SqlFile file) {
        return spec.writes().stream()
                .filter(table -> table.name().equals(file.target()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file.path() + ": inserts into " + file.target()
                        + ", which stage " + spec.name() + " does not write"));
    }

    private static Table query(StreamTableEnvironment session, SqlFile file) {
        try {
            return session.sqlQuery(file.bound());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file.path() + ": " + e.getMessage(), e);
        }
    }
}
