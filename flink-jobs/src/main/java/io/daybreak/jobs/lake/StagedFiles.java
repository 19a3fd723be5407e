package io.daybreak.jobs.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.InstantiationUtil;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.TableLoader;

/**
 * Commits the files that tasks have written to the staged branches of their tables: one task, once every writer is done,
 * one commit per table. A commit carries the job's id, so that a restarted committer does not add the files twice.
 */
public final class StagedFiles extends AbstractStreamOperator<Void>
        implements OneInputStreamOperator<Tuple2<String, byte[]>, Void>, BoundedOneInput {

    private static final long serialVersionUID = 1L;
    private static final String COMMITTED_BY = "daybreak.job";

    /** Address of a table and one of its new files. */
    public static final TypeInformation<Tuple2<String, byte[]>> TYPE =
            Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE));

    private final TreeMap<String, ArrayList<DataFile>> files = new TreeMap<>();

    /** Adds the committer behind the writers of a job. */
    public static void commit(DataStream<Tuple2<String, byte[]>> written) {
        written.transform("commit to the staged branch", Types.VOID, new StagedFiles())
                .setParallelism(1)
                .setMaxParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .name("done")
                .setParallelism(1);
    }

    /** What a writer hands to the committer for one file. */
    public static Tuple2<String, byte[]> of(TableAddress table, DataFile file) throws IOException {
        return Tuple2.of(table.text(), InstantiationUtil.serializeObject(file));
    }

    @Override
    public void processElement(StreamRecord<Tuple2<String, byte[]>> record) throws Exception {
        Tuple2<String, byte[]> written = record.getValue();
        DataFile file = InstantiationUtil.deserializeObject(written.f1, getUserCodeClassloader());
        files.computeIfAbsent(written.f0, table -> new ArrayList<>()).add(file);
    }

    @Override
    public void endInput() throws Exception {
        String job = getRuntimeContext().getJobInfo().getJobId().toHexString();
        for (Map.Entry<String, ArrayList<DataFile>> table : files.entrySet()) {
            try (TableLoader loader = TableAddress.of(table.getKey()).loader()) {
                loader.open();
                append(loader.loadTable(), job, table.getValue());
            }
        }
    }

    private static void append(Table table, String job, List<DataFile> files) {
        SnapshotRef staged = table.refs().get(PublishedCatalog.STAGED);
        if (staged == null) {
            throw new IllegalStateException("table " + table.location() + " has no branch " + PublishedCatalog.STAGED);
        }
        Snapshot head = table.snapshot(staged.snapshotId());
        if (job.equals(head.summary().get(COMMITTED_BY))) {
            return;
        }
        files.sort((a, b) -> a.location().compareTo(b.location()));
        AppendFiles append = table.newAppend();
        files.forEach(append::appendFile);
        append.set(COMMITTED_BY, job).toBranch(PublishedCatalog.STAGED).commit();
    }
}
