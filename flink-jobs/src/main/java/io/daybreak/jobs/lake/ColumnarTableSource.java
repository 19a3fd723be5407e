package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.RowFormat;
import io.daybreak.jobs.columnar.RowTest;
import io.daybreak.jobs.contract.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.SourceProvider;
import org.apache.flink.table.connector.source.abilities.SupportsFilterPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsProjectionPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsReadingMetadata;
import org.apache.flink.table.connector.source.abilities.SupportsStatisticReport;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.expressions.ResolvedExpression;
import org.apache.flink.table.plan.stats.TableStats;
import org.apache.flink.table.types.DataType;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A table of the contract as Flink's planner sees it: reads the columns a query needs, passes over files and row groups
 * by their statistics, leaves out rows that fail what {@link Condition} can say, and tells how many rows to expect.
 */
final class ColumnarTableSource
        implements ScanTableSource,
                SupportsProjectionPushDown,
                SupportsReadingMetadata,
                SupportsFilterPushDown,
                SupportsStatisticReport {

    /** Where the files of the table are. */
    interface Files {
        /** Rows of the files that can meet the conditions, if that is known without reading them. */
        OptionalLong rows(List<Condition> conditions);

        /** A source of the files that can meet the conditions. */
        FileSource<RowData> source(RowFormat format, List<Condition> conditions);
    }

    private final TableSpec table;
    private final Files files;
    private final boolean testsRows;
    private List<String> columns;
    private List<String> sourceColumns = List.of();
    private List<Condition> conditions = List.of();

    /** @param testsRows whether rows that fail are left out here, or by the query */
    ColumnarTableSource(TableSpec table, Files files, boolean testsRows) {
        this.table = table;
        this.files = files;
        this.testsRows = testsRows;
        this.columns = table.columnNames();
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return ChangelogMode.insertOnly();
    }

    @Override
    public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
        List<String> read = new ArrayList<>(columns);
        List<RowTest.OfColumn> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<RowTest> test = testsRows ? condition.ofRows() : Optional.empty();
            if (test.isPresent()) {
                String column = condition.column().name();
                if (!read.contains(column)) {
                    read.add(column);
                }
                tests.add(new RowTest.OfColumn(read.indexOf(column), test.get()));
            }
        }
        RowFormat format = LandedSource.rows(table, read, columns.size(), tests, sourceColumns, ofRowGroups());
        return SourceProvider.of(files.source(format, conditions));
    }

    private @Nullable FilterPredicate ofRowGroups() {
        FilterPredicate all = null;
        for (Condition condition : conditions) {
            FilterPredicate one = condition.ofRowGroups().orElse(null);
            if (one != null) {
                all = all == null ? one : FilterApi.and(all, one);
            }
        }
        return all;
    }

    @Override
    public boolean supportsNestedProjection() {
        return false;
    }

    @Override
    public void applyProjection(int[][] projectedFields, DataType producedDataType) {
        List<String> projected = new ArrayList<>();
        for (int[] path : projectedFields) {
            projected.add(table.columnNames().get(path[0]));
        }
        columns = List.copyOf(projected);
    }

    @Override
    public Map<String, DataType> listReadableMetadata() {
        Map<String, DataType> keys = new LinkedHashMap<>();
        if (table.landed()) {
            keys.put(LandedSource.SOURCE_FILE, DataTypes.STRING().notNull());
            keys.put(LandedSource.SOURCE_ROW, DataTypes.BIGINT().notNull());
        }
        return keys;
    }

    @Override
    public void applyReadableMetadata(List<String> keys, DataType producedDataType) {
        sourceColumns = List.copyOf(keys);
    }

    @Override
    public Result applyFilters(List<ResolvedExpression> filters) {
        ConditionParser parser = new ConditionParser(table);
        List<Condition> understood = new ArrayList<>();
        List<ResolvedExpression> accepted = new ArrayList<>();
        List<ResolvedExpression> remaining = new ArrayList<>();
        for (ResolvedExpression filter : filters) {
            Optional<Condition> condition = parser.parse(filter);
            condition.ifPresent(understood::add);
            if (condition.isPresent()) {
                accepted.add(filter);
            }
            if (condition.isEmpty() || !testsRows) {
                remaining.add(filter);
            }
        }
        conditions = List.copyOf(understood);
        return Result.of(accepted, remaining);
    }

    @Override
    public TableStats reportStatistics() {
        OptionalLong rows = files.rows(conditions);
        double share = conditions.stream()
                .mapToDouble(condition -> testsRows ? condition.selectivity() : 1)
                .reduce(1, (a, b) -> a * b);
        return rows.isPresent() ? new TableStats((long) Math.ceil(rows.getAsLong() * share)) : TableStats.UNKNOWN;
    }

    @Override
    public DynamicTableSource copy() {
        ColumnarTableSource copy = new ColumnarTableSource(table, files, testsRows);
        copy.columns = columns;
        copy.sourceColumns = sourceColumns;
        copy.conditions = conditions;
        return copy;
    }

    @Override
    public String asSummaryString() {
        return files.toString();
    }
}
