package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Moves that did happen, one scenario per date: historical simulation, plain or filtered by volatility. */
public final class HistoricalScenarios implements Scenarios {
    private static final long serialVersionUID = 1L;

    /** What to do with a date on which some factor has no move. */
    public enum Incomplete {
        /** Refuse the history, naming the first factor and date. */
        REFUSE,
        /** Leave the date out for every factor. */
        DROP_DATE
    }

    private final FactorSet factors;
    private final List<LocalDate> starts;
    private final List<LocalDate> ends;
    private final double[][] moves;
    private final String identity;

    private HistoricalScenarios(
            FactorSet factors, List<LocalDate> starts, List<LocalDate> ends, double[][] moves, String kind) {
        this.factors = factors;
        this.starts = starts;
        this.ends = ends;
        this.moves = moves;
        Identity id = new Identity(kind).add(factors).add(moves);
        for (LocalDate end : ends) {
            id.add(end.toEpochDay());
        }
        this.identity = id.name();
    }

    /**
     * Every window of {@code horizonSteps} dates as one scenario.
     *
     * @param horizonSteps one for daily moves, ten for overlapping ten-day windows (MAR33.4 allows the overlap)
     */
    public static HistoricalScenarios of(FactorHistory history, int horizonSteps, Incomplete incomplete) {
        double[][] all = history.moves(horizonSteps);
        List<Integer> kept = completeDates(history, all, horizonSteps, incomplete);
        return select(history, all, kept, horizonSteps, "historical/" + horizonSteps);
    }

    /**
     * Filtered historical simulation: each move is divided by the volatility known before it and multiplied by
     * today's, {@code x_t * sigma_T+1 / sigma_t}, with {@code sigma^2} an exponentially weighted mean of squared moves.
     *
     * @param decay weight of the past, e.g. 0.94; the first {@code seedMoves} moves only start the average
     */
    public static HistoricalScenarios filtered(
            FactorHistory history, double decay, int seedMoves, Incomplete incomplete) {
        Refuse.outside("decay", decay, 0.5, 0.9999);
        Refuse.fewerThan("seedMoves", seedMoves, 2);
        double[][] raw = history.moves(1);
        List<Integer> kept = completeDates(history, raw, 1, incomplete);
        Refuse.fewerThan("complete moves", kept.size(), seedMoves + 1);
        double[][] filtered = new double[raw.length][];
        for (int f = 0; f < raw.length; f++) {
            filtered[f] = filter(
                    raw[f], kept, decay, seedMoves, history.factors().get(f).id());
        }
        List<Integer> used = kept.subList(seedMoves, kept.size());
        return select(history, filtered, used, 1, "filtered/" + decay + "/" + seedMoves);
    }

    private static double[] filter(double[] raw, List<Integer> kept, double decay, int seedMoves, String id) {
        double variance = 0.0;
        for (int i = 0; i < seedMoves; i++) {
            variance += raw[kept.get(i)] * raw[kept.get(i)] / seedMoves;
        }
        double[] scaled = raw.clone();
        for (int i = seedMoves; i < kept.size(); i++) {
            double move = raw[kept.get(i)];
            if (!(variance > 0.0)) {
                throw new RefusedInputException("risk factor " + id + " did not move over its first " + i
                        + " dates; a filtered scenario would divide by zero volatility");
            }
            scaled[kept.get(i)] = move / Math.sqrt(variance);
            variance = decay * variance + (1.0 - decay) * move * move;
        }
        double today = Math.sqrt(variance);
        for (int i = seedMoves; i < kept.size(); i++) {
            scaled[kept.get(i)] *= today;
        }
        return scaled;
    }

    private static List<Integer> completeDates(
            FactorHistory history, double[][] moves, int step, Incomplete incomplete) {
        List<Integer> kept = new ArrayList<>();
        for (int d = 0; d < moves[0].length; d++) {
            int missing = firstMissing(moves, d);
            if (missing < 0) {
                kept.add(d);
            } else if (incomplete == Incomplete.REFUSE) {
                throw new RefusedInputException("risk factor "
                        + history.factors().get(missing).id() + " has no move from "
                        + history.dates().get(d) + " to " + history.dates().get(d + step)
                        + "; supply the level, or allow incomplete dates to be dropped");
            }
        }
        if (kept.isEmpty()) {
            throw new RefusedInputException("no date of " + moves[0].length + " has a move for all " + moves.length
                    + " factors; historical simulation needs at least one");
        }
        return kept;
    }

    private static int firstMissing(double[][] moves, int date) {
        for (int f = 0; f < moves.length; f++) {
            if (Double.isNaN(moves[f][date])) {
                return f;
            }
        }
        return -1;
    }

    private static HistoricalScenarios select(
            FactorHistory history, double[][] all, List<Integer> kept, int step, String kind) {
        double[][] moves = new double[all.length][kept.size()];
        List<LocalDate> starts = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            starts.add(history.dates().get(kept.get(i)));
            ends.add(history.dates().get(kept.get(i) + step));
            for (int f = 0; f < all.length; f++) {
                moves[f][i] = all[f][kept.get(i)];
            }
        }
        return new HistoricalScenarios(history.factors(), List.copyOf(starts), List.copyOf(ends), moves, kind);
    }

    /** First date of scenario {@code index}. */
    public LocalDate start(int index) {
        return starts.get(index);
    }

    /** Last date of scenario {@code index}: the day the move was complete. */
    public LocalDate end(int index) {
        return ends.get(index);
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public FactorSet factors() {
        return factors;
    }

    @Override
    public int count() {
        return ends.size();
    }

    @Override
    public String label(int index) {
        return starts.get(index) + ".." + ends.get(index);
    }

    @Override
    public void fill(ScenarioTile tile, int from, int to) {
        Scenarios.checkRange(this, tile, from, to);
        for (int f = 0; f < moves.length; f++) {
            System.arraycopy(moves[f], from, tile.row(f), 0, to - from);
        }
        tile.length(to - from);
    }
}
