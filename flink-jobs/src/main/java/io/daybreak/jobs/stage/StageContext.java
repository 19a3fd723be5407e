package io.daybreak.jobs.stage;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.engine.JobProgress;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.LandedTableFactory;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.lake.PublishedTableFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.apache.iceberg.SnapshotRef;

/**
 * What a running stage is given: the business date, the settings, the lake, and sessions in which exactly the tables it
 * declared are known.
 *
 * @param run folder of the run's records
 * @param insights where the customer insights database is, as a JDBC address; empty if the night runs without one
 */
public record StageContext(
        StageSpec spec,
        LocalDate businessDate,
        NightSettings settings,
        Lake lake,
        PublishedCatalog catalog,
        Cluster cluster,
        Path run,
        String insights,
        LongConsumer progress) {

    /** The partition value of the business date. */
    public String processingDate() {
        return businessDate.toString();
    }

    /** A fresh environment for one bounded job. */
    public StreamExecutionEnvironment environment() {
        return cluster.environment();
    }

    /**
     * A fresh SQL session. In it are known: every landed table the stage reads, by its name, with {@code source_file}
     * and {@code source_row}; every published table it reads, by its name, as of tonight; {@code <table>_history} for
     * earlier business dates; {@code staged_<table>} for what the stage itself has staged; and the functions of {@link
     * RunFunctions}.
     */
    public StreamTableEnvironment session() {
        StreamTableEnvironment session = stagedSession();
        for (TableSpec table : spec.reads()) {
            if (!table.landed()) {
                catalog.ensure(table);
                view(session, table.name(), table, SnapshotRef.MAIN_BRANCH, "=");
            } else {
                session.executeSql(LandedTableFactory.createTableStatement(
                        table.name(), table, landed(table), settings.columnarFilters()));
            }
        }
        for (TableSpec table : spec.history()) {
            catalog.ensure(table);
            view(session, table.name() + "_history", table, SnapshotRef.MAIN_BRANCH, "<");
        }
        return session;
    }

    /** A fresh SQL session in which only {@code staged_<table>} and the functions are known. */
    public StreamTableEnvironment stagedSession() {
        StreamTableEnvironment session = StreamTableEnvironment.create(
                environment(), EnvironmentSettings.newInstance().inBatchMode().build());
        session.getConfig().set("table.local-time-zone", "UTC");
        session.getConfig().set("table.exec.iceberg.infer-source-parallelism.max", "" + cluster.parallelism());
        session.getConfig().set("table.optimizer.join.broadcast-threshold", "10485760");
        // Merging two scans of one table forgets their OPTIONS hint: a staged branch would read as what is published.
        session.getConfig().set("table.optimizer.reuse-source-enabled", "false");
        RunFunctions.register(session, businessDate, settings);
        session.executeSql(catalog.createCatalogStatement());
        for (TableSpec table : spec.writes()) {
            view(session, "staged_" + table.name(), table, PublishedCatalog.STAGED, "=");
        }
        return session;
    }

    /** Makes the rows of some business dates of a published table known under a name. */
    private void view(
            StreamTableEnvironment session, String name, TableSpec table, String branch, String comparedWithTonight) {
        String source = name + "__files";
        session.executeSql(PublishedTableFactory.createTableStatement(
                source, table, catalog.address(table), branch, settings.columnarFilters()));
        session.executeSql("CREATE TEMPORARY VIEW `" + name + "` AS SELECT * FROM `" + source + "` WHERE "
                + TableSpec.PROCESSING_DATE + " " + comparedWithTonight + " '" + processingDate() + "'");
    }

    /** Where the files of a landed feed are; for an optional feed that did not come, a folder without files. */
    private Path landed(TableSpec table) {
        Path folder = lake.landing(table, businessDate);
        if (lake.inBucket() || Files.isDirectory(folder)) {
            return folder;
        }
        try {
            return Files.createDirectories(run.resolve("not-landed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a job, reporting its progress. */
    public void await(JobClient job) throws Exception {
        new JobProgress(cluster).await(job, progress);
    }

    /** Runs a query and brings its rows here; for small results. */
    public static List<Row> collect(StreamTableEnvironment session, String query) throws Exception {
        TableResult result = session.executeSql(query);
        List<Row> rows = new ArrayList<>();
        try (CloseableIterator<Row> iterator = result.collect()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }
}
