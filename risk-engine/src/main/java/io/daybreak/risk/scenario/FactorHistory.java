package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Observed levels of risk factors on ascending dates; NaN marks a missing observation.
 *
 * <p>A level the factor's shift type cannot move from (a negative price under log moves) is refused when the history
 * is built. A move exists only where both its ends were observed: a gap is never filled forward, because that turns
 * it into zero moves followed by a jump. {@link #withStaleMarkedMissing} turns long runs of equal levels into gaps.
 */
public final class FactorHistory implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FactorSet factors;
    private final List<LocalDate> dates;
    private final double[][] levels;

    private FactorHistory(FactorSet factors, List<LocalDate> dates, double[][] levels) {
        this.factors = factors;
        this.dates = dates;
        this.levels = levels;
    }

    /**
     * Quality of one series.
     *
     * @param missing dates without an observation
     * @param longestRun greatest number of consecutive equal observations
     * @param zeroMoveShare share of one-step moves that are exactly zero
     */
    public record SeriesQuality(String factorId, int observed, int missing, int longestRun, double zeroMoveShare) {}

    /**
     * Checks and copies observed levels.
     *
     * @param levels {@code [factor][date]}; NaN where missing
     * @throws RefusedInputException on unordered dates, wrong shapes, infinities or a level out of the factor's domain
     */
    public static FactorHistory of(FactorSet factors, List<LocalDate> dates, double[][] levels) {
        Refuse.differentLength("levels", levels.length, factors.size());
        Refuse.fewerThan("number of dates", dates.size(), 1);
        for (int d = 1; d < dates.size(); d++) {
            if (!dates.get(d).isAfter(dates.get(d - 1))) {
                throw new RefusedInputException("history date " + dates.get(d) + " at position " + d
                        + " does not come after " + dates.get(d - 1) + "; dates must ascend");
            }
        }
        double[][] copy = new double[factors.size()][];
        for (int f = 0; f < factors.size(); f++) {
            RiskFactor factor = factors.get(f);
            Refuse.differentLength("levels of " + factor.id(), levels[f].length, dates.size());
            for (int d = 0; d < dates.size(); d++) {
                if (!Double.isNaN(levels[f][d])) {
                    factor.checkLevel("on " + dates.get(d), levels[f][d]);
                }
            }
            copy[f] = levels[f].clone();
        }
        return new FactorHistory(factors, List.copyOf(dates), copy);
    }

    public FactorSet factors() {
        return factors;
    }

    public List<LocalDate> dates() {
        return dates;
    }

    public double level(int factor, int date) {
        return levels[factor][date];
    }

    /** The last observed level of a factor; refuses a series without any. */
    public double latestLevel(int factor) {
        for (int d = dates.size() - 1; d >= 0; d--) {
            if (!Double.isNaN(levels[factor][d])) {
                return levels[factor][d];
            }
        }
        throw new RefusedInputException(
                "risk factor " + factors.get(factor).id() + " has no observation on any of " + dates.size() + " dates");
    }

    /**
     * Moves over {@code step} dates, ending at date index {@code step}, {@code step + 1}, ...; windows overlap when
     * {@code step > 1}. NaN where either end is missing.
     *
     * @return {@code [factor][dates - step]}
     */
    public double[][] moves(int step) {
        Refuse.fewerThan("step", step, 1);
        Refuse.fewerThan("number of dates", dates.size(), step + 1);
        int count = dates.size() - step;
        double[][] moves = new double[factors.size()][count];
        for (int f = 0; f < factors.size(); f++) {
            RiskFactor factor = factors.get(f);
            for (int d = 0; d < count; d++) {
                double from = levels[f][d];
                double to = levels[f][d + step];
                moves[f][d] = Double.isNaN(from) || Double.isNaN(to) ? Double.NaN : factor.move(from, to);
            }
        }
        return moves;
    }

    /** The part of this history between two dates, both included. */
    public FactorHistory between(LocalDate first, LocalDate last) {
        int from = 0;
        while (from < dates.size() && dates.get(from).isBefore(first)) {
            from++;
        }
        int to = dates.size();
        while (to > from && dates.get(to - 1).isAfter(last)) {
            to--;
        }
        if (from == to) {
            throw new RefusedInputException("no history between " + first + " and " + last + "; it spans "
                    + dates.get(0) + " to " + dates.get(dates.size() - 1));
        }
        double[][] part = new double[levels.length][];
        for (int f = 0; f < levels.length; f++) {
            part[f] = java.util.Arrays.copyOfRange(levels[f], from, to);
        }
        return new FactorHistory(factors, dates.subList(from, to), part);
    }

    /**
     * Marks a level missing from the moment it has stood unchanged for more than {@code allowedRepeats} dates, until it
     * changes. The first observations of such a run stay.
     */
    public FactorHistory withStaleMarkedMissing(int allowedRepeats) {
        Refuse.fewerThan("allowedRepeats", allowedRepeats, 1);
        double[][] marked = new double[levels.length][];
        for (int f = 0; f < levels.length; f++) {
            marked[f] = levels[f].clone();
            double last = Double.NaN;
            int repeats = 0;
            for (int d = 0; d < dates.size(); d++) {
                double level = levels[f][d];
                if (Double.isNaN(level)) {
                    continue;
                }
                repeats = level == last ? repeats + 1 : 0;
                last = level;
                if (repeats > allowedRepeats) {
                    marked[f][d] = Double.NaN;
                }
            }
        }
        return new FactorHistory(factors, dates, marked);
    }

    /** One line per factor: what was observed, missing and stale. */
    public List<SeriesQuality> quality() {
        List<SeriesQuality> lines = new ArrayList<>();
        for (int f = 0; f < levels.length; f++) {
            lines.add(qualityOf(f));
        }
        return List.copyOf(lines);
    }

    private SeriesQuality qualityOf(int factor) {
        int observed = 0;
        int run = 0;
        int longest = 0;
        int moves = 0;
        int zeroMoves = 0;
        double last = Double.NaN;
        for (double level : levels[factor]) {
            if (Double.isNaN(level)) {
                continue;
            }
            if (observed > 0) {
                moves++;
                zeroMoves += level == last ? 1 : 0;
            }
            run = level == last ? run + 1 : 1;
            longest = Math.max(longest, run);
            last = level;
            observed++;
        }
        double share = moves == 0 ? 0.0 : (double) zeroMoves / moves;
        return new SeriesQuality(factors.get(factor).id(), observed, dates.size() - observed, longest, share);
    }
}
