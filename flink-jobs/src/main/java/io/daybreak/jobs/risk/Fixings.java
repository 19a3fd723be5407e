package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.lake.LandedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fixings of the business date. */
final class Fixings {

    private static final int PRECISION = 18;
    private static final int SCALE = 8;

    /** Units of the base currency for one unit of a currency: the latest fixing on or before the business date. */
    static Map<String, BigDecimal> read(MarketRequest request) throws IOException {
        int businessDay = (int) request.businessDate().toEpochDay();
        Map<String, Integer> days = new HashMap<>();
        Map<String, BigDecimal> rates = new HashMap<>();
        List<String> columns = List.of("currency", "rate_date", "rate_to_base");
        LandedReader.read(request.folder(Catalogue.FX_RATES), Catalogue.FX_RATES, columns, row -> {
            String currency = row.getString(0).toString();
            int day = row.getInt(1);
            if (day <= businessDay && day > days.getOrDefault(currency, Integer.MIN_VALUE)) {
                days.put(currency, day);
                rates.put(currency, row.getDecimal(2, PRECISION, SCALE).toBigDecimal());
            }
        });
        rates.put(request.baseCurrency(), BigDecimal.ONE);
        return rates;
    }

    private Fixings() {}
}
