package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.TableRow;
import io.daybreak.jobs.risk.BookRevaluation.BookKey;
import io.daybreak.jobs.risk.Market.ScenarioSet;
import io.daybreak.jobs.risk.RiskReport.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Brings the books' vectors and stress drivers together, once, and gives the measures of the bank, its desks and its
 * books. Holds one vector per book and set: 80 KB for 10,000 scenarios.
 */
final class MeasureOperator extends AbstractStreamOperator<RowData>
        implements TwoInputStreamOperator<RowData, RowData, RowData>, BoundedMultiInput {

    private static final long serialVersionUID = 1L;

    private static final TableSpec VECTORS = Catalogue.table("pnl_vectors");
    private static final TableSpec DRIVERS = Catalogue.table("stress_drivers");

    private final MarketRequest request;
    private final String firm;
    private final BigDecimal varLimit;
    private final Map<String, OutputTag<RowData>> outputs;

    private transient @Nullable Inputs inputs;

    private record Inputs(Portfolios portfolios, List<RiskReport.Driver> drivers, boolean[] ended) {}

    /** @param outputs side output of every table but {@code risk_measures}, by name */
    MeasureOperator(MarketRequest request, String firm, BigDecimal varLimit, Map<String, OutputTag<RowData>> outputs) {
        this.request = request;
        this.firm = firm;
        this.varLimit = varLimit;
        this.outputs = new HashMap<>(outputs);
    }

    @Override
    public void open() throws Exception {
        super.open();
        inputs = new Inputs(new Portfolios(firm), new ArrayList<>(), new boolean[2]);
    }

    @Override
    public void processElement1(StreamRecord<RowData> element) {
        RowData row = element.getValue();
        held().portfolios()
                .add(
                        ScenarioSet.valueOf(
                                row.getString(VECTORS.indexOf("scenario_set")).toString()),
                        new BookKey(
                                row.getString(VECTORS.indexOf("desk")).toString(),
                                row.getString(VECTORS.indexOf("book")).toString()),
                        row.getArray(VECTORS.indexOf("pnl_e4")).toLongArray());
    }

    @Override
    public void processElement2(StreamRecord<RowData> element) {
        RowData row = element.getValue();
        held().drivers()
                .add(new RiskReport.Driver(
                        row.getString(DRIVERS.indexOf("scenario_name")).toString(),
                        new BookKey(
                                row.getString(DRIVERS.indexOf("desk")).toString(),
                                row.getString(DRIVERS.indexOf("book")).toString()),
                        row.getString(DRIVERS.indexOf("factor_id")).toString(),
                        row.getLong(DRIVERS.indexOf("pnl_e4"))));
    }

    private Inputs held() {
        return java.util.Objects.requireNonNull(inputs, "open() comes first");
    }

    @Override
    public void endInput(int inputId) throws Exception {
        held().ended()[inputId - 1] = true;
        if (!held().ended()[0] || !held().ended()[1]) {
            return;
        }
        NightMarket night = NightMarket.acquire(request);
        try {
            if (!night.market().isEmpty()) {
                report(night.market().get(0));
            }
        } finally {
            NightMarket.release(request);
        }
    }

    private void report(Market market) {
        RiskReport report = new RiskReport(market, request, firm, varLimit);
        Map<String, TableRow> rows = new HashMap<>();
        for (Line line : report.lines(held().portfolios(), held().drivers())) {
            TableRow row = rows.computeIfAbsent(
                    line.table(),
                    name -> new TableRow(
                            Catalogue.table(name), request.businessDate().toString()));
            StreamRecord<RowData> element =
                    new StreamRecord<>(row.of(line.values().toArray()));
            OutputTag<RowData> side = outputs.get(line.table());
            if (side == null) {
                output.collect(element);
            } else {
                output.collect(side, element);
            }
        }
    }
}
