package io.daybreak.jobs.reports;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedSource;
import io.daybreak.jobs.lake.StagedSink;
import io.daybreak.jobs.lake.TableRow;
import io.daybreak.jobs.sql.SqlFolder;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import io.daybreak.report.catalog.ReportCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;

/** Cells with their rule and source, then the files of every format that has business tonight. */
public final class ReportsStage implements Stage {

    private static final StageSpec SPEC = StageSpec.of(
            "reports",
            StageClass.CRITICAL,
            "report cells are drawn from the night's tables; files are written, checked, released or held",
            List.of(
                    "trades",
                    "orders",
                    "instruments",
                    "counterparties",
                    "customers",
                    "accounts",
                    "fx_rates",
                    "enriched_transactions",
                    "aml_alerts",
                    "capital_measures",
                    "exposure_rwa",
                    "ledger_lines",
                    "credit_scores",
                    "risk_measures"),
            List.of(),
            List.of("report_cells", "report_files"));

    private static final TableSpec FILES = Catalogue.table("report_files");

    @Override
    public StageSpec spec() {
        return SPEC;
    }

    @Override
    public void run(StageContext context) throws Exception {
        SqlProgram program = program();
        StreamTableEnvironment session = session(context);
        program.createViews(session);
        StatementSet cells = session.createStatementSet();
        program.addInserts(context, session, cells);
        context.await(cells.execute().getJobClient().orElseThrow());

        ReportCatalog catalog = ReportCatalog.load();
        StreamTableEnvironment afterCells = session(context);
        program.createViews(afterCells);
        ReportQueries queries = new ReportQueries(afterCells, catalog, ReportQuery.of(program.files()));
        ReportFolder folder = folder(context);
        Path rendered = folder.stage();
        List<ReportFiles.Entry> entries = new ReportFiles(catalog, rendered).render(queries.run());
        folder.keep(
                rendered,
                entries.stream()
                        .filter(entry -> entry.state() == ReportFiles.State.VALID)
                        .map(ReportFiles.Entry::fileName)
                        .toList());
        write(context, entries);
    }

    /** The rendered files become the reports of the date. */
    @Override
    public void publish(StageContext context) throws Exception {
        folder(context).publish();
    }

    private static ReportFolder folder(StageContext context) {
        return new ReportFolder(
                context.lake().reports(context.businessDate()),
                context.run().getFileName().toString());
    }

    private static void write(StageContext context, List<ReportFiles.Entry> entries) throws Exception {
        TableRow row = new TableRow(FILES, context.processingDate());
        List<RowData> rows = new ArrayList<>();
        for (ReportFiles.Entry entry : entries) {
            rows.add(row.of(
                    entry.reportId(),
                    entry.authority(),
                    entry.fileName(),
                    entry.state().name(),
                    entry.records(),
                    entry.bytes(),
                    entry.sha256(),
                    entry.findings()));
        }
        StreamExecutionEnvironment environment = context.environment();
        StagedSink.add(
                context.catalog(),
                FILES,
                environment.fromCollection(rows, InternalTypeInfo.of(LandedSource.rowType(FILES))),
                1);
        JobClient job = environment.executeAsync("reports " + context.processingDate());
        context.await(job);
    }

    @Override
    public List<ControlTotal> totals(StageContext context) throws Exception {
        StreamTableEnvironment session = session(context);
        SqlProgram program = program();
        program.createViews(session);
        return program.totals(session);
    }

    static SqlProgram program() {
        return new SqlProgram(SPEC, SqlFolder.read(SPEC.name()));
    }

    /** A session with the filing bank's particulars as functions. */
    static StreamTableEnvironment session(StageContext context) {
        NightSettings settings = context.settings();
        StreamTableEnvironment session = context.session();
        session.createTemporarySystemFunction("institution_name", new ConstantText(settings.institutionName()));
        session.createTemporarySystemFunction("institution_lei", new ConstantText(settings.institutionLei()));
        session.createTemporarySystemFunction("institution_country", new ConstantText(settings.institutionCountry()));
        session.createTemporarySystemFunction("institution_bic", new ConstantText(settings.institutionBic()));
        session.createTemporarySystemFunction("fincen_tin", new ConstantText(settings.fincenTin()));
        session.createTemporarySystemFunction(
                "fincen_transmitter_code", new ConstantText(settings.fincenTransmitterCode()));
        session.createTemporarySystemFunction("rssd_id", new ConstantText(settings.rssdId()));
        return session;
    }
}
