package io.daybreak.jobs.intake;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.sql.SqlFolder;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.Balance;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ControlTotal.Side;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/** Takes the landed feeds in: checks them against their trailers and finds repeated transactions. */
public final class IntakeStage implements Stage {

    private static final StageSpec SPEC = StageSpec.of(
            "intake",
            StageClass.CRITICAL,
            "feeds are whole, new and what their trailers say; repeated transactions are found",
            Catalogue.landed().stream().map(TableSpec::name).toList(),
            List.of("enriched_transactions"),
            List.of("feed_totals", "duplicate_rows"));

    /** A file delivered twice shows within a month. */
    private static final int FILE_HISTORY_DAYS = 30;

    private static final String ALL_CURRENCIES = "*";

    @Override
    public StageSpec spec() {
        return SPEC;
    }

    @Override
    public void run(StageContext context) throws Exception {
        Map<String, Long> rows = inspectFeeds(context);
        StreamTableEnvironment session = context.session();
        SqlProgram program = new SqlProgram(SPEC, SqlFolder.read(SPEC.name()));
        program.createViews(session);
        StatementSet statements = session.createStatementSet();
        program.addInserts(context, session, statements);
        Table totals = SqlProgram.shaped(
                "feed totals",
                session.sqlQuery(feedTotalsQuery(rows)),
                Catalogue.FEED_TOTALS,
                context.processingDate());
        SqlProgram.addInsert(session, statements, SPEC, Catalogue.FEED_TOTALS.name(), totals);
        JobClient job = statements.execute().getJobClient().orElseThrow();
        context.await(job);
    }

    /** Trailers against what was counted: a trailer counts rows over all currencies and sums amounts by currency. */
    @Override
    public List<ControlTotal> totals(StageContext context) throws Exception {
        List<ControlTotal> totals = new ArrayList<>();
        for (TableSpec table : SPEC.reads()) {
            Path folder = context.lake().landing(table, context.businessDate());
            if (Files.isDirectory(folder)) {
                Trailer trailer = Trailer.read(folder);
                totals.add(new ControlTotal(table.name(), Side.IN, ALL_CURRENCIES, trailer.rows(), BigDecimal.ZERO));
                trailer.amounts()
                        .forEach((currency, amount) ->
                                totals.add(new ControlTotal(table.name(), Side.IN, currency, 0, amount)));
            }
        }
        for (Row row : StageContext.collect(
                context.stagedSession(), "SELECT feed, currency, row_count, amount FROM staged_feed_totals")) {
            String feed = (String) row.getField(0);
            totals.add(new ControlTotal(feed, Side.OUT, ALL_CURRENCIES, (Long) row.getField(2), BigDecimal.ZERO));
            totals.add(new ControlTotal(feed, Side.OUT, (String) row.getField(1), 0, (BigDecimal) row.getField(3)));
        }
        return totals;
    }

    @Override
    public NightFailure outOfBalance(StageContext context, Balance.Line line) {
        return new NightFailure(
                ExitCode.DATA_HOLD,
                "trailer mismatch in feed " + line.measure() + ", currency " + line.currency() + ": trailer says "
                        + line.in() + ", counted " + line.out(),
                context.lake()
                        .landing(context.businessDate(), line.measure())
                        .resolve(LandingPaths.TRAILER)
                        .toString(),
                Math.abs(line.in().rows() - line.out().rows()),
                "have the sender deliver it again, then run with --resume");
    }

    /**
     * Looks at every feed before a row of it is used.
     *
     * @return rows of every feed by the footers of its files
     */
    private static Map<String, Long> inspectFeeds(StageContext context) throws Exception {
        Map<String, String> earlier = earlierFiles(context);
        List<LandedPart> parts = new ArrayList<>();
        for (TableSpec table : SPEC.reads()) {
            Path folder = context.lake().landing(table, context.businessDate());
            parts.addAll(new FeedInspector(table, folder, context.businessDate())
                    .inspect(table == Catalogue.TRANSACTIONS ? earlier : Map.of()));
        }
        Map<String, Long> rows = new HashMap<>();
        for (FileFinding finding :
                InspectionJob.run(context.environment(), context.cluster().parallelism(), parts)) {
            LandedPart part = parts.get(finding.number());
            if (!finding.isGood()) {
                throw new NightFailure(
                        ExitCode.DATA_HOLD, finding.broken(), part.shown(), finding.count(), finding.next());
            }
            rows.merge(part.table(), finding.rows(), Long::sum);
        }
        return rows;
    }

    /** Hashes of the transaction files of the earlier days whose trailers still lie in the lake. */
    private static Map<String, String> earlierFiles(StageContext context) throws IOException {
        Map<String, String> earlier = new HashMap<>();
        for (int days = 1; days <= FILE_HISTORY_DAYS; days++) {
            LocalDate date = context.businessDate().minusDays(days);
            Path folder = context.lake().landing(Catalogue.TRANSACTIONS, date);
            if (Files.isRegularFile(folder.resolve(LandingPaths.TRAILER))) {
                for (Trailer.FileEntry file : Trailer.read(folder).files()) {
                    earlier.put(file.sha256(), Catalogue.TRANSACTIONS.name() + " of " + date);
                }
            }
        }
        return earlier;
    }

    /**
     * Rows and amounts of every feed: counted from its columns where it has amounts, else from its files' footers.
     */
    private static String feedTotalsQuery(Map<String, Long> footerRows) {
        List<String> selects = new ArrayList<>();
        for (TableSpec table : SPEC.reads()) {
            if (table.amount().isEmpty()) {
                selects.add("SELECT '" + table.name() + "' AS feed, '-' AS currency, CAST("
                        + footerRows.getOrDefault(table.name(), 0L)
                        + " AS BIGINT) AS row_count, CAST(0 AS DECIMAL(38, 2)) AS amount");
            } else {
                selects.add("SELECT '" + table.name() + "' AS feed, COALESCE(currency, '-') AS currency,"
                        + " COUNT(*) AS row_count, COALESCE(SUM(`" + table.amount() + "`), 0) AS amount FROM `"
                        + table.name() + "` GROUP BY COALESCE(currency, '-')");
            }
        }
        return String.join("\nUNION ALL\n", selects);
    }
}
