package io.daybreak.jobs.risk;

import io.daybreak.risk.scenario.FactorHistory;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Makes a history whole: what was not observed, or stood still too long to be a price, is moved by a proxy.
 *
 * <p>The proxy move of factor f on day d is {@code vol_f * m_d / vol(m)}, where {@code m_d} is the mean of the
 * standardised moves, on that day, of the factors of its class that were observed; it keeps the factor's own volatility
 * and makes it move with its class (risk of its own is lost while the proxy lasts). Carrying the last price forward
 * instead would put zero moves and then a jump into every scenario. Where nothing of the class was observed the factor
 * stands still.
 */
final class HistoryRepair {

    /** A level that stands this many days is still taken for a price; the sixth equal day is not. */
    static final int ALLOWED_REPEATS = 5;

    /** Fewest observed moves from which a volatility is taken. */
    static final int LEAST_MOVES = 60;

    /**
     * @param history no gaps; factors with too few moves left out
     * @param kept index of each of its factors in the history given
     * @param proxied what was moved by proxy, by factor id
     * @param leftOut factors with too few moves
     */
    record Whole(FactorHistory history, List<Integer> kept, Map<String, Proxied> proxied, List<String> leftOut) {}

    /**
     * @param days days with a proxy move
     * @param today whether the last day is one of them
     */
    record Proxied(int days, boolean today) {}

    /**
     * @param landed levels as landed, gaps included
     * @param days number of last days that are needed
     * @return nothing if no factor has enough moves
     */
    static List<Whole> of(FactorHistory landed, int days) {
        FactorHistory marked = lastDays(landed, days).withStaleMarkedMissing(ALLOWED_REPEATS);
        int count = marked.dates().size();
        if (count <= LEAST_MOVES) {
            return List.of();
        }
        double[][] moves = marked.moves(1);
        List<Integer> kept = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        double[] volatility = new double[moves.length];
        for (int f = 0; f < moves.length; f++) {
            volatility[f] = deviation(moves[f], LEAST_MOVES);
            if (volatility[f] > 0) {
                kept.add(f);
            } else {
                leftOut.add(marked.factors().get(f).id());
            }
        }
        if (kept.isEmpty()) {
            return List.of();
        }
        return List.of(whole(marked, moves, volatility, kept, leftOut));
    }

    private static Whole whole(
            FactorHistory marked, double[][] moves, double[] volatility, List<Integer> kept, List<String> leftOut) {
        Map<RiskClass, double[]> means = classMeans(marked.factors(), moves, volatility, kept);
        List<RiskFactor> factors = new ArrayList<>();
        double[][] levels = new double[kept.size()][];
        Map<String, Proxied> proxied = new TreeMap<>();
        for (int k = 0; k < kept.size(); k++) {
            int f = kept.get(k);
            RiskFactor factor = marked.factors().get(f);
            factors.add(factor);
            double[] row = new double[marked.dates().size()];
            for (int d = 0; d < row.length; d++) {
                row[d] = marked.level(f, d);
            }
            boolean today = Double.isNaN(row[row.length - 1]);
            int filled = fill(
                    factor,
                    row,
                    Objects.requireNonNull(means.get(factor.riskClass()), "every class has a mean"),
                    volatility[f]);
            if (filled > 0) {
                proxied.put(factor.id(), new Proxied(filled, today));
            }
            levels[k] = row;
        }
        return new Whole(FactorHistory.of(FactorSet.of(factors), marked.dates(), levels), kept, proxied, leftOut);
    }

    /** Mean standardised move of each class by day, scaled to variance one; zero where none was observed. */
    private static Map<RiskClass, double[]> classMeans(
            FactorSet factors, double[][] moves, double[] volatility, List<Integer> kept) {
        Map<RiskClass, double[]> means = new EnumMap<>(RiskClass.class);
        for (RiskClass riskClass : RiskClass.values()) {
            double[] mean = new double[moves[0].length];
            for (int d = 0; d < mean.length; d++) {
                double sum = 0;
                int observed = 0;
                for (int f : kept) {
                    if (factors.get(f).riskClass() == riskClass && !Double.isNaN(moves[f][d])) {
                        sum += moves[f][d] / volatility[f];
                        observed++;
                    }
                }
                mean[d] = observed == 0 ? 0 : sum / observed;
            }
            double scale = deviation(mean, 2);
            for (int d = 0; d < mean.length; d++) {
                mean[d] = scale > 0 ? mean[d] / scale : 0;
            }
            means.put(riskClass, mean);
        }
        return means;
    }

    /** Fills the gaps of one row of levels; a gap before the first level runs backwards from it. */
    private static int fill(RiskFactor factor, double[] row, double[] mean, double volatility) {
        int first = 0;
        while (Double.isNaN(row[first])) {
            first++;
        }
        int filled = first;
        for (int d = first - 1; d >= 0; d--) {
            row[d] = factor.apply(row[d + 1], -volatility * mean[d]);
        }
        for (int d = first + 1; d < row.length; d++) {
            if (Double.isNaN(row[d])) {
                row[d] = factor.apply(row[d - 1], volatility * mean[d - 1]);
                filled++;
            }
        }
        return filled;
    }

    /** Standard deviation of the values there are, or zero if they are fewer than asked for. */
    private static double deviation(double[] values, int least) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        if (count < Math.max(2, least)) {
            return 0;
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        return Math.sqrt(squares / (count - 1));
    }

    private static FactorHistory lastDays(FactorHistory history, int days) {
        List<LocalDate> dates = history.dates();
        int from = Math.max(0, dates.size() - days);
        return history.between(dates.get(from), dates.get(dates.size() - 1));
    }

    private HistoryRepair() {}
}
