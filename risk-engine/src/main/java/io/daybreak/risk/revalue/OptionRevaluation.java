package io.daybreak.risk.revalue;

import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.ScenarioTile;
import io.daybreak.risk.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * P&L of an option book by one price grid per (spot factor, vol factor, currency), or in full. A grid is in the options'
 * currency; what it gives is converted with the scenario's own rate, and so is what was held.
 *
 * <p>The grids span the moves that the whole cube holds, found in one pass over the cube, so no scenario falls outside;
 * the span is a property of the cube and does not depend on which task builds it.
 */
final class OptionRevaluation {
    private final List<Group> groups;

    /** What a price grid is made for. */
    private record GroupKey(int spotFactor, int volFactor, int exchangeFactor, double exchangeRate) {}

    /** Moves of one factor over the cube: least and greatest. */
    record Span(double low, double high) {}

    OptionRevaluation(OptionBook book) {
        Map<GroupKey, List<OptionBook.Holding>> byFactors = new LinkedHashMap<>();
        for (OptionBook.Holding holding : book.holdings()) {
            OptionPosition contract = holding.contract();
            GroupKey key = new GroupKey(
                    contract.spotFactor(), contract.volFactor(), contract.exchangeFactor(), contract.exchangeRate());
            byFactors.computeIfAbsent(key, k -> new ArrayList<>()).add(holding);
        }
        groups = byFactors.values().stream()
                .map(holdings -> new Group(book.factors(), holdings))
                .toList();
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Tabulates every group over the span of its factors. */
    void buildGrids(Span[] spans, GridSettings settings) {
        for (Group group : groups) {
            Span spot = widened(spans[group.spotFactor]);
            int volNodes = group.volFactor < 0 ? 1 : settings.volNodes();
            Span vol = group.volFactor < 0 ? new Span(0.0, 0.0) : widened(spans[group.volFactor]);
            double[] changes = new double[settings.spotNodes() * volNodes];
            for (int v = 0; v < volNodes; v++) {
                double volMove = volNodes == 1 ? 0.0 : node(vol, v, volNodes);
                for (int s = 0; s < settings.spotNodes(); s++) {
                    changes[v * settings.spotNodes() + s] = group.full(node(spot, s, settings.spotNodes()), volMove);
                }
            }
            group.grid = new PriceGrid(
                    spot.low(), spot.high(), settings.spotNodes(), vol.low(), vol.high(), volNodes, changes);
        }
    }

    private static double node(Span span, int index, int nodes) {
        return span.low() + (span.high() - span.low()) * index / (nodes - 1);
    }

    private static Span widened(Span span) {
        double margin = 1e-9 + 1e-6 * (span.high() - span.low());
        return new Span(span.low() - margin, span.high() + margin);
    }

    /** Adds the P&L of each scenario of the tile by the grids. */
    void addByGrid(ScenarioTile tile, double[] pnl) {
        for (Group group : groups) {
            PriceGrid grid = Objects.requireNonNull(group.grid, "grids are built before they are read");
            double[] spotMoves = tile.row(group.spotFactor);
            double[] volMoves = group.volFactor < 0 ? spotMoves : tile.row(group.volFactor);
            if (group.exchangeFactor < 0) {
                for (int i = 0; i < tile.length(); i++) {
                    pnl[i] += grid.at(spotMoves[i], volMoves[i]);
                }
            } else {
                double[] exchangeMoves = tile.row(group.exchangeFactor);
                for (int i = 0; i < tile.length(); i++) {
                    pnl[i] += group.converted(grid.at(spotMoves[i], volMoves[i]), exchangeMoves[i]);
                }
            }
        }
    }

    /** P&L of scenario {@code i} of the tile by formula, in currency units. */
    double full(ScenarioTile tile, int i) {
        double sum = 0.0;
        for (Group group : groups) {
            double change =
                    group.full(tile.row(group.spotFactor)[i], group.volFactor < 0 ? 0.0 : tile.row(group.volFactor)[i]);
            sum += group.exchangeFactor < 0 ? change : group.converted(change, tile.row(group.exchangeFactor)[i]);
        }
        return sum;
    }

    /** P&L of one set of moves by formula, in currency units. */
    double pnl(double[] moves) {
        double sum = 0.0;
        for (Group group : groups) {
            double change = group.full(moves[group.spotFactor], group.volFactor < 0 ? 0.0 : moves[group.volFactor]);
            sum += group.exchangeFactor < 0 ? change : group.converted(change, moves[group.exchangeFactor]);
        }
        return sum;
    }

    /** P&L of one factor's move by formula, all others standing still. */
    double pnlOfOne(int factor, double move) {
        double sum = 0.0;
        for (Group group : groups) {
            boolean priced = group.spotFactor == factor || group.volFactor == factor;
            if (priced || group.exchangeFactor == factor) {
                double change = priced
                        ? group.full(group.spotFactor == factor ? move : 0.0, group.volFactor == factor ? move : 0.0)
                        : 0.0;
                sum += group.converted(change, group.exchangeFactor == factor ? move : 0.0);
            }
        }
        return sum;
    }

    /** Sets true the entries of all factors an option depends on. */
    void markFactors(boolean[] exposed) {
        for (Group group : groups) {
            exposed[group.spotFactor] = true;
            if (group.volFactor >= 0) {
                exposed[group.volFactor] = true;
            }
            if (group.exchangeFactor >= 0) {
                exposed[group.exchangeFactor] = true;
            }
        }
    }

    /** Least and greatest move of every factor over the cube. */
    static Span[] spans(Scenarios scenarios, ScenarioTile tile) {
        int n = scenarios.factors().size();
        double[] low = new double[n];
        double[] high = new double[n];
        for (int from = 0; from < scenarios.count(); from += tile.width()) {
            scenarios.fill(tile, from, Math.min(scenarios.count(), from + tile.width()));
            for (int f = 0; f < n; f++) {
                double[] row = tile.row(f);
                for (int i = 0; i < tile.length(); i++) {
                    low[f] = Math.min(low[f], row[i]);
                    high[f] = Math.max(high[f], row[i]);
                }
            }
        }
        Span[] spans = new Span[n];
        for (int f = 0; f < n; f++) {
            spans[f] = new Span(low[f], high[f]);
        }
        return spans;
    }

    /** Options on the same spot and vol factor: European ones in batches of equal levels today, American ones singly. */
    private static final class Group {
        private final int spotFactor;
        private final int volFactor;
        private final int exchangeFactor;
        private final double exchangeRate;
        private final double worth;
        private final FactorSet factors;
        private final List<EuropeanBatch> european = new ArrayList<>();
        private final List<OptionBook.Holding> american = new ArrayList<>();
        private final double[] americanToday;
        private @Nullable PriceGrid grid;

        Group(FactorSet factors, List<OptionBook.Holding> holdings) {
            this.factors = factors;
            spotFactor = holdings.get(0).contract().spotFactor();
            volFactor = holdings.get(0).contract().volFactor();
            exchangeFactor = holdings.get(0).contract().exchangeFactor();
            exchangeRate = holdings.get(0).contract().exchangeRate();
            double value = 0.0;
            for (OptionBook.Holding holding : holdings) {
                value += holding.quantity() * holding.contract().value();
            }
            worth = value;
            Map<List<Double>, List<OptionBook.Holding>> byLevels = new LinkedHashMap<>();
            for (OptionBook.Holding holding : holdings) {
                OptionPosition contract = holding.contract();
                switch (contract.exercise()) {
                    case EUROPEAN ->
                        byLevels.computeIfAbsent(
                                        List.of(
                                                contract.today().spot(),
                                                contract.today().vol()),
                                        levels -> new ArrayList<>())
                                .add(holding);
                    case AMERICAN -> american.add(holding);
                }
            }
            byLevels.values().forEach(same -> european.add(new EuropeanBatch(factors, same)));
            americanToday = new double[american.size()];
            for (int h = 0; h < americanToday.length; h++) {
                americanToday[h] = american.get(h).contract().value();
            }
        }

        /** {@code dV X' + V (X' - X)}: a change in the options' currency, in the reporting currency. */
        double converted(double change, double exchangeMove) {
            if (exchangeFactor < 0) {
                return change;
            }
            double rate = factors.get(exchangeFactor).apply(exchangeRate, exchangeMove);
            return change * rate + worth * (rate - exchangeRate);
        }

        double full(double spotMove, double volMove) {
            double sum = 0.0;
            for (EuropeanBatch batch : european) {
                sum += batch.pnl(spotMove, volMove);
            }
            for (int h = 0; h < americanToday.length; h++) {
                OptionBook.Holding holding = american.get(h);
                double after = holding.contract().value(factors, spotMove, volMove);
                sum += holding.quantity() * (after - americanToday[h]);
            }
            return sum;
        }
    }
}
