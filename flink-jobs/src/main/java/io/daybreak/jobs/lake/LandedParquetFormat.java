package io.daybreak.jobs.lake;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.Pool;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.formats.parquet.ParquetVectorizedInputFormat;
import org.apache.flink.formats.parquet.utils.SerializableConfiguration;
import org.apache.flink.formats.parquet.vector.ColumnBatchFactory;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.columnar.ColumnarRowData;
import org.apache.flink.table.data.columnar.vector.BytesColumnVector;
import org.apache.flink.table.data.columnar.vector.ColumnVector;
import org.apache.flink.table.data.columnar.vector.LongColumnVector;
import org.apache.flink.table.data.columnar.vector.VectorizedColumnBatch;
import org.apache.flink.table.data.columnar.vector.writable.WritableColumnVector;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a landed Parquet file column by column and says of every row which file and which row of it it is. The row
 * number counts from the start of the split, so a split is always a whole file.
 */
final class LandedParquetFormat extends ParquetVectorizedInputFormat<RowData, FileSourceSplit> {

    private static final long serialVersionUID = 1L;
    private static final int BATCH_ROWS = 2048;
    private static final int NONE = -1;

    private final RowType producedType;
    private final int rowNumberColumn;

    /**
     * @param fileType the columns to read, by name
     * @param producedType those columns, then the source columns
     * @param sourceColumns {@link LandedSource#SOURCE_FILE} and {@link LandedSource#SOURCE_ROW}, as far as asked for
     */
    LandedParquetFormat(RowType fileType, RowType producedType, List<String> sourceColumns) {
        super(
                new SerializableConfiguration(new org.apache.hadoop.conf.Configuration(false)),
                fileType,
                new SourceColumns(List.copyOf(sourceColumns)),
                BATCH_ROWS,
                true,
                true);
        this.producedType = producedType;
        int position = sourceColumns.indexOf(LandedSource.SOURCE_ROW);
        this.rowNumberColumn = position < 0 ? NONE : fileType.getFieldCount() + position;
    }

    @Override
    protected int numBatchesToCirculate(Configuration config) {
        return 2;
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return InternalTypeInfo.of(producedType);
    }

    @Override
    protected ParquetReaderBatch<RowData> createReaderBatch(
            WritableColumnVector[] vectors,
            VectorizedColumnBatch batch,
            Pool.Recycler<ParquetReaderBatch<RowData>> recycler) {
        RowNumbers numbers = rowNumberColumn == NONE ? null : (RowNumbers) batch.columns[rowNumberColumn];
        return new Batch(vectors, batch, recycler, numbers);
    }

    /** Adds the source columns behind those of the file. */
    private record SourceColumns(List<String> names) implements ColumnBatchFactory<FileSourceSplit> {

        @Override
        public VectorizedColumnBatch create(FileSourceSplit split, ColumnVector[] fromFile) {
            ColumnVector[] all = new ColumnVector[fromFile.length + names.size()];
            System.arraycopy(fromFile, 0, all, 0, fromFile.length);
            for (int i = 0; i < names.size(); i++) {
                all[fromFile.length + i] = names.get(i).equals(LandedSource.SOURCE_FILE)
                        ? new FileName(split.path().getName())
                        : new RowNumbers();
            }
            return new VectorizedColumnBatch(all);
        }
    }

    private static final class FileName implements BytesColumnVector {
        private final Bytes name;

        FileName(String name) {
            byte[] utf8 = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            this.name = new Bytes(utf8, 0, utf8.length);
        }

        @Override
        public Bytes getBytes(int row) {
            return name;
        }

        @Override
        public boolean isNullAt(int row) {
            return false;
        }
    }

    private static final class RowNumbers implements LongColumnVector {
        private long first;

        @Override
        public long getLong(int row) {
            return first + row;
        }

        @Override
        public boolean isNullAt(int row) {
            return false;
        }
    }

    private static final class Batch extends ParquetReaderBatch<RowData> {
        private final @Nullable RowNumbers numbers;
        private final Rows rows;

        Batch(
                WritableColumnVector[] vectors,
                VectorizedColumnBatch batch,
                Pool.Recycler<ParquetReaderBatch<RowData>> recycler,
                @Nullable RowNumbers numbers) {
            super(vectors, batch, recycler);
            this.numbers = numbers;
            this.rows = new Rows(batch, this::recycle);
        }

        @Override
        public BulkFormat.RecordIterator<RowData> convertAndGetIterator(long rowsReturned) {
            if (numbers != null) {
                numbers.first = rowsReturned;
            }
            rows.start(columnarBatch.getNumRows(), rowsReturned);
            return rows;
        }
    }

    /** Walks one batch with one row object. */
    private static final class Rows implements BulkFormat.RecordIterator<RowData> {
        private final ColumnarRowData row;
        private final Runnable recycle;
        private final org.apache.flink.connector.file.src.util.MutableRecordAndPosition<RowData> current =
                new org.apache.flink.connector.file.src.util.MutableRecordAndPosition<>();
        private int next;
        private int count;

        Rows(VectorizedColumnBatch batch, Runnable recycle) {
            this.row = new ColumnarRowData(batch);
            this.recycle = recycle;
        }

        void start(int rowCount, long rowsReturned) {
            this.next = 0;
            this.count = rowCount;
            current.set(row, CheckpointedPosition.NO_OFFSET, rowsReturned);
        }

        @Override
        public @Nullable RecordAndPosition<RowData> next() {
            if (next == count) {
                return null;
            }
            row.setRowId(next++);
            current.setNext(row);
            return current;
        }

        @Override
        public void releaseBatch() {
            recycle.run();
        }
    }
}
