package io.daybreak.jobs.columnar;

import static java.util.Objects.requireNonNull;

import io.daybreak.jobs.contract.Column;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.MutableRecordAndPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.table.data.RowData;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Parquet files as Flink's rows, decoded by columns: for SQL. Flink's own vectorised format decodes dictionary entries
 * only when a row is looked at, and so may have no more than one batch under way (FLINK-22202: with two, a row can carry
 * another row's text). Here a batch is decoded whole by the one thread that uses it, while the next bytes are fetched.
 */
public final class RowFormat implements BulkFormat<RowData, FileSourceSplit> {

    private static final long serialVersionUID = 1L;

    private final List<Column> columns;
    private final int shown;
    private final List<RowTest.OfColumn> tests;
    private final int fileColumn;
    private final int rowColumn;
    private final TypeInformation<RowData> producedType;
    private final @Nullable FilterPredicate condition;

    /**
     * @param columns of the files, in the order wanted
     * @param shown how many of them the rows have, the first ones; the others are only tested
     * @param tests rows that fail one are left out
     * @param fileColumn see {@link BatchRow}
     * @param rowColumn see {@link BatchRow}
     * @param producedType of the rows
     * @param condition row groups none of whose rows can meet it are passed over
     */
    public RowFormat(
            List<Column> columns,
            int shown,
            List<RowTest.OfColumn> tests,
            int fileColumn,
            int rowColumn,
            TypeInformation<RowData> producedType,
            @Nullable FilterPredicate condition) {
        this.columns = List.copyOf(columns);
        this.shown = shown;
        this.tests = List.copyOf(tests);
        this.fileColumn = fileColumn;
        this.rowColumn = rowColumn;
        this.producedType = producedType;
        this.condition = condition;
    }

    @Override
    public Reader<RowData> createReader(Configuration configuration, FileSourceSplit split) throws IOException {
        FlinkInput input = new FlinkInput(split.path(), split.fileSize());
        return new RowGroups<>(
                new ColumnFileReader(
                        split.path().getName(),
                        input,
                        columns,
                        condition == null ? FilterCompat.NOOP : FilterCompat.get(condition)),
                batches -> new Rows(batches));
    }

    @Override
    public Reader<RowData> restoreReader(Configuration configuration, FileSourceSplit split) throws IOException {
        // A batch job restarts a split from its beginning.
        return createReader(configuration, split);
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return producedType;
    }

    /** Walks the batches of a row group with one row object. */
    private final class Rows implements RecordIterator<RowData> {
        private final RowGroups.Batches batches;
        private final MutableRecordAndPosition<RowData> current = new MutableRecordAndPosition<>();
        private final @Nullable Selection selection = tests.isEmpty() ? null : new Selection(tests);
        private @Nullable BatchRow row;
        private int next;
        private int count;

        Rows(RowGroups.Batches batches) {
            this.batches = batches;
        }

        @Override
        public @Nullable RecordAndPosition<RowData> next() {
            while (next == count) {
                ColumnBatch batch = batches.next();
                if (batch == null) {
                    return null;
                }
                if (row == null) {
                    row = new BatchRow(batch, shown, fileColumn, rowColumn);
                    current.set(row, CheckpointedPosition.NO_OFFSET, 0);
                }
                next = 0;
                count = batch.rows();
                if (selection != null) {
                    selection.of(batch);
                    count = selection.count();
                }
            }
            int at = next++;
            requireNonNull(row, "a batch comes first").at(selection == null ? at : selection.row(at));
            return current;
        }

        @Override
        public void releaseBatch() {
            batches.release();
        }
    }
}
