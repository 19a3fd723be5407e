package io.daybreak.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Planted market abuse on shares: five patterns, each round of them on instruments, traders and owners of its own. */
final class Abuse {

    /**
     * One planted pattern.
     *
     * @param orders numbers of its orders in the order book
     */
    record Group(
            String kind, String id, String instrumentId, List<String> owners, List<String> traders, List<Long> orders) {
        Group {
            owners = List.copyOf(owners);
            traders = List.copyOf(traders);
            orders = List.copyOf(orders);
        }
    }

    private static final long SECOND = DayBook.SECOND_MICROS;
    private static final int KINDS = 5;

    private final long firstOrder;
    private final long dayStart;
    private final Instruments instruments;
    private final List<OrderLife> orders = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    Abuse(long key, long dayStart, long firstOrder, int rounds, Instruments instruments) {
        this.firstOrder = firstOrder;
        this.dayStart = dayStart;
        this.instruments = instruments;
        for (int round = 0; round < rounds; round++) {
            long k = Draw.key(key, round);
            int share = 60 + round * KINDS;
            washTrade(round, share % Instruments.EQUITIES, k);
            layering(round, (share + 1) % Instruments.EQUITIES, k);
            markingTheClose(round, (share + 2) % Instruments.EQUITIES, k);
            frontRunning(round, (share + 3) % Instruments.EQUITIES, k);
            quoteStuffing(round, (share + 4) % Instruments.EQUITIES, k);
        }
    }

    List<OrderLife> orders() {
        return orders;
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    private OrderLife order(int share, boolean buy, String trader, String owner, boolean agent, String otherSide) {
        long number = firstOrder + orders.size();
        OrderLife life = new OrderLife(
                OrderBook.orderId(number),
                share,
                buy,
                true,
                trader,
                owner,
                agent,
                otherSide,
                Draw.key(dayStart, number));
        orders.add(life);
        return life;
    }

    private void group(String kind, int round, int share, List<String> owners, String trader, int from) {
        List<Long> numbers = new ArrayList<>();
        for (int i = from; i < orders.size(); i++) {
            numbers.add(firstOrder + i);
        }
        String id = "SURVEILLANCE-" + kind + "-" + String.format(Locale.ROOT, "%04d", round + 1);
        groups.add(new Group(kind, id, instruments.id(share), owners, List.of(trader), numbers));
    }

    private long at(long k, int field, int fromHour, int hours) {
        return dayStart + fromHour * 3_600 * SECOND + Draw.below(k, field, hours * 3_600 * SECOND);
    }

    private static String owner(String kind, int round) {
        return kind + Identifiers.numbered('0', round + 1L, 3);
    }

    private static String trader(int round, int kind) {
        return OrderBook.trader(100 + round * KINDS + kind);
    }

    /** One owner on both sides, three times in a quarter of an hour, at one price. */
    private void washTrade(int round, int share, long k) {
        int from = orders.size();
        String owner = owner("WO", round);
        String trader = trader(round, 0);
        double price = instruments.at(share).price();
        long start = at(k, 0, 9, 5);
        for (int i = 0; i < 3; i++) {
            long time = start + i * 280 * SECOND;
            order(share, true, trader, owner, true, owner)
                    .event("NEW", time, 4_000, price)
                    .event("FILL", time + 2 * SECOND, 4_000, price);
            order(share, false, trader, owner, true, owner)
                    .event("NEW", time + SECOND, 4_000, price)
                    .event("FILL", time + 2 * SECOND, 4_000, price);
        }
        group("WASH_TRADE", round, share, List.of(owner), trader, from);
    }

    /** Ten large buy orders climb away from the market, a small sale fills, the ten are cancelled within a minute. */
    private void layering(int round, int share, long k) {
        int from = orders.size();
        String owner = owner("LO", round);
        String trader = trader(round, 1);
        double price = instruments.at(share).price();
        long start = at(k, 1, 9, 6);
        for (int i = 0; i < 10; i++) {
            order(share, true, trader, owner, true, OrderBook.street(i))
                    .event("NEW", start + i * SECOND, 20_000, price * (1 - 0.0005 * (10 - i)))
                    .event("CANCEL", start + 40 * SECOND + i * 100_000, 20_000, price * (1 - 0.0005 * (10 - i)));
        }
        order(share, false, trader, owner, true, OrderBook.street(30))
                .event("NEW", start + 20 * SECOND, 1_000, price * 1.001)
                .event("FILL", start + 30 * SECOND, 1_000, price * 1.001);
        group("LAYERING", round, share, List.of(owner), trader, from);
    }

    /** Eight large buys in the last six minutes lift the price by three per cent. */
    private void markingTheClose(int round, int share, long k) {
        int from = orders.size();
        String owner = owner("MO", round);
        String trader = trader(round, 2);
        double price = instruments.at(share).price();
        long start = dayStart + (OrderBook.CLOSE_SECOND - 360) * SECOND + Draw.below(k, 2, 20 * SECOND);
        for (int i = 0; i < 8; i++) {
            double lifted = price * (1 + 0.004 * (i + 1));
            order(share, true, trader, owner, true, OrderBook.street(40 + i))
                    .event("NEW", start + i * 40 * SECOND, 9_000, lifted)
                    .event("FILL", start + i * 40 * SECOND + SECOND, 9_000, lifted);
        }
        group("MARKING_THE_CLOSE", round, share, List.of(owner), trader, from);
    }

    /** The bank's own book buys two minutes before a client's block and sells after it at the better price. */
    private void frontRunning(int round, int share, long k) {
        int from = orders.size();
        String client = owner("FO", round);
        String book = "EQ-EURO";
        String trader = trader(round, 3);
        double price = instruments.at(share).price();
        long start = at(k, 3, 9, 6);
        order(share, true, trader, book, false, OrderBook.street(60))
                .event("NEW", start, 3_000, price)
                .event("FILL", start + SECOND, 3_000, price);
        order(share, true, trader, client, true, OrderBook.street(61))
                .event("NEW", start + 120 * SECOND, 60_000, price * 1.012)
                .event("FILL", start + 125 * SECOND, 60_000, price * 1.01);
        order(share, false, trader, book, false, OrderBook.street(62))
                .event("NEW", start + 240 * SECOND, 3_000, price * 1.011)
                .event("FILL", start + 242 * SECOND, 3_000, price * 1.011);
        group("FRONT_RUNNING", round, share, List.of(book, client), trader, from);
    }

    /** Four hundred orders entered and withdrawn within two seconds. */
    private void quoteStuffing(int round, int share, long k) {
        int from = orders.size();
        String owner = owner("QO", round);
        String trader = trader(round, 4);
        double price = instruments.at(share).price();
        long start = at(k, 4, 9, 6);
        for (int i = 0; i < 400; i++) {
            order(share, i % 2 == 0, trader, owner, true, OrderBook.street(70))
                    .event("NEW", start + i * 4_000L, 100, price * (i % 2 == 0 ? 0.99 : 1.01))
                    .event("CANCEL", start + i * 4_000L + 2_500, 100, price * (i % 2 == 0 ? 0.99 : 1.01));
        }
        group("QUOTE_STUFFING", round, share, List.of(owner), trader, from);
    }
}
