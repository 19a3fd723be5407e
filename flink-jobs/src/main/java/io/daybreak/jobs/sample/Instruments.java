package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares, bonds, currencies, commodities, swaps and options, priced at the close of the market history. An option is
 * written on its factor itself: strike and factor level are in the same unit, and its price is that of Black and Scholes
 * (1973) without interest.
 */
final class Instruments implements Feed {

    static final int EQUITIES = 200;
    static final int BONDS = 150;

    /** Position of the instrument on the restricted list. */
    static final int RESTRICTED = 17;

    private static final String[] EQUITY_FACTORS = {
        "EQ.EUROPE",
        "EQ.GERMANY",
        "EQ.FRANCE",
        "EQ.UK",
        "EQ.SWISS",
        "EQ.NORDIC",
        "EQ.US",
        "EQ.US_TECH",
        "EQ.SECTOR_BANKS",
        "EQ.SECTOR_ENERGY",
        "EQ.SECTOR_HEALTH",
        "EQ.SECTOR_UTILITIES",
        "EQ.SECTOR_RETAIL",
        "EQ.SECTOR_INDUSTRY",
        "EQ.SECTOR_TELECOM",
        "EQ.SECTOR_REAL_ESTATE"
    };
    private static final String[] VENUES = {"XETR", "XPAR", "XAMS", "XLON"};
    private static final String[] TENORS = {"1Y", "2Y", "5Y", "10Y", "30Y"};
    private static final int[] TENOR_YEARS = {1, 2, 5, 10, 30};
    private static final String[] CURVES = {"EUR", "USD", "GBP"};
    private static final String[] COMMODITIES = {
        "CM.BRENT", "CM.GAS", "CM.GOLD", "CM.SILVER", "CM.COPPER", "CM.WHEAT", "CM.POWER", Market.NEGATIVE
    };
    private static final int DAYS_A_YEAR = 365;

    private final long key;
    private final long day;
    private final Market market;
    private final Counterparties issuers;
    private final List<Instrument> list = new ArrayList<>();

    Instruments(long seed, long day, Market market, Counterparties issuers) {
        key = Draw.table(seed, "instruments");
        this.day = day;
        this.market = market;
        this.issuers = issuers;
        equities();
        bonds();
        currencies();
        commodities();
        rates();
        options();
    }

    int count() {
        return list.size();
    }

    Instrument at(int index) {
        return list.get(index);
    }

    String id(int index) {
        return list.get(index).id();
    }

    private String nextId() {
        return Identifiers.numbered('I', list.size() + 1L, 5);
    }

    private String isin(String country) {
        return Identifiers.isin(country, 1_000L + list.size());
    }

    private void equities() {
        for (int i = 0; i < EQUITIES; i++) {
            long k = Draw.key(key, i);
            String factor = EQUITY_FACTORS[i % EQUITY_FACTORS.length];
            String currency = market.factors().get(market.index(factor)).currency();
            String country = switch (currency) {
                case "GBP" -> "GB";
                case "CHF" -> "CH";
                case "SEK" -> "SE";
                case "USD" -> "US";
                default -> "DE";
            };
            double price = cents(market.close(factor) * (0.3 + 1.4 * Draw.unit(k, 0)));
            int issuer = issuers.firstCorporate() + i % (issuers.count() - issuers.firstCorporate());
            list.add(new Instrument(
                    nextId(),
                    isin(country),
                    "Share " + (i + 1),
                    "EQUITY",
                    "CASH",
                    currency,
                    factor,
                    issuer,
                    0,
                    0,
                    0,
                    null,
                    0,
                    0,
                    1,
                    VENUES[i % VENUES.length],
                    "ESVUFR",
                    price,
                    100));
        }
    }

