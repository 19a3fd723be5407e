package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedSource;
import io.daybreak.jobs.lake.StagedSink;
import io.daybreak.jobs.sql.SqlFolder;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.util.OutputTag;

/** Positions over historical, simulated and stress scenarios: P&L vectors, measures, stress, back-test and alerts. */
public final class RiskStage implements Stage {

    private static final StageSpec SPEC = StageSpec.of(
            "risk",
            StageClass.CRITICAL,
            "positions are revalued over every scenario; value at risk, stress, back-test",
            List.of("positions", "instruments", "risk_factors", "market_history", "fx_rates", "feed_totals"),
            List.of(),
            List.of(
                    "scenarios",
                    "book_values",
                    "unpriced_positions",
                    "pnl_vectors",
                    "risk_measures",
                    "stress_results",
                    "stress_drivers",
                    "backtests",
                    "risk_alerts"));

    private static final TableSpec POSITIONS = Catalogue.table("positions");

    @Override
    public StageSpec spec() {
        return SPEC;
    }

    @Override
    public void run(StageContext context) throws Exception {
        StreamExecutionEnvironment environment = context.environment();
        MarketRequest request = MarketRequest.of(context);
        OutputTag<RowData> unpriced = tag("unpriced_positions");
        OutputTag<RowData> drivers = tag("stress_drivers");
        OutputTag<RowData> values = tag("book_values");
        SingleOutputStreamOperator<NetLine> netted = environment
                .fromSource(
                        LandedSource.of(
                                context.lake().landing(POSITIONS, context.businessDate()),
                                POSITIONS,
                                NetOperator.COLUMNS,
                                List.of()),
                        WatermarkStrategy.noWatermarks(),
                        "landed positions")
                .transform("net by book", TypeInformation.of(NetLine.class), new NetOperator(request, unpriced));
        SingleOutputStreamOperator<RowData> vectors = netted.partitionCustom(
                        (String book, int tasks) -> Math.floorMod(book.hashCode(), tasks),
                        line -> line.desk + '\u0000' + line.book)
                .transform("revalue", type("pnl_vectors"), new RevalueOperator(request, drivers, values))
                .setParallelism(context.cluster().parallelism());
        SingleOutputStreamOperator<RowData> measures = measures(context, request, vectors, drivers);
        StagedSink.add(context.catalog(), Catalogue.table("unpriced_positions"), netted.getSideOutput(unpriced), 1);
        StagedSink.add(context.catalog(), Catalogue.table("pnl_vectors"), vectors, 1);
        StagedSink.add(context.catalog(), Catalogue.table("stress_drivers"), vectors.getSideOutput(drivers), 1);
        StagedSink.add(context.catalog(), Catalogue.table("book_values"), vectors.getSideOutput(values), 1);
        StagedSink.add(context.catalog(), Catalogue.table("risk_measures"), measures, 1);
        measureOutputs()
                .forEach((name, tag) ->
                        StagedSink.add(context.catalog(), Catalogue.table(name), measures.getSideOutput(tag), 1));
        JobClient job = environment.executeAsync("risk " + context.processingDate());
        context.await(job);
    }

    private static SingleOutputStreamOperator<RowData> measures(
            StageContext context,
            MarketRequest request,
            SingleOutputStreamOperator<RowData> vectors,
            OutputTag<RowData> drivers) {
        MeasureOperator operator = new MeasureOperator(
                request,
                context.settings().institutionName(),
                context.settings().varLimit(),
                measureOutputs());
        SingleOutputStreamOperator<RowData> measures = vectors.global()
                .connect(vectors.getSideOutput(drivers).global())
                .transform("measure", type("risk_measures"), operator);
        return measures.setParallelism(1).setMaxParallelism(1);
    }

    @Override
    public List<ControlTotal> totals(StageContext context) throws Exception {
        return new SqlProgram(SPEC, SqlFolder.read(SPEC.name())).totals(context.session());
    }

    private static Map<String, OutputTag<RowData>> measureOutputs() {
        Map<String, OutputTag<RowData>> outputs = new LinkedHashMap<>();
        for (String table : List.of("scenarios", "stress_results", "backtests", "risk_alerts")) {
            outputs.put(table, tag(table));
        }
        return outputs;
    }

    private static OutputTag<RowData> tag(String table) {
        return new OutputTag<>(table, type(table));
    }

    private static InternalTypeInfo<RowData> type(String table) {
        return InternalTypeInfo.of(LandedSource.rowType(Catalogue.table(table)));
    }
}
