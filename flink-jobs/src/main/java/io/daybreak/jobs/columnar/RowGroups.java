package io.daybreak.jobs.columnar;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.parquet.column.page.PageReadStore;
import org.jspecify.annotations.Nullable;

/**
 * The row groups of a file, fetched by the source's own thread, one ahead; they are decoded by the task that consumes
 * them.
 */
final class RowGroups<T> implements BulkFormat.Reader<T> {

    private static final int HELD = 2;

    private final ColumnFileReader file;
    private final Function<Batches, BulkFormat.RecordIterator<T>> iterators;
    private final Semaphore room = new Semaphore(HELD);

    RowGroups(ColumnFileReader file, Function<Batches, BulkFormat.RecordIterator<T>> iterators) {
        this.file = file;
        this.iterators = iterators;
    }

    @Override
    public BulkFormat.@Nullable RecordIterator<T> readBatch() throws IOException {
        await(1);
        PageReadStore rowGroup = file.fetch();
        if (rowGroup == null) {
            // The file is closed next: not before its last pages are decoded.
            await(HELD - 1);
            return null;
        }
        return iterators.apply(new Batches(file, rowGroup, room));
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

    /** The batches of one row group. */
    static final class Batches {
        private final ColumnFileReader file;
        private final Semaphore room;
        private @Nullable PageReadStore unstarted;

        Batches(ColumnFileReader file, PageReadStore rowGroup, Semaphore room) {
            this.file = file;
            this.unstarted = rowGroup;
            this.room = room;
        }

        @Nullable ColumnBatch next() {
            PageReadStore rowGroup = unstarted;
            if (rowGroup != null) {
                unstarted = null;
                file.start(rowGroup);
            }
            return file.nextOfRowGroup();
        }

        void release() {
            room.release();
        }
    }
}
