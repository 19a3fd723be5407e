package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.lake.BatchTableWriter;
import io.daybreak.jobs.lake.StagedFiles;
import io.daybreak.jobs.lake.TableAddress;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.TableLoader;
import org.jspecify.annotations.Nullable;

/** Batches of landed rows in, files of enriched and of rejected rows out. Chained to the source of the batches. */
final class BatchPrepareOperator extends AbstractStreamOperator<Tuple2<String, byte[]>>
        implements OneInputStreamOperator<ColumnBatch, Tuple2<String, byte[]>>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private final ReferenceData.Request request;
    private final int latePostingDays;
    private final int valueDateToleranceDays;
    private final TableAddress enriched;
    private final TableAddress rejected;

    private transient @Nullable Open open;

    /**
     * @param enriched the table of accepted rows
     * @param rejected the table of rejected rows
     */
    BatchPrepareOperator(
            ReferenceData.Request request,
            int latePostingDays,
            int valueDateToleranceDays,
            TableAddress enriched,
            TableAddress rejected) {
        this.request = request;
        this.latePostingDays = latePostingDays;
        this.valueDateToleranceDays = valueDateToleranceDays;
        this.enriched = enriched;
        this.rejected = rejected;
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    /** What is held while rows come. */
    private record Open(BatchPrepare prepare, BatchTableWriter enriched, BatchTableWriter rejected, Counter rows) {}

    @Override
    public void open() throws Exception {
        super.open();
        LocalDate businessDate = request.businessDate();
        open = new Open(
                new BatchPrepare(
                        SharedReference.acquire(request),
                        new TransactionValidator(businessDate, latePostingDays, valueDateToleranceDays),
                        businessDate),
                writer(enriched),
                writer(rejected),
                getMetricGroup().getIOMetricGroup().getNumRecordsOutCounter());
    }

    private BatchTableWriter writer(TableAddress address) throws IOException {
        TaskInfo task = getRuntimeContext().getTaskInfo();
        String job = getRuntimeContext().getJobInfo().getJobId().toHexString();
        try (TableLoader loader = address.loader()) {
            loader.open();
            Table table = loader.loadTable();
            return new BatchTableWriter(
                    table,
                    request.businessDate().toString(),
                    task.getIndexOfThisSubtask(),
                    task.getAttemptNumber(),
                    job);
        }
    }

    private Open held() {
        return java.util.Objects.requireNonNull(open, "open() comes first");
    }

    @Override
    public void processElement(StreamRecord<ColumnBatch> record) throws Exception {
        Open held = held();
        ColumnBatch batch = record.getValue();
        BatchPrepare prepare = held.prepare();
        prepare.process(batch);
        held.enriched().append(prepare.enrichedColumns(), prepare.accepted(), prepare.acceptedCount());
        held.rejected().append(prepare.rejectedColumns(), prepare.rejected(), prepare.rejectedCount());
        // Progress counts rows, not batches.
        held.rows().inc(batch.rows());
    }

    @Override
    public void endInput() throws Exception {
        Open held = held();
        for (DataFile file : held.enriched().finish()) {
            output.collect(new StreamRecord<>(StagedFiles.of(enriched, file)));
        }
        for (DataFile file : held.rejected().finish()) {
            output.collect(new StreamRecord<>(StagedFiles.of(rejected, file)));
        }
    }

    @Override
    public void close() throws Exception {
        Open held = open;
        if (held != null) {
            open = null;
            SharedReference.release(request);
            held.enriched().close();
            held.rejected().close();
        }
        super.close();
    }
}
