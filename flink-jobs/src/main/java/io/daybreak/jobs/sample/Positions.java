package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;

/** Holdings of the trading books at close: market value is quantity x price x multiplier. */
final class Positions implements Feed {

    private final long key;
    private final int count;
    private final Instruments instruments;
    private final Counterparties counterparties;

    Positions(long seed, long transactions, Instruments instruments, Counterparties counterparties) {
        key = Draw.table(seed, "positions");
        count = (int) Math.max(400, Math.min(20_000, transactions / 150));
        this.instruments = instruments;
        this.counterparties = counterparties;
    }

    static String desk(Instrument instrument) {
        if (instrument.kind().equals("OPTION")) {
            return "OPTIONS";
        }
        return switch (instrument.assetClass()) {
            case "EQUITY" -> "EQUITIES";
            case "BOND" -> "FIXED_INCOME";
            case "FX" -> "CURRENCIES";
            case "COMMODITY" -> "COMMODITIES";
            default -> "RATES";
        };
    }

    /** One of the desk's two or three books; an instrument is at home in one of them. */
    static String book(Instrument instrument, long k) {
        boolean first = Draw.below(k, 9, 5) < 3;
        return switch (desk(instrument)) {
            case "OPTIONS" -> instrument.assetClass().equals("EQUITY") ? "OP-INDEX" : "OP-MACRO";
            case "EQUITIES" -> instrument.currency().equals("EUR") ? (first ? "EQ-EURO" : "EQ-SECTOR") : "EQ-WORLD";
            case "FIXED_INCOME" -> instrument.name().startsWith("G") ? "FI-GOVT" : "FI-CREDIT";
            case "CURRENCIES" -> instrument.kind().equals("CASH") ? "FX-SPOT" : "FX-FORWARD";
            case "COMMODITIES" ->
                instrument.factor().equals("CM.GOLD") || instrument.factor().equals("CM.SILVER")
                        ? "CM-METALS"
                        : "CM-ENERGY";
            default -> first ? "RT-SWAPS" : "RT-FUTURES";
        };
    }

    @Override
    public TableSpec table() {
        return Catalogue.table("positions");
    }

    @Override
    public long units() {
        return count;
    }

    @Override
    public void write(long unit, Cells out) throws IOException {
        long k = Draw.key(key, unit);
        Instrument instrument = instruments.at(Draw.below(k, 0, instruments.count()));
        long lots = Math.max(1, Math.round(8 * StrictMath.exp(0.9 * Draw.bell(k, 1))));
        boolean shortSide = Draw.below(k, 2, 100) < (instrument.assetClass().equals("BOND") ? 15 : 42);
        long quantity = (shortSide ? -1 : 1) * lots * instrument.lot();
        out.text("position_id", Identifiers.numbered('P', unit + 1, 7));
        out.text("desk", desk(instrument));
        out.text("book", book(instrument, k));
        out.text("instrument_id", instrument.id());
        out.text(
                "counterparty_id",
                instrument.overTheCounter()
                        ? counterparties.id(counterparties.firstBank() + Draw.below(k, 3, counterparties.banks()))
                        : null);
        out.units("quantity", quantity);
        out.rate("price", instrument.price());
        out.money("market_value", Math.round(quantity * instrument.price() * instrument.multiplier() * 100));
        out.text("currency", instrument.currency());
        out.end();
    }
}
