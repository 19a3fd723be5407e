package io.daybreak.risk.revalue;

import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.ScenarioTile;
import io.daybreak.risk.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * P&L of an option book by one price grid per (spot factor, vol factor), or in full.
 *
 * <p>The grids span the moves that the whole cube holds, found in one pass over the exposed factors' rows, so no
 * scenario falls outside; the span is a property of the cube and does not depend on which task builds it.
 */
final class OptionRevaluation {
    private final FactorSet factors;
    private final List<Group> groups = new ArrayList<>();

    /** Moves of one factor over the cube: least and greatest. */
    record Span(double low, double high) {}

    private static final class Group {
        private final int spotFactor;
        private final int volFactor;
        private final List<OptionBook.Holding> holdings = new ArrayList<>();
        private double[] todayValues = new double[0];
        private @org.jspecify.annotations.Nullable PriceGrid grid;

        Group(int spotFactor, int volFactor) {
            this.spotFactor = spotFactor;
            this.volFactor = volFactor;
        }
    }

    OptionRevaluation(OptionBook book) {
        this.factors = book.factors();
        Map<Long, Group> byFactors = new LinkedHashMap<>();
        for (OptionBook.Holding holding : book.holdings()) {
            OptionPosition contract = holding.contract();
            long key = ((long) contract.spotFactor() << 32) | (contract.volFactor() + 1);
            byFactors
                    .computeIfAbsent(key, k -> new Group(contract.spotFactor(), contract.volFactor()))
                    .holdings
                    .add(holding);
        }
        groups.addAll(byFactors.values());
        groups.forEach(OptionRevaluation::priceToday);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    private static void priceToday(Group group) {
        group.todayValues = new double[group.holdings.size()];
        for (int h = 0; h < group.todayValues.length; h++) {
            group.todayValues[h] = group.holdings.get(h).contract().value();
        }
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
                    changes[v * settings.spotNodes() + s] = full(group, node(spot, s, settings.spotNodes()), volMove);
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
            PriceGrid grid = java.util.Objects.requireNonNull(group.grid, "grids are built before they are read");
            double[] spotMoves = tile.row(group.spotFactor);
            if (group.volFactor < 0) {
                for (int i = 0; i < tile.length(); i++) {
                    pnl[i] += grid.at(spotMoves[i], 0.0);
                }
            } else {
                double[] volMoves = tile.row(group.volFactor);
                for (int i = 0; i < tile.length(); i++) {
                    pnl[i] += grid.at(spotMoves[i], volMoves[i]);
                }
            }
        }
    }

    /** P&L of scenario {@code i} of the tile by formula, in currency units. */
    double full(ScenarioTile tile, int i) {
        double sum = 0.0;
        for (Group group : groups) {
            double volMove = group.volFactor < 0 ? 0.0 : tile.row(group.volFactor)[i];
            sum += full(group, tile.row(group.spotFactor)[i], volMove);
        }
        return sum;
    }

    private double full(Group group, double spotMove, double volMove) {
        double sum = 0.0;
        for (int h = 0; h < group.todayValues.length; h++) {
            OptionBook.Holding holding = group.holdings.get(h);
            sum += holding.quantity() * (holding.contract().value(factors, spotMove, volMove) - group.todayValues[h]);
        }
        return sum;
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

    /** What one set of moves does to the options, by formula, per spot factor and per vol factor; see stress attribution. */
    double pnl(double[] moves) {
        double sum = 0.0;
        for (Group group : groups) {
            sum += full(group, moves[group.spotFactor], group.volFactor < 0 ? 0.0 : moves[group.volFactor]);
        }
        return sum;
    }
}
