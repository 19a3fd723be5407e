package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.RowData;

/**
 * What revaluing needs to know of an instrument; numbers that were not given are NaN, dates and texts empty.
 *
 * @param maturityDay days since 1970; {@link #NO_DAY} if none
 */
record Instrument(
        String id,
        String assetClass,
        String kind,
        String riskFactor,
        int maturityDay,
        double modifiedDuration,
        String optionType,
        double strike,
        double impliedVolatility,
        double multiplier) {

    static final int NO_DAY = Integer.MIN_VALUE;

    private static final TableSpec TABLE = Catalogue.table("instruments");
    private static final int PRECISION = 18;
    private static final int SCALE = 8;

    boolean option() {
        return kind.equals("OPTION");
    }

    /** Whether the market value is money tied up in the currency, rather than the notional of a contract. */
    boolean funded() {
        return kind.equals("CASH") || option();
    }

    /** All instruments of the night by identifier. */
    static Map<String, Instrument> read(MarketRequest request) throws IOException {
        Map<String, Instrument> instruments = new HashMap<>();
        List<String> columns = List.of(
                "instrument_id",
                "asset_class",
                "kind",
                "risk_factor",
                "maturity_date",
                "modified_duration",
                "option_type",
                "strike",
                "implied_volatility",
                "multiplier");
        LandedReader.read(request.folder(TABLE), TABLE, columns, row -> {
            Instrument instrument = new Instrument(
                    row.getString(0).toString(),
                    row.getString(1).toString(),
                    row.getString(2).toString(),
                    row.getString(3).toString(),
                    row.isNullAt(4) ? NO_DAY : row.getInt(4),
                    number(row, 5),
                    row.isNullAt(6) ? "" : row.getString(6).toString(),
                    number(row, 7),
                    number(row, 8),
                    number(row, 9));
            instruments.put(instrument.id(), instrument);
        });
        return instruments;
    }

    private static double number(RowData row, int column) {
        return row.isNullAt(column)
                ? Double.NaN
                : row.getDecimal(column, PRECISION, SCALE).toBigDecimal().doubleValue();
    }
}
