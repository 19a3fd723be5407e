package io.daybreak.jobs.night;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.lake.StagedRows;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ContentHash;
import io.daybreak.jobs.stage.StageContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * Rows and content hashes of what a stage staged, read back from its files. Small tables are read here; planning a job
 * for them costs more. The hash is the same either way.
 */
final class StagedContents {

    /** Rows of a table up to which it is read here. */
    static final long FEW_ROWS = 500_000;

    /** What a stage staged, by table name. */
    static List<StageRecord.Output> of(StageContext context, long fewRows) throws Exception {
        List<StageRecord.Output> outputs = new ArrayList<>();
        List<TableSpec> large = new ArrayList<>();
        for (TableSpec table : context.spec().writes()) {
            long snapshot = context.catalog().stagedSnapshot(table);
            List<PublishedCatalog.PublishedFile> files =
                    context.catalog().files(table, snapshot, context.processingDate());
            if (files.stream().mapToLong(PublishedCatalog.PublishedFile::rows).sum() > fewRows) {
                large.add(table);
            } else {
                outputs.add(output(table, snapshot, here(table, files)));
            }
        }
        if (!large.isEmpty()) {
            outputs.addAll(byJob(context, large));
        }
        outputs.sort((a, b) -> a.table().compareTo(b.table()));
        return outputs;
    }

    private static String here(TableSpec table, List<PublishedCatalog.PublishedFile> files) throws IOException {
        ContentHash hash = new ContentHash();
        ContentHash.Sums sums = hash.createAccumulator();
        StagedRows.read(table, files, row -> hash.accumulate(sums, row));
        return hash.getValue(sums);
    }

    private static List<StageRecord.Output> byJob(StageContext context, List<TableSpec> tables) throws Exception {
        StreamTableEnvironment session = context.stagedSession();
        List<String> selects = new ArrayList<>();
        for (TableSpec table : tables) {
            selects.add("SELECT '" + table.name() + "' AS table_name, content_hash(`"
                    + String.join("`, `", table.columnNames()) + "`) AS content FROM `staged_" + table.name() + "`");
        }
        List<StageRecord.Output> outputs = new ArrayList<>();
        for (Row row : StageContext.collect(session, String.join(" UNION ALL ", selects))) {
            TableSpec table = Catalogue.table((String) row.getField(0));
            outputs.add(output(table, context.catalog().stagedSnapshot(table), (String) row.getField(1)));
        }
        return outputs;
    }

    private static StageRecord.Output output(TableSpec table, long snapshot, String content) {
        String[] parts = content.split(":", 2);
        return new StageRecord.Output(table.name(), snapshot, Long.parseLong(parts[0]), parts[1]);
    }

    private StagedContents() {}
}
