package io.daybreak.jobs.sample;

/** The currencies of the sample, each with a nominal value that only scales amounts; the day's fixings come from {@link Market}. */
enum Currencies {
    EUR(1.0, 1),
    USD(0.92, 1),
    GBP(1.17, 1),
    CHF(1.05, 1),
    SEK(0.088, 10),
    PLN(0.233, 5),
    CZK(0.040, 25),
    JPY(0.0062, 200);

    static final Currencies[] ALL = values();
    private static final int[] SHARE = Draw.cumulative(780, 90, 50, 30, 20, 12, 10, 8);

    private final double nominalBase;
    private final int limitScale;

    Currencies(double nominalBase, int limitScale) {
        this.nominalBase = nominalBase;
        this.limitScale = limitScale;
    }

    static Currencies pick(long key, int field) {
        return ALL[Draw.pick(key, field, SHARE)];
    }

    /** Units of the base currency for one unit, about. */
    double nominalBase() {
        return nominalBase;
    }

    /** A round factor that carries a limit in euro over to this currency. */
    int limitScale() {
        return limitScale;
    }

    /** Cents of this currency for so many units of the base currency; a yen has no cents. */
    long centsOf(double base) {
        long cents = Math.max(1, Math.round(base / nominalBase * 100));
        return this == JPY ? Math.max(100, cents / 100 * 100) : cents;
    }
}
