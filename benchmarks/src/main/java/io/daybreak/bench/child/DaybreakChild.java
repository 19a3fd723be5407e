package io.daybreak.bench.child;

import com.sun.management.OperatingSystemMXBean;
import io.daybreak.bench.plan.Plan;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.prepare.PrepareStage;
import io.daybreak.jobs.risk.RiskStage;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

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

    public static void main(String[] arguments) {
        Signals.exitAfter(() -> start(Plan.read(Path.of(arguments[0]))));
    }

    private static void start(Plan plan) throws Exception {
        if (plan.workload().equals("G")) {
            new ReportWriting(Path.of(plan.out())).run();
        } else {
            new DaybreakChild(plan).run();
        }
    }

    private void run() throws Exception {
        try (Cluster cluster = Cluster.embedded(PARALLELISM, Files.createDirectories(out.resolve("scratch")));
                PublishedCatalog catalog = new PublishedCatalog(lake)) {
            Signals.ready();
            switch (plan.workload()) {
                case "A" -> stage(new PrepareStage(), cluster, catalog);
                case "A-write" -> stage(new CopyStage(), cluster, catalog);
                case "D" -> stage(new StructuringStage(), cluster, catalog);
                case "E" -> night(cluster);
                case "F", "F2" -> stage(new RiskStage(), cluster, catalog);
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

    /** Every stage, with totals and hashes; the hashes are what rounds are compared by. */
    private void night(Cluster cluster) throws Exception {
        RunManifest manifest = Nights.run(lake, date, cluster, List.of(), new StageCosts());
        Signals.done();
        StringBuilder content = new StringBuilder();
        for (StageRecord stage : manifest.stages()) {
            Signals.figure(stage.stage() + "_stage_seconds", stage.seconds());
            stage.outputs()
                    .forEach(output -> content.append(output.table())
                            .append(' ')
                            .append(output.rows())
                            .append(' ')
                            .append(output.contentHash())
                            .append(';'));
        }
        Signals.text(Signals.CHECKSUM, content.toString());
    }

    /** Tells the processor time of each stage; they run one after another here. */
    private static final class StageCosts extends Nights.Silent {
        private static final double NANOS_PER_SECOND = 1e9;
        private final OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long before;

        @Override
        public void stageStarted(StageSpec stage) {
            before = process.getProcessCpuTime();
        }

        @Override
        public void stageFinished(StageSpec stage, StageRecord record, boolean kept) {
            Signals.figure(stage.name() + "_cpu_seconds", (process.getProcessCpuTime() - before) / NANOS_PER_SECOND);
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
}
