package io.daybreak.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/** One order with all its events; a fill is also a trade. */
final class OrderLife {

    /**
     * One event.
     *
     * @param quantity units ordered, or filled by a FILL
     * @param price limit in force, or price of a FILL
     */
    record Event(String type, long micros, long quantity, double price) {}

    final String orderId;
    final int instrument;
    final boolean buy;
    final boolean limit;
    final String trader;
    final String owner;
    final boolean agent;

    /** Beneficial owner on the other side of every fill. */
    final String otherSide;

    final long key;
    final List<Event> events = new ArrayList<>();

    OrderLife(
            String orderId,
            int instrument,
            boolean buy,
            boolean limit,
            String trader,
            String owner,
            boolean agent,
            String otherSide,
            long key) {
        this.orderId = orderId;
        this.instrument = instrument;
        this.buy = buy;
        this.limit = limit;
        this.trader = trader;
        this.owner = owner;
        this.agent = agent;
        this.otherSide = otherSide;
        this.key = key;
    }

    OrderLife event(String type, long micros, long quantity, double price) {
        events.add(new Event(type, micros, quantity, Math.round(price * 1e6) / 1e6));
        return this;
    }

    String tradeId(int event) {
        return "X" + orderId.substring(1) + "-" + (event + 1);
    }
}
