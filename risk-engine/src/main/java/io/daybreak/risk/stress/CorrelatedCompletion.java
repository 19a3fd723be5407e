package io.daybreak.risk.stress;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.matrix.Cholesky;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the factors a scenario says nothing about the move one would expect of them.
 *
 * <p>Definition: {@code E[x_u | x_k] = C_uk C_kk^-1 x_k} under the factor model's covariance, with {@code k} the moved
 * and {@code u} the unmoved factors; a ridge of 1e-10 of the variance keeps C_kk invertible where factors repeat each
 * other. Reference: P. H. Kupiec, Stress testing in a value at risk framework, Journal of Derivatives 6 (1998).
 */
public final class CorrelatedCompletion {
    private static final double RIDGE = 1e-10;

    private CorrelatedCompletion() {}

    public static StressScenario complete(StressScenario scenario, FactorModel model) {
        FactorSet factors = model.factors();
        Refuse.differentLength("moves of " + scenario.name(), scenario.moves().length, factors.size());
        List<Integer> known = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            boolean moved = !scenario.unmoved().contains(factors.get(f).id());
            if (moved && model.volatility(f) == 0.0) {
                throw new RefusedInputException("factor " + factors.get(f).id() + " is shocked by " + scenario.name()
                        + " but has no volatility in the model; nothing can be inferred from it");
            }
            (moved ? known : unknown).add(f);
        }
        double[] weights = solve(scenario, model, known);
        double[] moves = scenario.moves().clone();
        for (int u : unknown) {
            double expected = 0.0;
            for (int k = 0; k < weights.length; k++) {
                expected += model.correlation(u, known.get(k)) * weights[k];
            }
            moves[u] = expected * model.volatility(u);
        }
        String origin = scenario.origin() + "; " + unknown.size() + " factors completed by correlation";
        return new StressScenario(scenario.name(), scenario.kind(), origin, moves, List.of());
    }

    /** {@code R_kk^-1 y} with y the known moves in units of their volatility. */
    private static double[] solve(StressScenario scenario, FactorModel model, List<Integer> known) {
        int n = known.size();
        double[][] correlation = new double[n][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correlation[i][j] = model.correlation(known.get(i), known.get(j));
            }
            correlation[i][i] += RIDGE;
            y[i] = scenario.moves()[known.get(i)] / model.volatility(known.get(i));
        }
        double[][] l = Cholesky.lower(correlation, 1e-14);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                y[i] -= l[i][k] * y[k];
            }
            y[i] /= l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                y[i] -= l[k][i] * y[k];
            }
            y[i] /= l[i][i];
        }
        return y;
    }
}