    private void bonds() {
        for (int i = 0; i < BONDS; i++) {
            long k = Draw.key(key, 1_000 + i);
            boolean government = i % 2 == 0;
            int issuer = government ? i / 2 % 5 : issuers.firstBank() + i % (issuers.count() - issuers.firstBank());
            int tenor = Draw.below(k, 0, TENORS.length);
            String factor = "IR.EUR." + TENORS[tenor];
            int maturity = Math.max(60, TENOR_YEARS[tenor] * DAYS_A_YEAR - Draw.below(k, 1, 300));
            double years = (double) maturity / DAYS_A_YEAR;
            double coupon = Math.round((0.005 + 0.04 * Draw.unit(k, 2)) * 400) / 400.0;
            double yield = market.close(factor) + (government ? 0.004 : 0.015);
            double price = bondPrice(coupon, yield, years);
            double duration =
                    (bondPrice(coupon, yield - 1e-4, years) - bondPrice(coupon, yield + 1e-4, years)) / (2e-4 * price);
            list.add(new Instrument(
                    nextId(),
                    isin("DE"),
                    (government ? "Government " : "Corporate ") + (i + 1),
                    "BOND",
                    "CASH",
                    "EUR",
                    factor,
                    issuer,
                    maturity,
                    coupon,
                    round(duration),
                    null,
                    0,
                    0,
                    1,
                    VENUES[i % 3],
                    "DBFTFB",
                    round(price),
                    100_000));
        }
    }

    private void currencies() {
        for (Currencies currency : Currencies.ALL) {
            if (currency == Currencies.EUR) {
                continue;
            }
            String factor = "FX." + currency;
            double spot = market.close(factor);
            list.add(new Instrument(
                    nextId(),
                    null,
                    currency + " spot",
                    "FX",
                    "CASH",
                    "EUR",
                    factor,
                    -1,
                    2,
                    0,
                    0,
                    null,
                    0,
                    0,
                    1,
                    "XXXX",
                    "IFXXXP",
                    spot,
                    500_000));
            for (int months : new int[] {1, 3, 12}) {
                double forward = round(spot * (1 + 0.001 * months));
                list.add(new Instrument(
                        nextId(),
                        null,
                        currency + " forward " + months + "M",
                        "FX",
                        "FORWARD",
                        "EUR",
                        factor,
                        -1,
                        months * 30,
                        0,
                        0,
                        null,
                        0,
                        0,
                        1,
                        "XXXX",
                        "JFTXFP",
                        forward,
                        500_000));
            }
        }
    }

    private void commodities() {
        for (int i = 0; i < COMMODITIES.length; i++) {
            String factor = COMMODITIES[i];
            String currency = market.factors().get(market.index(factor)).currency();
            for (int months : new int[] {1, 3, 6}) {
                list.add(new Instrument(
                        nextId(),
                        isin("DE"),
                        factor.substring(3) + " future " + months + "M",
                        "COMMODITY",
                        "FUTURE",
                        currency,
                        factor,
                        -1,
                        months * 30,
                        0,
                        0,
                        null,
                        0,
                        0,
                        i == 2 ? 100 : 1_000,
                        "XEUR",
                        "FCXCSX",
                        round(market.close(factor)),
                        5));
            }
        }
    }

    private void rates() {
        for (String curve : CURVES) {
            for (int t = 0; t < TENORS.length; t++) {
                String factor = "IR." + curve + "." + TENORS[t];
                double rate = market.close(factor);
                double duration = round((1 - StrictMath.pow(1 + rate, -TENOR_YEARS[t])) / Math.max(rate, 1e-4));
                list.add(new Instrument(
                        nextId(),
                        null,
                        curve + " swap " + TENORS[t],
                        "RATE",
                        "SWAP",
                        curve,
                        factor,
                        -1,
                        TENOR_YEARS[t] * DAYS_A_YEAR,
                        round(rate),
                        duration,
                        null,
                        0,
                        0,
                        1,
                        "XXXX",
                        "SRCCSP",
                        1,
                        1_000_000));
            }
            list.add(new Instrument(
                    nextId(),
                    isin("DE"),
                    curve + " bond future",
                    "RATE",
                    "FUTURE",
                    curve,
                    "IR." + curve + ".10Y",
                    -1,
                    90,
                    0,
                    8.4,
                    null,
                    0,
                    0,
                    1_000,
                    "XEUR",
                    "FFDCSX",
                    132.4,
                    10));
        }
    }

