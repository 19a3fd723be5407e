package io.daybreak.risk.revalue;

import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.ScenarioTile;
import io.daybreak.risk.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs books through a scenario cube: one P&L vector per book.
 *
 * <p>Each tile of the cube is generated once and read by every book. Cost is linear in scenarios and in exposed
 * (book, factor) pairs, and flat in linear positions. Digits depend on neither the tile width nor which books share a
 * call. Memory: one tile plus eight bytes per book and scenario.
 */
public final class Revaluation {
    private final Scenarios scenarios;
    private final GridSettings settings;
    private final ScenarioTile tile;
    private long greatestTailCorrection;
    private OptionRevaluation.Span @org.jspecify.annotations.Nullable [] spans;

    public Revaluation(Scenarios scenarios, GridSettings settings) {
        this(scenarios, settings, ScenarioTile.DEFAULT_WIDTH);
    }

    public Revaluation(Scenarios scenarios, GridSettings settings, int tileWidth) {
        this.scenarios = scenarios;
        this.settings = settings;
        this.tile = new ScenarioTile(scenarios.factors(), tileWidth);
    }

    /** P&L vectors by book name, in the order of the books. */
    public Map<String, PnlVector> pnl(List<Book> books) {
        List<Work> work = new ArrayList<>();
        for (Book book : books) {
            work.add(prepare(book));
        }
        double[] pnl = new double[tile.width()];
        for (int from = 0; from < scenarios.count(); from += tile.width()) {
            scenarios.fill(tile, from, Math.min(scenarios.count(), from + tile.width()));
            for (Work item : work) {
                item.run(tile, pnl, from);
            }
        }
        if (settings.fullTailShare() > 0.0) {
            refineTails(work.stream().filter(item -> item.gridded).toList());
        }
        Map<String, PnlVector> vectors = new LinkedHashMap<>();
        for (Work item : work) {
            PnlVector before = vectors.put(item.name, PnlVector.ofQuanta(scenarios.identity(), item.quanta));
            if (before != null) {
                throw new RefusedInputException("book " + item.name + " is listed twice; merge its parts first");
            }
        }
        return vectors;
    }

    /**
     * How much re-pricing in full moved the P&L of any tail scenario of any book so far, in currency units: what the
     * price grids were wrong by where it matters.
     */
    public double greatestTailCorrection() {
        return Quantum.toUnits(greatestTailCorrection);
    }

    /** P&L vector of one book. */
    public PnlVector pnl(Book book) {
        return pnl(List.of(book)).values().iterator().next();
    }

    private Work prepare(Book book) {
        if (!book.factors().equals(scenarios.factors())) {
            throw new RefusedInputException("book " + book.name() + " is netted over another factor set than scenarios "
                    + scenarios.identity());
        }
        Work item = new Work(book, scenarios.count());
        item.gridded = settings.spotNodes() > 0 && !item.options.isEmpty();
        if (item.gridded) {
            item.options.buildGrids(spans(), settings);
        }
        return item;
    }

    private OptionRevaluation.Span[] spans() {
        OptionRevaluation.Span[] known = spans;
        if (known == null) {
            known = OptionRevaluation.spans(scenarios, tile);
            spans = known;
        }
        return known;
    }

    /** Prices each book's worst scenarios again, in full: those at or below the P&L of the share's rank. */
    private void refineTails(List<Work> gridded) {
        int count = Math.max(1, (int) Math.floor(settings.fullTailShare() * scenarios.count()));
        for (Work item : gridded) {
            long[] sorted = item.quanta.clone();
            java.util.Arrays.sort(sorted);
            item.tailThreshold = sorted[Math.min(count, sorted.length) - 1];
        }
        for (int from = 0; from < scenarios.count(); from += tile.width()) {
            int first = from;
            int to = Math.min(scenarios.count(), from + tile.width());
            List<Work> hit = gridded.stream()
                    .filter(item -> anyAtOrBelow(item.quanta, first, to, item.tailThreshold))
                    .toList();
            if (!hit.isEmpty()) {
                scenarios.fill(tile, from, to);
                hit.forEach(item -> refineTail(item, first, to));
            }
        }
    }

    private void refineTail(Work item, int from, int to) {
        for (int i = from; i < to; i++) {
            if (item.quanta[i] <= item.tailThreshold) {
                long full =
                        item.linear[i] + Quantum.of("option P&L of scenario " + i, item.options.full(tile, i - from));
                greatestTailCorrection = Math.max(greatestTailCorrection, Math.abs(full - item.quanta[i]));
                item.quanta[i] = full;
            }
        }
    }

    private static boolean anyAtOrBelow(long[] quanta, int from, int to, long threshold) {
        for (int i = from; i < to; i++) {
            if (quanta[i] <= threshold) {
                return true;
            }
        }
        return false;
    }

    /** One book on its way through the cube. */
    private static final class Work {
        private final String name;
        private final DeltaGammaKernel kernel;
        private final OptionRevaluation options;
        private final CashFlowRevaluation cashFlows;
        private final long[] quanta;
        private final long[] linear;
        private boolean gridded;
        private long tailThreshold;

        Work(Book book, int scenarios) {
            name = book.name();
            kernel = new DeltaGammaKernel(book.netted());
            options = new OptionRevaluation(book.options());
            cashFlows = new CashFlowRevaluation(book.cashFlows());
            quanta = new long[scenarios];
            linear = options.isEmpty() ? quanta : new long[scenarios];
        }

        void run(ScenarioTile tile, double[] pnl, int from) {
            kernel.pnl(tile, pnl);
            Quantum.addRounded(pnl, tile.length(), linear, from);
            if (!cashFlows.isEmpty()) {
                cashFlows.pnl(tile, pnl);
                Quantum.addRounded(pnl, tile.length(), linear, from);
            }
            if (options.isEmpty()) {
                return;
            }
            java.util.Arrays.fill(pnl, 0, tile.length(), 0.0);
            if (gridded) {
                options.addByGrid(tile, pnl);
            } else {
                for (int i = 0; i < tile.length(); i++) {
                    pnl[i] = options.full(tile, i);
                }
            }
            System.arraycopy(linear, from, quanta, from, tile.length());
            Quantum.addRounded(pnl, tile.length(), quanta, from);
        }
    }
}
