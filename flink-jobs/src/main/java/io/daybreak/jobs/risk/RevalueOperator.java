package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.lake.TableRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Takes the netted lines of its books and gives their P&L vectors, what drove their stresses, and their values. */
final class RevalueOperator extends AbstractStreamOperator<RowData>
        implements OneInputStreamOperator<NetLine, RowData>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private final MarketRequest request;
    private final OutputTag<RowData> drivers;
    private final OutputTag<RowData> values;
    private transient @Nullable Map<NetLine.Key, NetLine> lines;

    RevalueOperator(MarketRequest request, OutputTag<RowData> drivers, OutputTag<RowData> values) {
        this.request = request;
        this.drivers = drivers;
        this.values = values;
    }

    @Override
    public void open() throws Exception {
        super.open();
        lines = new HashMap<>();
    }

    @Override
    public void processElement(StreamRecord<NetLine> element) {
        NetLine line = element.getValue();
        Objects.requireNonNull(lines, "open() comes first")
                .computeIfAbsent(line.key(), NetLine::of)
                .add(line.positions, line.quantity, line.marketValue);
    }

    @Override
    public void endInput() throws Exception {
        List<NetLine> all = new ArrayList<>(
                Objects.requireNonNull(lines, "open() comes first").values());
        if (all.isEmpty()) {
            return;
        }
        NightMarket night = NightMarket.acquire(request);
        try {
            Market market = night.market().get(0);
            int businessDay = (int) request.businessDate().toEpochDay();
            Exposure exposure = new Exposure(market, night.instruments(), night.rates(), businessDay);
            emitValues(all, night.fixings());
            emit(market, new BookRevaluation(market, exposure, night.rates()).run(all));
        } finally {
            NightMarket.release(request);
        }
    }

    private void emit(Market market, BookRevaluation.Result result) {
        TableRow vectorRows = rows("pnl_vectors");
        result.vectors()
                .forEach((set, books) -> books.forEach((key, pnl) -> output.collect(new StreamRecord<>(vectorRows.of(
                        set.name(), key.desk(), key.book(), pnl.length, BookRevaluation.HORIZON_DAYS, pnl)))));
        TableRow driverRows = rows("stress_drivers");
        for (BookRevaluation.Driver driver : result.drivers()) {
            output.collect(
                    drivers,
                    new StreamRecord<>(driverRows.of(
                            market.stresses().get(driver.stress()).name(),
                            driver.key().desk(),
                            driver.key().book(),
                            driver.factorId(),
                            driver.move(),
                            driver.pnlE4())));
        }
    }

    private void emitValues(List<NetLine> all, Map<String, BigDecimal> fixings) {
        Map<String, NetLine> sums = new TreeMap<>();
        for (NetLine line : all) {
            String key = line.desk + "\u0000" + line.book + "\u0000" + line.currency;
            sums.computeIfAbsent(key, k -> NetLine.of(new NetLine.Key(line.desk, line.book, line.currency, "")))
                    .add(line.positions, BigDecimal.ZERO, line.marketValue);
        }
        TableRow valueRows = rows("book_values");
        sums.forEach((key, sum) -> {
            BigDecimal base =
                    sum.marketValue.multiply(fixings.get(sum.currency)).setScale(2, RoundingMode.HALF_UP);
            output.collect(
                    values,
                    new StreamRecord<>(
                            valueRows.of(sum.desk, sum.book, sum.currency, sum.positions, sum.marketValue, base)));
        });
    }

    private TableRow rows(String table) {
        return new TableRow(Catalogue.table(table), request.businessDate().toString());
    }
}
