package io.daybreak.jobs.risk;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the tasks of the risk stage read whole. The tasks of one process share one copy for as long as any of them
 * holds it.
 *
 * @param market nothing if no factor has a usable history
 */
record NightMarket(List<Market> market, Map<String, Instrument> instruments, Map<String, BigDecimal> fixings) {

    private static final Map<MarketRequest, Held> HELD = new HashMap<>();

    private static final class Held {
        private @Nullable NightMarket data;
        private int holders;
    }

    static NightMarket read(MarketRequest request) throws IOException {
        return new NightMarket(Market.read(request), Instrument.read(request), Fixings.read(request));
    }

    /** What a request asks for, read by the first to ask. Each call needs one {@link #release}. */
    static NightMarket acquire(MarketRequest request) throws IOException {
        Held held;
        synchronized (HELD) {
            held = HELD.computeIfAbsent(request, r -> new Held());
            held.holders++;
        }
        try {
            synchronized (held) {
                NightMarket data = held.data;
                if (data == null) {
                    data = read(request);
                    held.data = data;
                }
                return data;
            }
        } catch (IOException | RuntimeException e) {
            release(request);
            throw e;
        }
    }

    static void release(MarketRequest request) {
        synchronized (HELD) {
            Held held = HELD.get(request);
            if (held != null && --held.holders == 0) {
                HELD.remove(request);
            }
        }
    }

    /** Units of the base currency for one unit of each currency. */
    Map<String, Double> rates() {
        Map<String, Double> rates = new HashMap<>();
        fixings.forEach((currency, rate) -> rates.put(currency, rate.doubleValue()));
        return rates;
    }
}
