package io.daybreak.jobs.reconcile;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.objects.LakePath;
import io.daybreak.jobs.run.RecordedStage;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * Closes the books of the night: every stage took in what the stage before it gave out, every published table holds the
 * rows its stage wrote. A break stops the night. Publishes every stage's totals and leaves lineage and sealed evidence
 * in the run's folder.
 */
public final class ReconcileStage implements Stage {

    private static final String LINEAGE = "lineage.json";
    private static final String PUBLISHED_ROWS = "published rows";
    private static final String CONTROL_TOTALS = "control totals";
    private static final String NO_CURRENCY = "-";

    private final List<Stage> before;
    private final StageSpec spec;

    /**
     * @param before all other stages of the night, in order
     */
    public ReconcileStage(List<Stage> before) {
        this.before = List.copyOf(before);
        this.spec = new StageSpec(
                "reconcile",
                StageClass.CRITICAL,
                "the stages' totals are chained and compared with what was published; lineage and evidence",
                before.stream().flatMap(stage -> stage.spec().writes().stream()).toList(),
                List.of(),
                List.of(Catalogue.CONTROL_TOTALS));
    }

    @Override
    public StageSpec spec() {
        return spec;
    }

    @Override
    public void run(StageContext context) throws Exception {
        Map<String, RecordedStage> recorded = recorded(context);
        checkChain(context, recorded);
        checkTables(context, recorded);
        publishTotals(context, recorded);
        writeLineage(context, recorded);
        seal(context, recorded);
    }

    /** The records' totals against the published ones, and the records' rows against the tables'. */
    @Override
    public List<ControlTotal> totals(StageContext context) throws Exception {
        Map<String, RecordedStage> recorded = recorded(context);
        long written = 0;
        long visible = 0;
        for (RecordedStage each : recorded.values()) {
            for (StageRecord.Output output : each.record().outputs()) {
                written += output.rows();
                visible += rows(context, output.table());
            }
        }
        long staged = (Long) StageContext.collect(context.stagedSession(), "SELECT COUNT(*) FROM staged_control_totals")
                .get(0)
                .getField(0);
        return List.of(
                total(CONTROL_TOTALS, Side.IN, merged(recorded).size()),
                total(CONTROL_TOTALS, Side.OUT, staged),
                total(PUBLISHED_ROWS, Side.IN, written),
                total(PUBLISHED_ROWS, Side.OUT, visible));
    }

    private static ControlTotal total(String measure, Side side, long rows) {
        return new ControlTotal(measure, side, NO_CURRENCY, rows, BigDecimal.ZERO);
    }

    /** What is published for every stage before this one: by this run, or kept from the latest one that published it. */
    private Map<String, RecordedStage> recorded(StageContext context) throws IOException {
        RunStore store = new RunStore(context.lake());
        Map<String, RecordedStage> recorded = new LinkedHashMap<>();
        for (Stage stage : before) {
            Optional<RecordedStage> record = store.latest(
                    context.businessDate(), attempt(context), stage.spec().name());
            record.ifPresent(found -> recorded.put(stage.spec().name(), found));
        }
        if (recorded.isEmpty()) {
            throw new NightFailure(
                    ExitCode.INPUT_MISSING,
                    "no stage has published anything for this business date",
                    context.run().toString(),
                    0,
                    "run the night without --only first");
        }
        return recorded;
    }

    private static int attempt(StageContext context) {
        return Integer.parseInt(context.run().getFileName().toString());
    }

    private void checkChain(StageContext context, Map<String, RecordedStage> recorded) {
        Map<String, StageRecord> records = new LinkedHashMap<>();
        recorded.forEach((stage, each) -> records.put(stage, each.record()));
        List<ControlChain.Break> breaks =
                new ControlChain(before.stream().map(Stage::spec).toList(), records).breaks();
        if (!breaks.isEmpty()) {
            ControlChain.Break first = breaks.get(0);
            throw new NightFailure(
                    ExitCode.OUT_OF_BALANCE,
                    "the chain of control totals has " + breaks.size() + " break(s); the first: " + first.what(),
                    record(context, recorded, first.stage()),
                    first.count(),
                    "compare it with " + record(context, recorded, first.from()) + "; if only stage " + first.from()
                            + " was run again, run the night with --from " + first.from());
        }
    }

    private static void checkTables(StageContext context, Map<String, RecordedStage> recorded) {
        recorded.forEach((stage, each) -> {
            for (StageRecord.Output output : each.record().outputs()) {
                long visible = rows(context, output.table());
                if (visible != output.rows()) {
                    throw new NightFailure(
                            ExitCode.OUT_OF_BALANCE,
                            "table " + output.table() + " has " + visible + " rows of the business date, stage " + stage
                                    + " wrote " + output.rows(),
                            record(context, recorded, stage),
                            Math.abs(visible - output.rows()),
                            "something other than the night wrote to the table; publish stage " + stage
                                    + " again with --from " + stage);
                }
            }
        });
    }

    private static String record(StageContext context, Map<String, RecordedStage> recorded, String stage) {
        RecordedStage each = recorded.get(stage);
        String attempt = each == null ? context.run().getFileName().toString() : Integer.toString(each.attempt());
        return context.run()
                .resolveSibling(attempt)
                .resolve("stage-" + stage + ".json")
                .toString();
    }

