package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.CloseableIterable;

/** Reads a small published table where it is needed, without a job. */
public final class PublishedReader {

    /**
     * Hands every row of one business date to a consumer, in no particular order.
     *
     * @param address where it is, see {@link PublishedCatalog#address}
     * @throws IOException if it cannot be read
     */
    public static void read(
            TableAddress address, long snapshotId, String processingDate, List<String> columns, Consumer<Record> rows)
            throws IOException {
        try (TableLoader loader = address.loader()) {
            loader.open();
            Table table = loader.loadTable();
            try (CloseableIterable<Record> records = IcebergGenerics.read(table)
                    .useSnapshot(snapshotId)
                    .where(Expressions.equal(TableSpec.PROCESSING_DATE, processingDate))
                    .select(columns)
                    .build()) {
                records.forEach(rows);
            }
        }
    }

    private PublishedReader() {}
}