    private void options() {
        String[] underlyings = {"EQ.EUROPE", "EQ.GERMANY", "EQ.US", "FX.USD", "CM.BRENT"};
        double[] moneyness = {0.85, 0.95, 1.0, 1.05, 1.15};
        for (String underlying : underlyings) {
            Market.Factor factor = market.factors().get(market.index(underlying));
            String assetClass = factor.type() == Market.FactorClass.EQUITY
                    ? "EQUITY"
                    : factor.type().name();
            double multiplier = assetClass.equals("FX") ? 100_000 : assetClass.equals("EQUITY") ? 10 : 1_000;
            double spot = market.close(underlying);
            for (int days : new int[] {30, 90, 365}) {
                for (double at : moneyness) {
                    for (boolean call : new boolean[] {true, false}) {
                        double volatility = assetClass.equals("FX") ? 0.08 : 0.18 + 0.25 * Math.abs(1 - at);
                        double strike = round(spot * at);
                        double price = blackScholes(spot, strike, volatility, days / (double) DAYS_A_YEAR, call);
                        list.add(new Instrument(
                                nextId(),
                                isin("DE"),
                                underlying + (call ? " call " : " put ") + days + "D " + Math.round(at * 100),
                                assetClass,
                                "OPTION",
                                factor.currency(),
                                underlying,
                                -1,
                                days,
                                0,
                                0,
                                call ? "CALL" : "PUT",
                                strike,
                                volatility,
                                multiplier,
                                "XEUR",
                                call ? "OCEXXS" : "OPEXXS",
                                round(Math.max(price, 1e-6)),
                                20));
                    }
                }
            }
        }
    }

    /** Price of an annual-coupon bond per unit of nominal. */
    private static double bondPrice(double coupon, double yield, double years) {
        double price = 0;
        for (double t = years; t > 0; t -= 1) {
            price += coupon * StrictMath.pow(1 + yield, -t);
        }
        return price + StrictMath.pow(1 + yield, -years);
    }

    private static double blackScholes(double spot, double strike, double volatility, double years, boolean call) {
        double deviation = volatility * StrictMath.sqrt(years);
        double d1 = StrictMath.log(spot / strike) / deviation + deviation / 2;
        double price = spot * normalBelow(d1) - strike * normalBelow(d1 - deviation);
        return call ? price : price - spot + strike;
    }

    /** Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17; error below 7.5e-8. */
    private static double normalBelow(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI) * poly;
        return x >= 0 ? 1 - tail : tail;
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static double cents(double value) {
        return Math.round(value * 100) / 100.0;
    }

    @Override
    public TableSpec table() {
        return Catalogue.table("instruments");
    }

    @Override
    public long units() {
        return list.size();
    }

    @Override
    public void write(long unit, Cells out) throws IOException {
        Instrument instrument = list.get((int) unit);
        out.text("instrument_id", instrument.id());
        out.text("isin", instrument.isin());
        out.text("name", instrument.name());
        out.text("asset_class", instrument.assetClass());
        out.text("kind", instrument.kind());
        out.text("currency", instrument.currency());
        out.text("risk_factor", instrument.factor());
        out.text("issuer_id", instrument.issuer() < 0 ? null : issuers.id(instrument.issuer()));
        if (instrument.maturity() > 0) {
            out.date("maturity_date", day + instrument.maturity());
        }
        if (instrument.coupon() > 0) {
            out.rate("coupon_rate", instrument.coupon());
        }
        if (instrument.duration() > 0) {
            out.rate("modified_duration", instrument.duration());
        }
        out.text("option_type", instrument.optionType());
        if (instrument.optionType() != null) {
            out.rate("strike", instrument.strike());
            out.rate("implied_volatility", instrument.volatility());
        }
        out.rate("multiplier", instrument.multiplier());
        out.text("mic", instrument.mic());
        out.text("cfi", instrument.cfi());
        out.end();
    }
}
