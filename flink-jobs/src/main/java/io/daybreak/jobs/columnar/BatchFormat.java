package io.daybreak.jobs.columnar;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.MutableRecordAndPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.parquet.column.page.PageReadStore;
import org.jspecify.annotations.Nullable;

/**
 * Landed Parquet files as batches, for Flink's file source. The source's own thread fetches the bytes of row groups, one
 * ahead; they are decoded by the task that consumes the batches, which must be chained to the source.
 */
public final class BatchFormat implements BulkFormat<ColumnBatch, FileSourceSplit> {

    private static final long serialVersionUID = 1L;
    private static final int ROW_GROUPS_HELD = 2;

    private final String table;

    /** @param table a landed table, all of whose columns are read */
    public BatchFormat(TableSpec table) {
        this.table = table.name();
    }

    @Override
    public Reader<ColumnBatch> createReader(Configuration configuration, FileSourceSplit split) throws IOException {
        FlinkInput input = new FlinkInput(split.path(), split.fileSize());
        return new RowGroups(new ColumnFileReader(
                split.path().getName(), input, Catalogue.table(table).columns()));
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

    private static final class RowGroups implements Reader<ColumnBatch> {
        private final ColumnFileReader file;
        private final Semaphore room = new Semaphore(ROW_GROUPS_HELD);

        RowGroups(ColumnFileReader file) {
            this.file = file;
        }

        @Override
        public @Nullable RecordIterator<ColumnBatch> readBatch() throws IOException {
            await(1);
            PageReadStore rowGroup = file.fetch();
            if (rowGroup == null) {
                // The file is closed next: not before its last pages are decoded.
                await(ROW_GROUPS_HELD - 1);
                return null;
            }
            return new Batches(file, rowGroup, room);
        }

        private void await(int rowGroups) throws IOException {
            try {
                room.acquire(rowGroups);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the rows before to be processed", e);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class Batches implements BulkFormat.RecordIterator<ColumnBatch> {
        private final ColumnFileReader file;
        private final Semaphore room;
        private final MutableRecordAndPosition<ColumnBatch> current = new MutableRecordAndPosition<>();
        private @Nullable PageReadStore unstarted;

        Batches(ColumnFileReader file, PageReadStore rowGroup, Semaphore room) {
            this.file = file;
            this.unstarted = rowGroup;
            this.room = room;
        }

        @Override
        public @Nullable RecordAndPosition<ColumnBatch> next() {
            PageReadStore rowGroup = unstarted;
            if (rowGroup != null) {
                unstarted = null;
                file.start(rowGroup);
            }
            ColumnBatch batch = file.nextOfRowGroup();
            if (batch == null) {
                return null;
            }
            current.set(batch, CheckpointedPosition.NO_OFFSET, 0);
            return current;
        }

        @Override
        public void releaseBatch() {
            room.release();
        }
    }
}
