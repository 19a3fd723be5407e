package io.daybreak.jobs.prepare;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedSource;
import io.daybreak.jobs.lake.StagedFiles;
import io.daybreak.jobs.lake.StagedSink;
import io.daybreak.jobs.sql.SqlFolder;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.util.OutputTag;

/** Validates, enriches, scores and flags the day: every landed byte is read once and written once. */
public final class PrepareStage implements Stage {

    private static final StageSpec SPEC = StageSpec.of(
            "prepare",
            StageClass.CRITICAL,
            "transactions are validated, enriched, scored and flagged in one pass",
            List.of("transactions", "customers", "accounts", "fx_rates", "watchlists", "feed_totals", "duplicate_rows"),
            List.of(),
            List.of("enriched_transactions", "rejected_transactions"));

    private static final TableSpec DUPLICATES = Catalogue.table("duplicate_rows");

    @Override
    public StageSpec spec() {
        return SPEC;
    }

    @Override
    public void run(StageContext context) throws Exception {
        StreamExecutionEnvironment environment = context.environment();
        if (context.settings().columnarPrepare()) {
            byColumns(context, environment);
        } else {
            byRows(context, environment);
        }
        JobClient job = environment.executeAsync("prepare " + context.processingDate());
        context.await(job);
    }

    private static void byColumns(StageContext context, StreamExecutionEnvironment environment) {
        NightSettings settings = context.settings();
        BatchPrepareOperator prepare = new BatchPrepareOperator(
                request(context),
                settings.latePostingDays(),
                settings.valueDateToleranceDays(),
                context.catalog().address(Catalogue.ENRICHED_TRANSACTIONS),
                context.catalog().address(Catalogue.REJECTED_TRANSACTIONS));
        StagedFiles.commit(environment
                .fromSource(
                        LandedSource.batches(
                                context.lake().landing(Catalogue.TRANSACTIONS, context.businessDate()),
                                Catalogue.TRANSACTIONS),
                        WatermarkStrategy.noWatermarks(),
                        "landed transactions")
                .transform("validate, enrich, score, flag, write", StagedFiles.TYPE, prepare));
    }

    /** The same row by row through Iceberg's own writer: slower, and what the columnar way is compared with. */
    private static void byRows(StageContext context, StreamExecutionEnvironment environment) {
        FileSource<RowData> source = LandedSource.of(
                context.lake().landing(Catalogue.TRANSACTIONS, context.businessDate()),
                Catalogue.TRANSACTIONS,
                Catalogue.TRANSACTIONS.columnNames(),
                List.of(LandedSource.SOURCE_FILE, LandedSource.SOURCE_ROW));
        OutputTag<RowData> rejected =
                new OutputTag<>("rejected", InternalTypeInfo.of(LandedSource.rowType(Catalogue.REJECTED_TRANSACTIONS)));
        SingleOutputStreamOperator<RowData> enriched = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "landed transactions")
                .process(new PrepareFunction(
                        request(context),
                        context.settings().latePostingDays(),
                        context.settings().valueDateToleranceDays(),
                        rejected))
                .name("validate, enrich, score, flag")
                .returns(InternalTypeInfo.of(LandedSource.rowType(Catalogue.ENRICHED_TRANSACTIONS)));
        int writers = context.cluster().parallelism();
        StagedSink.add(context.catalog(), Catalogue.ENRICHED_TRANSACTIONS, enriched, writers);
        StagedSink.add(context.catalog(), Catalogue.REJECTED_TRANSACTIONS, enriched.getSideOutput(rejected), writers);
    }

    @Override
    public List<ControlTotal> totals(StageContext context) throws Exception {
        StreamTableEnvironment session = context.session();
        List<ControlTotal> totals = new SqlProgram(SPEC, SqlFolder.read(SPEC.name())).totals(session);
        holdIfTooManyRejected(context, totals);
        return totals;
    }

    /** A day of which too much is refused is not a day to report on. */
    private static void holdIfTooManyRejected(StageContext context, List<ControlTotal> totals) {
        long in = rows(totals, ControlTotal.Side.IN);
        long rejected = rows(totals, ControlTotal.Side.REJECTED);
        BigDecimal limit = context.settings().rejectedShareHold();
        if (limit.multiply(BigDecimal.valueOf(in)).compareTo(BigDecimal.valueOf(rejected)) < 0) {
            throw new NightFailure(
                    ExitCode.DATA_HOLD,
                    rejected + " of " + in + " transactions are rejected, a larger share than rejectedShareHold "
                            + limit.toPlainString(),
                    context.lake()
                            .landing(Catalogue.TRANSACTIONS, context.businessDate())
                            .toString(),
                    rejected,
                    "have the sender mend the feed, or raise rejectedShareHold to accept it, then run with --resume");
        }
    }

    private static long rows(List<ControlTotal> totals, ControlTotal.Side side) {
        return totals.stream()
                .filter(total -> total.side() == side)
                .mapToLong(ControlTotal::rows)
                .sum();
    }

    private static ReferenceData.Request request(StageContext context) {
        Map<String, String> landing = new HashMap<>();
        for (TableSpec table : SPEC.reads()) {
            if (table.landed()) {
                landing.put(
                        table.name(),
                        context.lake().landing(table, context.businessDate()).toString());
            }
        }
        return new ReferenceData.Request(
                context.businessDate(),
                landing,
                context.settings().baseCurrency(),
                context.catalog().address(DUPLICATES),
                context.catalog().publishedSnapshot(DUPLICATES));
    }
}
