package io.daybreak.jobs.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Market factors and their daily levels. A factor's move is a loading on the world, one on its class and a part of its
 * own, all Student-t with four degrees of freedom and scaled to the factor's volatility; levels pull back to their base,
 * so a history of any length stays plausible. Moves are addressed by date, so two business dates of one seed share their
 * past. One series is stale, one goes below zero every April.
 */
final class Market {

    enum FactorClass {
        EQUITY,
        FX,
        RATE,
        COMMODITY,
        CREDIT,
        VOLATILITY
    }

    /** How a move acts on a level. */
    enum Shift {
        ABSOLUTE,
        RELATIVE,
        SHIFTED_LOG
    }

    /**
     * One factor.
     *
     * @param base level it is pulled to
     * @param dailyVolatility standard deviation of a day's move: relative, or absolute for rates, spreads and volatilities
     * @param world loading on the common driver; negative for spreads and volatilities that rise when shares fall
     */
    record Factor(
            String id,
            FactorClass type,
            String currency,
            Shift shift,
            double logShift,
            int horizonDays,
            double base,
            double dailyVolatility,
            double world) {}

    static final String STALE = "CR.STALE";
    static final String NEGATIVE = "CM.CRUDE_SPOT";

    private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 3);
    private static final double PULL = 0.004;
    private static final int STALE_DAYS = 30;

    private final List<Factor> factors;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final long[] days;
    private final double[][] levels;

    Market(long seed, LocalDate day, int historyDays) {
        factors = declare();
        for (int f = 0; f < factors.size(); f++) {
            indexes.put(factors.get(f).id(), f);
        }
        List<LocalDate> calendar = new ArrayList<>();
        for (LocalDate at = ORIGIN; !at.isAfter(day); at = at.plusDays(1)) {
            if (BusinessDays.isBusinessDay(at)) {
                calendar.add(at);
            }
        }
        int kept = Math.min(historyDays, calendar.size());
        days = calendar.subList(calendar.size() - kept, calendar.size()).stream()
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
        levels = walk(Draw.table(seed, "market_history"), calendar, kept);
        double[] stale = levels[index(STALE)];
        java.util.Arrays.fill(stale, kept - STALE_DAYS, kept, stale[kept - STALE_DAYS]);
    }

    List<Factor> factors() {
        return factors;
    }

    int dayCount() {
        return days.length;
    }

    long day(int index) {
        return days[index];
    }

    double level(int factor, int day) {
        return levels[factor][day];
    }

    /** The last level of the history. */
    double close(String factor) {
        return levels[index(factor)][days.length - 1];
    }

    /** Units of the base currency for one unit of that currency, at the last fixing on or before the day. */
    double rateToBase(String currency, long epochDay) {
        if (currency.equals("EUR")) {
            return 1;
        }
        int at = days.length - 1;
        while (at > 0 && days[at] > epochDay) {
            at--;
        }
        return levels[index("FX." + currency)][at];
    }

    int index(String factor) {
        Integer index = indexes.get(factor);
        if (index == null) {
            throw new IllegalArgumentException("no factor " + factor);
        }
        return index;
    }

    private double[][] walk(long key, List<LocalDate> calendar, int kept) {
        int count = factors.size();
        double[][] out = new double[count][kept];
        double[] deviation = new double[count];
        int classes = FactorClass.values().length;
        double[] drivers = new double[classes + 1];
        for (int t = 0; t < calendar.size(); t++) {
            LocalDate date = calendar.get(t);
            long dayKey = Draw.key(key, date.toEpochDay());
            for (int c = 0; c <= classes; c++) {
                drivers[c] = Draw.studentT4(Draw.key(dayKey, c), 0);
            }
            for (int f = 0; f < count; f++) {
                Factor factor = factors.get(f);
                double world = factor.world();
                double own = StrictMath.sqrt(1 - world * world - 0.3);
                double move = factor.dailyVolatility()
                        * (world * drivers[classes]
                                + StrictMath.sqrt(0.3) * drivers[factor.type().ordinal()]
                                + own * Draw.studentT4(Draw.key(dayKey, 100 + f), 0));
                deviation[f] = deviation[f] * (1 - PULL) + bounded(factor, move);
                int at = t - (calendar.size() - kept);
                if (at >= 0) {
                    out[f][at] = level(factor, deviation[f], date);
                }
            }
        }
        return out;
    }

    /** No day moves more than twelve standard deviations. */
    private static double bounded(Factor factor, double move) {
        double most = 12 * factor.dailyVolatility();
        return Math.max(-most, Math.min(most, move));
    }

    /** Spreads and volatilities move by absolute steps that shrink with the level, so that they stay positive. */
    private static double level(Factor factor, double deviation, LocalDate date) {
        boolean positive = factor.type() == FactorClass.CREDIT || factor.type() == FactorClass.VOLATILITY;
        double level = switch (factor.shift()) {
            case RELATIVE -> factor.base() * StrictMath.exp(deviation);
            case SHIFTED_LOG -> (factor.base() + factor.logShift()) * StrictMath.exp(deviation) - factor.logShift();
            case ABSOLUTE ->
                positive ? factor.base() * StrictMath.exp(deviation / factor.base()) : factor.base() + deviation;
        };
        if (factor.id().equals(NEGATIVE) && date.getMonthValue() == 4 && Math.abs(date.getDayOfMonth() - 20) <= 2) {
            level = -8 - 6 * Math.abs(level % 3);
        }
        return Math.round(level * 1e8) / 1e8;
    }

    private static List<Factor> declare() {
        List<Factor> list = new ArrayList<>();
        String[] regions = {"EUROPE", "GERMANY", "FRANCE", "UK", "SWISS", "NORDIC", "US", "US_TECH", "JAPAN", "EMERGING"
        };
        String[] regionCurrency = {"EUR", "EUR", "EUR", "GBP", "CHF", "SEK", "USD", "USD", "JPY", "USD"};
        for (int i = 0; i < regions.length; i++) {
            list.add(equity("EQ." + regions[i], regionCurrency[i], 80 + 22 * i, 0.0105 + 0.0006 * i));
        }
        String[] sectors = {"BANKS", "ENERGY", "HEALTH", "UTILITIES", "RETAIL", "INDUSTRY", "TELECOM", "REAL_ESTATE"};
        for (int i = 0; i < sectors.length; i++) {
            list.add(equity("EQ.SECTOR_" + sectors[i], "EUR", 60 + 17 * i, 0.0115 + 0.0007 * i));
        }
        for (Currencies currency : Currencies.ALL) {
            if (currency != Currencies.EUR) {
                double volatility = 0.0035 + 0.0005 * (currency.ordinal() % 4);
                double world = currency == Currencies.CHF || currency == Currencies.JPY ? -0.2 : 0.15;
                list.add(new Factor(
                        "FX." + currency,
                        FactorClass.FX,
                        "EUR",
                        Shift.RELATIVE,
                        0,
                        currency.ordinal() <= 2 ? 10 : 20,
                        currency.nominalBase(),
                        volatility,
                        world));
            }
        }
        String[] tenors = {"3M", "1Y", "2Y", "5Y", "10Y", "30Y"};
        String[] curves = {"EUR", "USD", "GBP"};
        for (int c = 0; c < curves.length; c++) {
            for (int t = 0; t < tenors.length; t++) {
                list.add(new Factor(
                        "IR." + curves[c] + "." + tenors[t],
                        FactorClass.RATE,
                        curves[c],
                        Shift.ABSOLUTE,
                        0,
                        10,
                        0.020 + 0.008 * c + 0.002 * t,
                        0.00035 + 0.00004 * t,
                        0.25));
            }
        }
        String[] commodities = {"BRENT", "GAS", "GOLD", "SILVER", "COPPER", "WHEAT", "POWER"};
        double[] commodityBase = {74, 32, 2_300, 28, 9.1, 215, 85};
        for (int i = 0; i < commodities.length; i++) {
            list.add(new Factor(
                    "CM." + commodities[i],
                    FactorClass.COMMODITY,
                    i == 6 || i == 1 ? "EUR" : "USD",
                    Shift.RELATIVE,
                    0,
                    i == 2 || i == 3 ? 20 : 60,
                    commodityBase[i],
                    0.009 + 0.003 * (i % 4),
                    0.25));
        }
        list.add(new Factor(NEGATIVE, FactorClass.COMMODITY, "USD", Shift.SHIFTED_LOG, 100, 60, 62, 0.011, 0.25));
        String[] ratings = {"AAA", "AA", "A", "BBB", "BB", "B"};
        for (int i = 0; i < ratings.length; i++) {
            list.add(credit("CR.CORP_" + ratings[i], 0.004 * (i + 1), 0.00012 * (i + 1), i < 4 ? 40 : 60));
        }
        for (String country : new String[] {"DE", "FR", "IT", "ES", "AT"}) {
            list.add(credit(
                    "CR.GOV_" + country,
                    country.equals("DE") ? 0.001 : 0.006,
                    country.equals("DE") ? 0.00003 : 0.00015,
                    20));
        }
        list.add(credit(STALE, 0.012, 0.0003, 40));
        String[] volatilities = {"EUROPE", "US", "FX", "RATE"};
        for (int i = 0; i < volatilities.length; i++) {
            list.add(new Factor(
                    "VOL." + volatilities[i],
                    FactorClass.VOLATILITY,
                    "EUR",
                    Shift.ABSOLUTE,
                    0,
                    i < 2 ? 20 : 60,
                    0.19 - 0.03 * i,
                    0.006 - 0.001 * i,
                    -0.6));
        }
        return List.copyOf(list);
    }

    private static Factor equity(String id, String currency, double base, double volatility) {
        return new Factor(id, FactorClass.EQUITY, currency, Shift.RELATIVE, 0, 10, base, volatility, 0.65);
    }

    private static Factor credit(String id, double base, double volatility, int horizonDays) {
        return new Factor(id, FactorClass.CREDIT, "EUR", Shift.ABSOLUTE, 0, horizonDays, base, volatility, -0.5);
    }
}