    /** Rows of the business date that readers of a table see, from its files' statistics. */
    private static long rows(StageContext context, String table) {
        TableSpec spec = Catalogue.table(table);
        return context
                .catalog()
                .files(spec, context.catalog().publishedSnapshot(spec), context.processingDate())
                .stream()
                .mapToLong(PublishedCatalog.PublishedFile::rows)
                .sum();
    }

    /** The totals of all stages, one per stage, measure, side and currency. */
    private static List<Row> merged(Map<String, RecordedStage> recorded) {
        List<Row> rows = new ArrayList<>();
        recorded.forEach((stage, each) -> {
            for (Side side : Side.values()) {
                List<ControlTotal> totals = each.record().totals().stream()
                        .filter(total -> total.side() == side)
                        .toList();
                for (Balance.Line line : Balance.of(totals)) {
                    Balance.Figure figure = switch (side) {
                        case IN -> line.in();
                        case OUT -> line.out();
                        case REJECTED -> line.rejected();
                    };
                    // As text: a literal of 0.00 has more decimals than digits, which the planner refuses.
                    rows.add(Row.of(
                            stage,
                            line.measure(),
                            side.name(),
                            line.currency(),
                            Long.toString(figure.rows()),
                            figure.amount().toPlainString()));
                }
            }
        });
        return List.copyOf(rows);
    }

    private void publishTotals(StageContext context, Map<String, RecordedStage> recorded) throws Exception {
        StreamTableEnvironment session = context.stagedSession();
        Table rows = session.fromValues(
                DataTypes.ROW(Catalogue.CONTROL_TOTALS.columns().stream()
                        .filter(column -> !column.name().equals(TableSpec.PROCESSING_DATE))
                        .map(column -> DataTypes.FIELD(
                                column.name(), DataTypes.STRING().notNull()))
                        .toArray(DataTypes.Field[]::new)),
                merged(recorded));
        StatementSet statements = session.createStatementSet();
        SqlProgram.addInsert(
                session,
                statements,
                spec,
                Catalogue.CONTROL_TOTALS.name(),
                SqlProgram.shaped("control totals", rows, Catalogue.CONTROL_TOTALS, context.processingDate()));
        context.await(statements.execute().getJobClient().orElseThrow());
    }

    private void writeLineage(StageContext context, Map<String, RecordedStage> recorded) throws Exception {
        Lineage lineage = new Lineage(
                context.lake().root(),
                context.businessDate(),
                context.processingDate() + "." + context.run().getFileName());
        List<Object> events = new ArrayList<>();
        for (Stage stage : before) {
            RecordedStage each = recorded.get(stage.spec().name());
            if (each != null) {
                Path file = LakePath.of(record(context, recorded, stage.spec().name()));
                events.add(lineage.event(
                        stage.spec(),
                        each.record(),
                        Files.getLastModifiedTime(file).toInstant(),
                        columns(context, stage)));
            }
        }
        RunStore.replace(context.run().resolve(LINEAGE), events);
    }

    /** Column origins of the tables a stage fills by SQL. */
    private static Map<String, Map<String, List<ColumnLineage.Origin>>> columns(StageContext context, Stage stage)
            throws Exception {
        StageContext its = new StageContext(
                stage.spec(),
                context.businessDate(),
                context.settings(),
                context.lake(),
                context.catalog(),
                context.cluster(),
                context.run(),
                context.insights(),
                records -> {});
        Map<String, Map<String, List<ColumnLineage.Origin>>> columns = new LinkedHashMap<>();
        for (Map.Entry<String, Table> filled : stage.queries(its).entrySet()) {
            columns.put(filled.getKey(), ColumnLineage.of(filled.getValue()));
        }
        return columns;
    }

    /** Seals what this run has written so far; the chain takes up that of the attempt before. */
    private void seal(StageContext context, Map<String, RecordedStage> recorded) throws IOException {
        List<String> files = new ArrayList<>();
        recorded.forEach((stage, each) -> {
            if (each.attempt() == attempt(context)) {
                files.add("stage-" + stage + ".json");
            }
        });
        files.add(LINEAGE);
        EvidenceChain.after(follows(context)).seal(context.run(), files).write(context.run());
    }

    /** The head of the last chain before this run: of an earlier attempt, or of an earlier business date. */
    private static String follows(StageContext context) throws IOException {
        RunStore store = new RunStore(context.lake());
        List<Path> earlier = new ArrayList<>();
        for (var date : store.businessDates()) {
            for (int attempt : store.attempts(date)) {
                Path folder = store.folder(date, attempt);
                boolean before = date.isBefore(context.businessDate())
                        || date.equals(context.businessDate()) && attempt < attempt(context);
                if (before && Files.isRegularFile(folder.resolve(EvidenceChain.FILE))) {
                    earlier.add(folder);
                }
            }
        }
        return earlier.isEmpty()
                ? EvidenceChain.NOTHING_BEFORE
                : EvidenceChain.read(earlier.get(earlier.size() - 1)).head();
    }
}
