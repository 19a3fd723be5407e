package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.time.LocalDate;

/** Factors, their history, and the currency fixings drawn from it. */
final class MarketFeeds {

    record RiskFactors(Market market) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.table("risk_factors");
        }

        @Override
        public long units() {
            return market.factors().size();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            Market.Factor factor = market.factors().get((int) unit);
            out.text("factor_id", factor.id());
            out.text("factor_class", factor.type().name());
            out.text("currency", factor.currency());
            out.text("shift_type", factor.shift().name());
            out.rate("log_shift", factor.logShift());
            out.number("liquidity_horizon_days", factor.horizonDays());
            out.end();
        }
    }

    /** A unit is one factor with all its days. */
    record History(Market market) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.table("market_history");
        }

        @Override
        public long units() {
            return market.factors().size();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            int factor = (int) unit;
            for (int day = 0; day < market.dayCount(); day++) {
                out.text("factor_id", market.factors().get(factor).id());
                out.date("price_date", market.day(day));
                out.rate("level", market.level(factor, day));
                out.end();
            }
        }
    }

    /** The business date and the five days before it; a day without fixing carries the last one. */
    record FxRates(Market market, LocalDate day) implements Feed {

        private static final int DAYS = 6;

        @Override
        public TableSpec table() {
            return Catalogue.FX_RATES;
        }

        @Override
        public long units() {
            return (long) Currencies.ALL.length * DAYS;
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            String currency = Currencies.ALL[(int) (unit / DAYS)].name();
            long date = day.toEpochDay() - (DAYS - 1) + unit % DAYS;
            out.text("currency", currency);
            out.date("rate_date", date);
            out.rate("rate_to_base", market.rateToBase(currency, date));
            out.end();
        }
    }

    private MarketFeeds() {}
}
