package io.daybreak.jobs.risk;

import io.daybreak.jobs.risk.Market.ScenarioSet;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.GridSettings;
import io.daybreak.risk.revalue.PnlVector;
import io.daybreak.risk.revalue.Quantum;
import io.daybreak.risk.revalue.Revaluation;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ScenarioTile;
import io.daybreak.risk.scenario.Scenarios;
import io.daybreak.risk.stress.StressResult;
import io.daybreak.risk.stress.StressScenario;
import io.daybreak.risk.stress.StressTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Profit and loss of books in the base currency.
 *
 * <p>A book is revalued currency by currency, in that currency, and converted with the scenario's own rate: the base
 * currency's gain is {@code dV x' + V (x' - x)}, with {@code x} the fixing, {@code x'} the rate the scenario moves it
 * to, and {@code V} the market value of what is funded (a contract's notional is not). The rate of a currency moves with
 * the factor {@code FX.<currency>}; without one it stands at the fixing. Amounts are quantised to 1/10,000 per book,
 * currency and scenario, so that sums have the same digits in any order.
 */
final class BookRevaluation {

    static final int HORIZON_DAYS = 1;

    private final Market market;
    private final Exposure exposure;
    private final Map<String, Double> rateToBase;

    BookRevaluation(Market market, Exposure exposure, Map<String, Double> rateToBase) {
        this.market = market;
        this.exposure = exposure;
        this.rateToBase = rateToBase;
    }

    /** A book's holdings in one currency. */
    private record Part(BookKey key, String currency, Book book, double fundedValue) {}

    /** A desk's book. */
    record BookKey(String desk, String book) {}

    /** A factor's part in a stress. */
    record Driver(int stress, BookKey key, String factorId, double move, long pnlE4) {}

    /** What became of some books. */
    record Result(Map<ScenarioSet, Map<BookKey, long[]>> vectors, List<Driver> drivers) {}

    /** Revalues the books the lines belong to; the lines of a book must all be there. */
    Result run(List<NetLine> lines) {
        List<Part> parts = parts(lines);
        Map<ScenarioSet, Map<BookKey, long[]>> vectors = new LinkedHashMap<>();
        market.cubes().forEach((set, cube) -> {
            GridSettings settings =
                    set == ScenarioSet.HISTORICAL ? GridSettings.fullRevaluation() : GridSettings.standard();
            vectors.put(set, inBase(parts, cube, new Revaluation(cube, settings)));
        });
        List<Driver> drivers = new ArrayList<>();
        vectors.put(ScenarioSet.STRESS, stressed(parts, drivers));
        return new Result(vectors, List.copyOf(drivers));
    }

    private List<Part> parts(List<NetLine> lines) {
        Map<List<String>, List<NetLine>> grouped =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (NetLine line : lines) {
            grouped.computeIfAbsent(List.of(line.desk, line.book, line.currency), key -> new ArrayList<>())
                    .add(line);
        }
        List<Part> parts = new ArrayList<>();
        grouped.forEach((key, ofPart) -> {
            Book book = Book.empty(String.join("|", key), market.factors());
            java.math.BigDecimal funded = java.math.BigDecimal.ZERO;
            for (NetLine line : ofPart) {
                exposure.add(book, line);
                if (exposure.instrument(line.instrumentId).funded()) {
                    funded = funded.add(line.marketValue);
                }
            }
            parts.add(new Part(new BookKey(key.get(0), key.get(1)), key.get(2), book, funded.doubleValue()));
        });
        return parts;
    }

    private Map<BookKey, long[]> inBase(List<Part> parts, Scenarios cube, Revaluation revaluation) {
        Map<String, PnlVector> local =
                revaluation.pnl(parts.stream().map(Part::book).toList());
        Map<String, double[]> rates = ratesOf(parts, cube);
        Map<BookKey, long[]> vectors = new LinkedHashMap<>();
        for (Part part : parts) {
            long[] base = vectors.computeIfAbsent(part.key(), key -> new long[cube.count()]);
            PnlVector pnl = Objects.requireNonNull(local.get(part.book().name()), "every part was revalued");
            double[] rate = Objects.requireNonNull(rates.get(part.currency()), "every part has its rates");
            double fixing = fixing(part.currency());
            String what = "P&L of " + part.key();
            for (int i = 0; i < base.length; i++) {
                base[i] += Quantum.of(what, pnl.units(i) * rate[i] + part.fundedValue() * (rate[i] - fixing));
            }
        }
        return vectors;
    }

    /** The rate of each currency of the parts in every scenario. */
    private Map<String, double[]> ratesOf(List<Part> parts, Scenarios cube) {
        Map<String, double[]> rates = new TreeMap<>();
        for (Part part : parts) {
            rates.computeIfAbsent(part.currency(), currency -> {
                double[] rate = new double[cube.count()];
                Arrays.fill(rate, fixing(currency));
                return rate;
            });
        }
        ScenarioTile tile = new ScenarioTile(cube.factors(), ScenarioTile.DEFAULT_WIDTH);
        for (int from = 0; from < cube.count(); from += tile.width()) {
            cube.fill(tile, from, Math.min(cube.count(), from + tile.width()));
            for (Map.Entry<String, double[]> entry : rates.entrySet()) {
                int factor = rateFactor(entry.getKey());
                if (factor >= 0) {
                    moveRates(entry.getValue(), from, tile, factor);
                }
            }
        }
        return rates;
    }

    private void moveRates(double[] rate, int from, ScenarioTile tile, int factor) {
        RiskFactor risk = market.factors().get(factor);
        double[] moves = tile.row(factor);
        for (int i = 0; i < tile.length(); i++) {
            rate[from + i] = risk.apply(rate[from + i], moves[i]);
        }
    }

    /** The rate of a currency that {@link Exposure#check} found a fixing for. */
    private double fixing(String currency) {
        return Objects.requireNonNull(rateToBase.get(currency), "positions without a fixing are not valued");
    }

    /** The factor a currency's rate moves with, or -1. */
    private int rateFactor(String currency) {
        FactorSet factors = market.factors();
        String id = "FX." + currency;
        return factors.contains(id) ? factors.indexOf(id) : -1;
    }

    private Map<BookKey, long[]> stressed(List<Part> parts, List<Driver> drivers) {
        Map<BookKey, long[]> vectors = new LinkedHashMap<>();
        Map<List<Object>, Driver> byFactor = new LinkedHashMap<>();
        for (Part part : parts) {
            long[] base = vectors.computeIfAbsent(
                    part.key(), key -> new long[market.stresses().size()]);
            for (int s = 0; s < base.length; s++) {
                base[s] += stress(part, s, byFactor);
            }
        }
        drivers.addAll(byFactor.values());
        return vectors;
    }

    /** P&L of one part under one stress; adds what its factors did to the drivers. */
    private long stress(Part part, int index, Map<List<Object>, Driver> drivers) {
        StressScenario stress = market.stresses().get(index);
        StressResult result = StressTest.run(part.book(), stress);
        double fixing = fixing(part.currency());
        int factor = rateFactor(part.currency());
        double rate = factor < 0 ? fixing : market.factors().get(factor).apply(fixing, stress.moves()[factor]);
        for (StressResult.Driver driver : result.drivers()) {
            addDriver(drivers, part, index, driver.factorId(), driver.move(), driver.pnlUnits() * rate);
        }
        if (rate != fixing && part.fundedValue() != 0) {
            String id = market.factors().get(factor).id();
            addDriver(drivers, part, index, id, stress.moves()[factor], part.fundedValue() * (rate - fixing));
        }
        return Quantum.of(
                "stressed P&L of " + part.key(), result.pnlUnits() * rate + part.fundedValue() * (rate - fixing));
    }

    private static void addDriver(
            Map<List<Object>, Driver> drivers, Part part, int stress, String factorId, double move, double pnl) {
        long quanta = Quantum.of("driver " + factorId + " of " + part.key(), pnl);
        drivers.merge(
                List.of(stress, part.key(), factorId),
                new Driver(stress, part.key(), factorId, move, quanta),
                (a, b) -> new Driver(a.stress(), a.key(), a.factorId(), a.move(), a.pnlE4() + b.pnlE4()));
    }
}
