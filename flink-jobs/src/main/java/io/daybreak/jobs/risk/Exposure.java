package io.daybreak.jobs.risk;

import io.daybreak.risk.revalue.BlackScholes;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.EuropeanOption;
import io.daybreak.risk.revalue.OptionPosition;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ShiftType;
import java.util.List;
import java.util.Map;

/**
 * Turns holdings of instruments into exposures to factors, in the currency of the holding.
 *
 * <p>Model: what follows a rate or spread loses {@code MV D} per unit it rises and gains {@code MV D^2} in second order
 * (the convexity of a zero bond, the least a bond of that duration can have); what follows a factor with relative moves
 * gains its market value times the move; what follows a level gains its units times the change of the level; options
 * are European, written on their factor itself, valued by Black and Scholes without interest at the instrument's own
 * volatility, which moves with the volatility factor found by {@link #volatilityFactor} or stands still without one.
 */
final class Exposure {

    private static final double DAYS_PER_YEAR = 365;

    private final Market market;
    private final Map<String, Instrument> instruments;
    private final Map<String, Double> rateToBase;
    private final int businessDay;

    /** Why a position cannot be valued; NONE if it can. */
    enum Unpriced {
        NONE,
        UNKNOWN_INSTRUMENT,
        UNKNOWN_FACTOR,
        NO_HISTORY,
        NO_FIXING,
        NO_DURATION,
        OPTION_TERMS,
        EXPIRED
    }

    /**
     * @param rateToBase units of the base currency for one unit of a currency, at the business date's fixing
     * @param businessDay days since 1970
     */
    Exposure(Market market, Map<String, Instrument> instruments, Map<String, Double> rateToBase, int businessDay) {
        this.market = market;
        this.instruments = instruments;
        this.rateToBase = rateToBase;
        this.businessDay = businessDay;
    }

    /** Whether holdings of an instrument in a currency can be valued, and if not why. */
    Unpriced check(String instrumentId, String currency) {
        Instrument instrument = instruments.get(instrumentId);
        if (instrument == null) {
            return Unpriced.UNKNOWN_INSTRUMENT;
        }
        if (!rateToBase.containsKey(currency)) {
            return Unpriced.NO_FIXING;
        }
        FactorSet factors = market.factors();
        if (!factors.contains(instrument.riskFactor())) {
            return market.landedFactors().contains(instrument.riskFactor())
                    ? Unpriced.NO_HISTORY
                    : Unpriced.UNKNOWN_FACTOR;
        }
        if (instrument.option()) {
            return checkOption(instrument);
        }
        boolean needsDuration = followsRate(factors.get(factors.indexOf(instrument.riskFactor())));
        return needsDuration && Double.isNaN(instrument.modifiedDuration()) ? Unpriced.NO_DURATION : Unpriced.NONE;
    }

    private Unpriced checkOption(Instrument instrument) {
        boolean termsKnown = (instrument.optionType().equals("CALL")
                        || instrument.optionType().equals("PUT"))
                && instrument.strike() > 0
                && instrument.impliedVolatility() > 0
                && instrument.maturityDay() != Instrument.NO_DAY
                && market.levels()[market.factors().indexOf(instrument.riskFactor())] > 0;
        if (!termsKnown) {
            return Unpriced.OPTION_TERMS;
        }
        return instrument.maturityDay() < businessDay ? Unpriced.EXPIRED : Unpriced.NONE;
    }

    Instrument instrument(String id) {
        Instrument instrument = instruments.get(id);
        if (instrument == null) {
            throw new IllegalStateException("instrument " + id + " was checked and is not there");
        }
        return instrument;
    }

    /** Adds a holding that {@link #check} found nothing against. */
    void add(Book book, NetLine line) {
        Instrument instrument = instrument(line.instrumentId);
        int factor = market.factors().indexOf(instrument.riskFactor());
        RiskFactor risk = market.factors().get(factor);
        double units = line.quantity.doubleValue() * instrument.multiplier();
        double value = line.marketValue.doubleValue();
        if (instrument.option()) {
            book.options().add(contract(instrument, factor), units);
        } else if (followsRate(risk)) {
            double duration = instrument.modifiedDuration();
            book.netted().add(factor, -value * duration, value * duration * duration);
        } else if (risk.shiftType() == ShiftType.RELATIVE) {
            book.netted().add(factor, value, 0);
        } else if (risk.shiftType() == ShiftType.LOG) {
            book.netted().add(factor, value, value);
        } else {
            book.netted().addHolding(factor, units, market.levels()[factor]);
        }
    }

    private OptionPosition contract(Instrument instrument, int factor) {
        double years = (instrument.maturityDay() - businessDay) / DAYS_PER_YEAR;
        EuropeanOption.OptionType type = EuropeanOption.OptionType.valueOf(instrument.optionType());
        return new OptionPosition(
                new EuropeanOption(type, instrument.strike(), years),
                OptionPosition.Exercise.EUROPEAN,
                factor,
                volatilityFactor(instrument),
                new BlackScholes.Market(market.levels()[factor], 0, 0, instrument.impliedVolatility()));
    }

    /**
     * The volatility factor named after the option's factor, its last part or its asset class ({@code VOL.EQ.EUROPE},
     * {@code VOL.EUROPE}, {@code VOL.EQUITY}), the first there is; -1 if none.
     */
    int volatilityFactor(Instrument instrument) {
        String factor = instrument.riskFactor();
        List<String> names = List.of(
                "VOL." + factor,
                "VOL." + factor.substring(factor.lastIndexOf('.') + 1),
                "VOL." + instrument.assetClass());
        for (String name : names) {
            boolean moves = market.factors().contains(name)
                    && market.factors().get(market.factors().indexOf(name)).riskClass() == RiskClass.VOLATILITY;
            if (moves) {
                return market.factors().indexOf(name);
            }
        }
        return -1;
    }

    private static boolean followsRate(RiskFactor factor) {
        return factor.riskClass() == RiskClass.INTEREST_RATE || factor.riskClass() == RiskClass.CREDIT_SPREAD;
    }
}
