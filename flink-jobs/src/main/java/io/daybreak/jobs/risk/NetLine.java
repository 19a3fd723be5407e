package io.daybreak.jobs.risk;

import java.math.BigDecimal;

/**
 * All positions of a book in one instrument and currency. Sums are exact, so lines merge to the same line in any order.
 * A mutable bean, as Flink's serializers want it.
 */
public final class NetLine {
    public String desk = "";
    public String book = "";
    public String currency = "";
    public String instrumentId = "";
    public long positions;
    public BigDecimal quantity = BigDecimal.ZERO;
    public BigDecimal marketValue = BigDecimal.ZERO;

    /** What lines are merged by. */
    record Key(String desk, String book, String currency, String instrumentId) {}

    static NetLine of(Key key) {
        NetLine line = new NetLine();
        line.desk = key.desk();
        line.book = key.book();
        line.currency = key.currency();
        line.instrumentId = key.instrumentId();
        return line;
    }

    Key key() {
        return new Key(desk, book, currency, instrumentId);
    }

    void add(long count, BigDecimal units, BigDecimal value) {
        positions += count;
        quantity = quantity.add(units);
        marketValue = marketValue.add(value);
    }
}
