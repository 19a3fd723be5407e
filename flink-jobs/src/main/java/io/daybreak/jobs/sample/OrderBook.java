package io.daybreak.jobs.sample;

import java.util.List;

/**
 * The day's orders: ordinary lives as pure functions of their number, then the planted market-abuse patterns. Trading
 * hours are 07:00 to 16:30 UTC.
 */
final class OrderBook {

    static final long OPEN_SECOND = 7 * 3_600;
    static final long CLOSE_SECOND = 16 * 3_600 + 30 * 60;

    private static final int TRADERS = 40;

    private final long key;
    private final long dayStart;
    private final long ordinary;
    private final Population population;
    private final Instruments instruments;
    private final Abuse abuse;

    OrderBook(long seed, long transactions, long epochDay, Population population, Instruments instruments) {
        key = Draw.key(Draw.table(seed, "orders"), epochDay);
        dayStart = epochDay * DayBook.DAY_MICROS;
        ordinary = Math.max(1_000, Math.min(1_000_000, transactions / 20));
        this.population = population;
        this.instruments = instruments;
        int rounds = (int) Math.max(1, Math.min(20, transactions / 50_000));
        abuse = new Abuse(Draw.key(key, -1), dayStart, ordinary, rounds, instruments);
    }

    long orders() {
        return ordinary + abuse.orders().size();
    }

    List<Abuse.Group> groups() {
        return abuse.groups();
    }

    Instrument instrument(OrderLife order) {
        return instruments.at(order.instrument);
    }

    OrderLife order(long number) {
        return number < ordinary ? ordinary(number) : abuse.orders().get((int) (number - ordinary));
    }

    static String orderId(long number) {
        return Identifiers.numbered('O', number + 1, 9);
    }

    static String trader(int number) {
        return Identifiers.numbered('T', number + 1, 3);
    }

    /** An institution on the other side of the market. */
    static String street(int number) {
        return Identifiers.numbered('S', number + 1, 4);
    }

    private OrderLife ordinary(long number) {
        long k = Draw.key(key, number);
        double popular = Draw.unit(k, 0);
        int index = (int) (popular * popular * instruments.count());
        Instrument instrument = instruments.at(index);
        boolean agent = !instrument.overTheCounter() && Draw.below(k, 1, 10) < 6;
        boolean limit = Draw.below(k, 2, 10) < 7;
        boolean buy = Draw.below(k, 3, 2) == 0;
        String owner = agent
                ? population.customerId(Draw.below(k, 4, population.firstReserved()))
                : Positions.book(instrument, k);
        OrderLife life = new OrderLife(
                orderId(number),
                index,
                buy,
                limit,
                trader(Draw.below(k, 5, TRADERS)),
                owner,
                agent,
                street(Draw.below(k, 6, 200)),
                k);
        long span = CLOSE_SECOND - OPEN_SECOND - 900;
        long at =
                dayStart + (OPEN_SECOND + Draw.below(k, 7, span)) * DayBook.SECOND_MICROS + Draw.below(k, 8, 1_000_000);
        long quantity = (long) instrument.lot() * (1 + Draw.below(k, 10, 9));
        double price = instrument.price() * (1 + 0.004 * Draw.bell(k, 11));
        life.event("NEW", at, quantity, price);
        fate(life, k, at, quantity, price);
        return life;
    }

    private static void fate(OrderLife life, long k, long at, long quantity, double price) {
        long step = 200_000 + Draw.below(k, 12, 240 * DayBook.SECOND_MICROS);
        double better = 0.0004 * Math.abs(Draw.bell(k, 13));
        double fill = price * (life.buy ? 1 - better : 1 + better);
        switch (Draw.below(k, 14, 20)) {
            case 0 -> life.event("REJECT", at + 900, quantity, price);
            case 1, 2, 3 -> life.event("CANCEL", at + step, quantity, price);
            case 4, 5 -> {
                life.event("AMEND", at + step / 2, quantity, price * (life.buy ? 1.001 : 0.999));
                life.event("FILL", at + step, quantity, fill);
            }
            case 6, 7, 8 -> {
                life.event("FILL", at + step / 3, quantity / 2, fill);
                life.event("FILL", at + step, quantity - quantity / 2, price);
            }
            case 9 -> {
                life.event("FILL", at + step / 3, quantity / 2, fill);
                life.event("CANCEL", at + step, quantity - quantity / 2, price);
            }
            default -> life.event("FILL", at + step, quantity, fill);
        }
    }
}
