package io.daybreak.jobs.columnar;

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
import org.apache.parquet.filter2.compat.FilterCompat;
import org.jspecify.annotations.Nullable;

/** Parquet files as batches, for operators that work by columns; they must be chained to the source. */
public final class BatchFormat implements BulkFormat<ColumnBatch, FileSourceSplit> {

    private static final long serialVersionUID = 1L;

    private final List<Column> columns;

    /** @param columns of the files, in the order wanted */
    public BatchFormat(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public Reader<ColumnBatch> createReader(Configuration configuration, FileSourceSplit split) throws IOException {
        FlinkInput input = new FlinkInput(split.path(), split.fileSize());
        return new RowGroups<>(
                new ColumnFileReader(split.path().getName(), input, columns, FilterCompat.NOOP), Batches::new);
    }

    @Override
    public Reader<ColumnBatch> restoreReader(Configuration configuration, FileSourceSplit split) throws IOException {
        // A batch job restarts a split from its beginning.
        return createReader(configuration, split);
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<ColumnBatch> getProducedType() {
        return TypeInformation.of(ColumnBatch.class);
    }

    private static final class Batches implements RecordIterator<ColumnBatch> {
        private final RowGroups.Batches batches;
        private final MutableRecordAndPosition<ColumnBatch> current = new MutableRecordAndPosition<>();

        Batches(RowGroups.Batches batches) {
            this.batches = batches;
        }

        @Override
        public @Nullable RecordAndPosition<ColumnBatch> next() {
            ColumnBatch batch = batches.next();
            if (batch == null) {
                return null;
            }
            current.set(batch, CheckpointedPosition.NO_OFFSET, 0);
            return current;
        }

        @Override
        public void releaseBatch() {
            batches.release();
        }
    }
}
