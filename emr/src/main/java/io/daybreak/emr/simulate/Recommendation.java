package io.daybreak.emr.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest plan that is on time often enough: by mean cost, among those whose Wilson lower bound reaches the goal, so
 * that too few nights cannot prove a plan.
 *
 * @param goal probability of being on time that is asked for
 * @param ranked all outcomes, cheapest first
 * @param chosen index in {@code ranked}; -1 when none reaches the goal
 */
public record Recommendation(double goal, List<Outcome> ranked, int chosen) {
    /** The goal of the project: 99.5 % of nights. */
    public static final double GOAL = 0.995;

    public Recommendation {
        ranked = List.copyOf(ranked);
    }

    /** Ranks outcomes of the same nights. */
    public static Recommendation of(List<Outcome> outcomes, double goal) {
        List<Outcome> ranked = new ArrayList<>(outcomes);
        ranked.sort(Comparator.comparingDouble(outcome -> outcome.usd().mean()));
        int chosen = -1;
        for (int i = 0; i < ranked.size() && chosen < 0; i++) {
            if (ranked.get(i).onTime().low() >= goal) {
                chosen = i;
            }
        }
        return new Recommendation(goal, ranked, chosen);
    }

    /** The recommended outcome, if any reaches the goal. */
    public Optional<Outcome> best() {
        return chosen < 0 ? Optional.empty() : Optional.of(ranked.get(chosen));
    }
}
