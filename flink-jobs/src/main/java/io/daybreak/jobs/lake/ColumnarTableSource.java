package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.RowFormat;
import io.daybreak.jobs.contract.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * by their statistics, and tells how many rows there are. Every filter stays with the query too.
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
    private List<String> columns;
    private List<String> sourceColumns = List.of();
    private List<Condition> conditions = List.of();

    ColumnarTableSource(TableSpec table, Files files) {
        this.table = table;
        this.files = files;
        this.columns = table.columnNames();
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return ChangelogMode.insertOnly();
    }

    @Override
    public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
        RowFormat format = LandedSource.rows(table, columns, sourceColumns, ofRowGroups());
        return SourceProvider.of(files.source(format, conditions));
    }

    private @Nullable FilterPredicate ofRowGroups() {
        FilterPredicate all = null;
        for (Condition condition : conditions) {
            if (!condition.column().equals(TableSpec.PROCESSING_DATE)) {
                FilterPredicate one = condition.ofRowGroups();
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
        List<Condition> understood = new ArrayList<>();
        List<ResolvedExpression> accepted = new ArrayList<>();
        for (ResolvedExpression filter : filters) {
            Condition.of(filter, table).ifPresent(condition -> {
                understood.add(condition);
                accepted.add(filter);
            });
        }
        conditions = List.copyOf(understood);
        return Result.of(accepted, filters);
    }

    @Override
    public TableStats reportStatistics() {
        OptionalLong rows = files.rows(conditions);
        return rows.isPresent() ? new TableStats(rows.getAsLong()) : TableStats.UNKNOWN;
    }

    @Override
    public DynamicTableSource copy() {
        ColumnarTableSource copy = new ColumnarTableSource(table, files);
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
