package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.TableSpec;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.flink.sink.FlinkSink;

/** Writes a stream of rows into the staged branch of a published table. */
public final class StagedSink {

    /** @param writers number of files written at once; small tables take one */
    public static void add(PublishedCatalog catalog, TableSpec table, DataStream<RowData> rows, int writers) {
        FlinkSink.forRowData(rows)
                .tableLoader(catalog.address(table).loader())
                .toBranch(PublishedCatalog.STAGED)
                .distributionMode(DistributionMode.NONE)
                .writeParallelism(writers)
                .uidPrefix(table.name())
                .append();
    }

    private StagedSink() {}
}
