package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.TableRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Nets positions by book, currency and instrument while they are read, and sets aside those no scenario can value. What
 * leaves it is as large as the books' lists of instruments, however many positions there are.
 */
final class NetOperator extends AbstractStreamOperator<NetLine>
        implements OneInputStreamOperator<RowData, NetLine>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    /** Columns of positions it reads, in order. */
    static final List<String> COLUMNS =
            List.of("position_id", "desk", "book", "instrument_id", "quantity", "market_value", "currency");

    private static final TableSpec UNPRICED = Catalogue.table("unpriced_positions");
    private static final int QUANTITY_PRECISION = 24;
    private static final int QUANTITY_SCALE = 6;
    private static final int MONEY_PRECISION = 18;
    private static final int MONEY_SCALE = 2;

    private final MarketRequest request;
    private final OutputTag<RowData> unpriced;

    private transient @Nullable Netting netting;

    NetOperator(MarketRequest request, OutputTag<RowData> unpriced) {
        this.request = request;
        this.unpriced = unpriced;
    }

    /** What it holds while it runs. */
    private record Netting(
            @Nullable Exposure exposure,
            Map<List<String>, Exposure.Unpriced> checked,
            Map<NetLine.Key, NetLine> lines,
            TableRow rows) {}

    @Override
    public void open() throws Exception {
        super.open();
        NightMarket night = NightMarket.acquire(request);
        int businessDay = (int) request.businessDate().toEpochDay();
        Exposure exposure = night.market().isEmpty()
                ? null
                : new Exposure(night.market().get(0), night.instruments(), night.rates(), businessDay);
        netting = new Netting(
                exposure,
                new HashMap<>(),
                new HashMap<>(),
                new TableRow(UNPRICED, request.businessDate().toString()));
    }

    @Override
    public void processElement(StreamRecord<RowData> element) {
        Netting open = java.util.Objects.requireNonNull(netting, "open() comes first");
        RowData row = element.getValue();
        String desk = row.getString(1).toString();
        String book = row.getString(2).toString();
        String instrument = row.getString(3).toString();
        String currency = row.getString(6).toString();
        BigDecimal quantity =
                row.getDecimal(4, QUANTITY_PRECISION, QUANTITY_SCALE).toBigDecimal();
        BigDecimal value = row.getDecimal(5, MONEY_PRECISION, MONEY_SCALE).toBigDecimal();
        Exposure exposure = open.exposure();
        Exposure.Unpriced reason = exposure == null
                ? Exposure.Unpriced.UNKNOWN_FACTOR
                : open.checked()
                        .computeIfAbsent(List.of(instrument, currency), key -> exposure.check(instrument, currency));
        if (reason == Exposure.Unpriced.NONE) {
            open.lines()
                    .computeIfAbsent(new NetLine.Key(desk, book, currency, instrument), NetLine::of)
                    .add(1, quantity, value);
        } else {
            RowData refused =
                    open.rows().of(row.getString(0).toString(), desk, book, instrument, currency, value, reason.name());
            output.collect(unpriced, new StreamRecord<>(refused));
        }
    }

    @Override
    public void endInput() {
        for (NetLine line : java.util.Objects.requireNonNull(netting, "open() comes first")
                .lines()
                .values()) {
            output.collect(new StreamRecord<>(line));
        }
    }

    @Override
    public void close() throws Exception {
        if (netting != null) {
            netting = null;
            NightMarket.release(request);
        }
        super.close();
    }
}
