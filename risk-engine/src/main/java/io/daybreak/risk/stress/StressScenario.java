package io.daybreak.risk.stress;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorHistory;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskFactor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A named set of factor moves, one per factor of a set, in each factor's own shift type.
 *
 * @param origin where the moves come from: the declared shocks, or the dates of the episode
 * @param moves by factor index
 * @param unmoved ids of factors the scenario says nothing about; they stand still, and the result says so
 */
public record StressScenario(String name, Kind kind, String origin, double[] moves, List<String> unmoved)
        implements Serializable {
    /** Where a scenario comes from. */
    public enum Kind {
        HISTORICAL,
        HYPOTHETICAL
    }

    public StressScenario {
        Refuse.blank("stress scenario name", name);
        Refuse.nonFiniteIn("moves of " + name, moves);
        unmoved = List.copyOf(unmoved);
    }

    /**
     * Applies declared shocks to today's levels; a factor several shocks apply to takes them in turn.
     *
     * @param levels today, by factor index
     * @throws RefusedInputException if no shock meets any factor, or a shocked level leaves a factor's domain
     */
    public static StressScenario hypothetical(HypotheticalStress stress, FactorSet factors, double[] levels) {
        Refuse.differentLength("levels", levels.length, factors.size());
        double[] moves = new double[factors.size()];
        List<String> unmoved = new ArrayList<>();
        for (int f = 0; f < moves.length; f++) {
            RiskFactor factor = factors.get(f);
            factor.checkLevel("today", levels[f]);
            double shocked = levels[f];
            boolean met = false;
            for (Shock shock : stress.shocks()) {
                if (shock.appliesTo(factor)) {
                    shocked = shock.shockedLevel(shocked);
                    met = true;
                }
            }
            if (met) {
                factor.checkLevel("under " + stress.name(), shocked);
                moves[f] = factor.move(levels[f], shocked);
            } else {
                unmoved.add(factor.id());
            }
        }
        if (unmoved.size() == factors.size()) {
            throw new RefusedInputException("stress " + stress.name() + " meets none of " + factors.size()
                    + " factors; check its risk classes and groups");
        }
        return new StressScenario(stress.name(), Kind.HYPOTHETICAL, stress.description(), moves, unmoved);
    }

    /**
     * Takes the moves of an episode from a history: from the last observation on or before its first date to the last
     * on or before its last date. A factor not observed at both ends, by at most ten days before, stands still and is
     * listed in {@link #unmoved}; see {@link CorrelatedCompletion} for giving it a move.
     */
    public static StressScenario historical(HistoricalEpisode episode, FactorHistory history) {
        int n = history.factors().size();
        double[] moves = new double[n];
        List<String> unmoved = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            double from = lastOnOrBefore(history, f, episode.first());
            double to = lastOnOrBefore(history, f, episode.last());
            if (Double.isNaN(from) || Double.isNaN(to)) {
                unmoved.add(history.factors().get(f).id());
            } else {
                moves[f] = history.factors().get(f).move(from, to);
            }
        }
        if (unmoved.size() == n) {
            throw new RefusedInputException("history from " + history.dates().get(0) + " to "
                    + history.dates().get(history.dates().size() - 1) + " has no factor observed over "
                    + episode.name() + ", " + episode.first() + " to " + episode.last());
        }
        String origin = "observed from " + episode.first() + " to " + episode.last();
        return new StressScenario(episode.name(), Kind.HISTORICAL, origin, moves, unmoved);
    }

    private static double lastOnOrBefore(FactorHistory history, int factor, java.time.LocalDate date) {
        for (int d = history.dates().size() - 1; d >= 0; d--) {
            java.time.LocalDate at = history.dates().get(d);
            if (at.isBefore(date.minusDays(10))) {
                return Double.NaN;
            }
            if (!at.isAfter(date) && !Double.isNaN(history.level(factor, d))) {
                return history.level(factor, d);
            }
        }
        return Double.NaN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StressScenario that
                && name.equals(that.name)
                && kind == that.kind
                && Arrays.equals(moves, that.moves);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(moves);
    }
}
