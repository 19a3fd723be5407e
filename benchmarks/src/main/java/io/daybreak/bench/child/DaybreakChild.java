package io.daybreak.bench.child;

import io.daybreak.bench.plan.Plan;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.prepare.PrepareStage;
import io.daybreak.jobs.sql.Evidence;
import io.daybreak.jobs.sql.SqlFolder;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Daybreak's night, as far as a workload goes, in the embedded cluster the launcher runs it in. */
public final class DaybreakChild {

    private static final int PARALLELISM = 2;

    private final Plan plan;
    private final LocalDate date;
    private final Lake lake;
    private final Path out;

    private DaybreakChild(Plan plan) {
        this.plan = plan;
        this.date = LocalDate.parse(plan.date());
        this.lake = new Lake(Path.of(plan.lake()));
        this.out = Path.of(plan.out());
    }

    public static void main(String[] arguments) throws Exception {
        new DaybreakChild(Plan.read(Path.of(arguments[0]))).run();
        System.exit(0);
    }

    private void run() throws Exception {
        try (Cluster cluster = Cluster.embedded(PARALLELISM, Files.createDirectories(out.resolve("scratch")));
                PublishedCatalog catalog = new PublishedCatalog(lake)) {
            Signals.ready();
            switch (plan.workload()) {
                case "A" -> stage(new PrepareStage(), cluster, catalog);
                case "D" -> stage(new Scenario(), cluster, catalog);
                default -> query(cluster, catalog);
            }
        }
    }

    /** Stages, runs and publishes, as the night does; its balance and its hashes are not part of the workload. */
    private void stage(Stage stage, Cluster cluster, PublishedCatalog catalog) throws Exception {
        StageContext context = context(stage.spec(), cluster, catalog);
        for (TableSpec table : stage.spec().writes()) {
            catalog.stage(table, plan.date());
        }
        stage.run(context);
        for (TableSpec table : stage.spec().writes()) {
            catalog.publish(table, catalog.stagedSnapshot(table));
        }
        Signals.done();
        for (TableSpec table : stage.spec().writes()) {
            handOver(catalog, table);
        }
    }

    /** A query over the published tables in a session of the night's. */
    private void query(Cluster cluster, PublishedCatalog catalog) throws Exception {
        StageSpec spec = StageSpec.of(
                "bench",
                StageClass.REGULAR,
                "a query of the benchmark",
                plan.inputs().stream().map(input -> input.name()).toList(),
                List.of(),
                List.of());
        FlinkSqlChild.run(context(spec, cluster, catalog).session(), plan);
        Signals.done();
    }

    private StageContext context(StageSpec spec, Cluster cluster, PublishedCatalog catalog) throws IOException {
        return new StageContext(
                spec,
                date,
                NightSettings.DEFAULTS,
                lake,
                catalog,
                cluster,
                Files.createDirectories(out.resolve("run")),
                "",
                records -> {});
    }

    /** Links a published table's files into the folder of the output, where every engine's are. */
    private void handOver(PublishedCatalog catalog, TableSpec table) throws IOException {
        Path folder = Files.createDirectories(plan.output(table.name()));
        int number = 0;
        for (PublishedCatalog.PublishedFile file :
                catalog.files(table, catalog.publishedSnapshot(table), plan.date())) {
            Path path = file.path().startsWith("file:") ? Path.of(URI.create(file.path())) : Path.of(file.path());
            Files.createLink(folder.resolve("part-" + number++ + ".parquet"), path);
        }
    }

    /** The night's structuring scenario alone: the same two files, session and sink. */
    private static final class Scenario implements Stage {

        private static final StageSpec SPEC = StageSpec.of(
                "aml",
                StageClass.REGULAR,
                "cash structuring",
                List.of("enriched_transactions", "account_activity"),
                List.of("account_activity"),
                List.of("aml_alerts"));

        @Override
        public StageSpec spec() {
            return SPEC;
        }

        @Override
        public void run(StageContext context) throws Exception {
            StreamTableEnvironment session = context.session();
            session.createTemporarySystemFunction(
                    "evidence", new Evidence(context.settings().alertEvidence()));
            SqlProgram program = new SqlProgram(
                    SPEC,
                    SqlFolder.read(SPEC.name()).stream()
                            .filter(file -> file.path().endsWith("booked.sql")
                                    || file.path().endsWith("structuring.sql"))
                            .toList());
            program.createSharedViews(session, view -> {});
            StatementSet statements = session.createStatementSet();
            program.addInserts(context, session, statements);
            context.await(statements.execute().getJobClient().orElseThrow());
        }

        @Override
        public List<io.daybreak.jobs.stage.ControlTotal> totals(StageContext context) {
            return List.of();
        }
    }
}
