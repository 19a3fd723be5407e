package io.daybreak.jobs.cli;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.reconcile.EvidenceChain;
import io.daybreak.jobs.run.RecordedStage;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybreak evidence}: from a filed cell or an alert back to the rows it stands on, and whether they are sealed. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = {
            "Walks a filed report cell, or an alert, back to the published rows it was drawn from, the landed file and row",
            "where they name one, the stage that wrote them, and the seal on that stage's record."
        })
final class EvidenceCommand implements Callable<Integer> {

    private static final int ROWS_SHOWN = 50;
    private static final List<String> ALERTS = List.of("aml_alerts", "surveillance_alerts");

    @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "Business date.")
    LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--lake",
            paramLabel = "LAKE",
            defaultValue = "lake",
            converter = LakeOptions.Address.class,
            description = "The lake: a folder or s3://BUCKET/PREFIX. Default: ${DEFAULT-VALUE}.")
    Path lake = Path.of("lake");

    @Mixin
    LakeOptions lakes = new LakeOptions();

    @ArgGroup(multiplicity = "1")
    @Nullable Start start;

    @Spec
    @Nullable CommandSpec spec;

    private Path scratch = Path.of("");
    private @Nullable Lake opened;

    /** Where the walk begins. */
    static final class Start {
        @Option(
                names = "--cell",
                paramLabel = "TEMPLATE/ROW/COLUMN",
                description = "A cell of report_cells; '-' where the template has no columns.")
        String cell = "";

        @Option(names = "--alert", paramLabel = "ID", description = "An alert of money laundering or market abuse.")
        String alert = "";
    }

    @Override
    public Integer call() throws Exception {
        Start from = Objects.requireNonNull(start);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Lake its = lakes.open(lake);
        opened = its;
        scratch = Files.createTempDirectory("daybreak-");
        scratch.toFile().deleteOnExit();
        try (Cluster cluster = Cluster.embedded(1, scratch);
                PublishedCatalog catalog = new PublishedCatalog(its)) {
            if (from.cell.isEmpty()) {
                alert(from.alert, cluster, catalog, out);
            } else {
                cell(from.cell, cluster, catalog, out);
            }
        }
        return ExitCode.GOOD.code();
    }

    private void cell(String cell, Cluster cluster, PublishedCatalog catalog, PrintWriter out) throws Exception {
        String[] place = cell.split("/", -1);
        if (place.length != 3) {
            throw new NightFailure(
                    ExitCode.USAGE,
                    "--cell '" + cell + "' is not TEMPLATE/ROW/COLUMN",
                    "-",
                    0,
                    "e.g. c_47.00/dp84817/-");
        }
        List<Row> cells = rows(
                cluster,
                catalog,
                "report_cells",
                "report_id, cell_key, amount, unit, rule, source_table, source_filter",
                "template = " + quoted(place[0]) + " AND row_code = " + quoted(place[1]) + " AND column_code = "
                        + quoted(place[2]));
        if (cells.isEmpty()) {
            throw missing("no cell " + cell, "report_cells");
        }
        for (Row found : cells) {
            out.printf(
                    "%s %s (key %s) = %s %s%n",
                    found.getField(0), cell, found.getField(1), found.getField(2), found.getField(3));
            out.printf("  rule %s%n", found.getField(4));
            source((String) found.getField(5), (String) found.getField(6), cluster, catalog, out);
        }
    }

    private void alert(String id, Cluster cluster, PublishedCatalog catalog, PrintWriter out) throws Exception {
        for (String table : ALERTS) {
            String columns = "alert_id, amount_base, explanation, evidence";
            for (Row found : rows(cluster, catalog, table, columns, "alert_id = " + quoted(id))) {
                out.printf("%s = %s%n  %s%n", found.getField(0), found.getField(1), found.getField(2));
                written(table, out);
                String ids = List.of((Object[]) Objects.requireNonNull(found.getField(3))).stream()
                        .map(each -> quoted(each.toString()))
                        .collect(Collectors.joining(", "));
                if (table.equals("aml_alerts")) {
                    source("enriched_transactions", "transaction_id IN (" + ids + ")", cluster, catalog, out);
                } else {
                    source("trades", "trade_id IN (" + ids + ")", cluster, catalog, out);
                    source("orders", "order_id IN (" + ids + ")", cluster, catalog, out);
                }
                return;
            }
        }
        throw missing("no alert " + id, String.join(",", ALERTS));
    }

    private void source(String table, String filter, Cluster cluster, PublishedCatalog catalog, PrintWriter out)
            throws Exception {
        out.printf("  drawn from %s WHERE %s%n", table, filter);
        TableSpec source = Catalogue.table(table);
        String columns = (source.landed() ? "source_file, source_row, `" : "`")
                + String.join("`, `", source.columnNames()) + "`";
        List<Row> rows = rows(cluster, catalog, table, columns, filter);
        for (Row row : rows.subList(0, Math.min(ROWS_SHOWN, rows.size()))) {
            out.println("    " + described(row, source));
        }
        out.printf("  %d row(s)%s%n", rows.size(), rows.size() > ROWS_SHOWN ? ", the first " + ROWS_SHOWN : "");
        if (source.landed()) {
            out.printf("  landed in %s%n", lake().landing(source, date));
        } else {
            written(table, out);
        }
    }

    private static String described(Row row, TableSpec source) {
        StringBuilder text = new StringBuilder();
        int shift = source.landed() ? 2 : 0;
        if (shift > 0) {
            text.append("source_file=")
                    .append(row.getField(0))
                    .append(" source_row=")
                    .append(row.getField(1));
        }
        for (int i = 0; i < source.columnNames().size(); i++) {
            Object value = row.getField(i + shift);
            if (value != null) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(source.columnNames().get(i))
                        .append('=');
                text.append(value instanceof Object[] items ? List.of(items) : value);
            }
        }
        return text.toString();
    }

    /** The stage that published a table, what it read, and whether the record of it is as it was sealed. */
    private void written(String table, PrintWriter out) throws IOException {
        for (Stage stage : Night.graph().stages()) {
            if (stage.spec().writes().stream()
                    .anyMatch(written -> written.name().equals(table))) {
                RunStore store = new RunStore(lake());
                Optional<RecordedStage> recorded =
                        store.latest(date, Integer.MAX_VALUE, stage.spec().name());
                out.printf(
                        "  %s is written by stage %s of run %s from %s%n",
                        table,
                        stage.spec().name(),
                        recorded.map(found -> date + "." + found.attempt()).orElse("unknown"),
                        stage.spec().reads().stream().map(TableSpec::name).collect(Collectors.joining(", ")));
                if (recorded.isPresent()) {
                    out.println("  " + seal(store.folder(date, recorded.get().attempt()), stage));
                }
            }
        }
    }

    private static String seal(Path run, Stage stage) throws IOException {
        String record = "stage-" + stage.spec().name() + ".json";
        if (!Files.isRegularFile(run.resolve(EvidenceChain.FILE))) {
            return record + " is not sealed: the run was not reconciled";
        }
        EvidenceChain chain = EvidenceChain.read(run);
        if (chain.entries().stream().noneMatch(entry -> entry.file().equals(record))) {
            return record + " is not among the sealed files of " + run;
        }
        List<String> findings = chain.findings(run);
        return findings.isEmpty()
                ? record + " is sealed, the chain holds; its head is " + chain.head()
                : "THE SEAL IS BROKEN: " + String.join("; ", findings);
    }

    private List<Row> rows(Cluster cluster, PublishedCatalog catalog, String table, String columns, String condition)
            throws Exception {
        TableSpec source = Catalogue.table(table);
        if (!source.landed() && !catalog.exists(source)) {
            throw missing("table " + table + " was never published", table);
        }
        StageContext context = new StageContext(
                new StageSpec("evidence", StageClass.LOW, "a walk", List.of(source), List.of(), List.of()),
                date,
                NightSettings.DEFAULTS,
                lake(),
                catalog,
                cluster,
                scratch,
                "",
                records -> {});
        StreamTableEnvironment session = context.session();
        return StageContext.collect(session, "SELECT " + columns + " FROM `" + table + "` AS t WHERE " + condition);
    }

    private Lake lake() {
        return Objects.requireNonNull(opened);
    }

    private NightFailure missing(String what, String table) {
        return new NightFailure(
                ExitCode.INPUT_MISSING,
                what + " on " + date,
                table,
                0,
                "./daybreak files " + table + " --lake " + lake + " names the files to look into");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
