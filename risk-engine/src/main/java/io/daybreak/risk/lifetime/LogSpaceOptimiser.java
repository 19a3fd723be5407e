package io.daybreak.risk.lifetime;

import io.daybreak.risk.RefusedInputException;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Maximises a log-likelihood over positive parameters, by a simplex in their logarithms that is restarted from its own
 * result until a restart gains nothing. Deterministic: no random start.
 */
final class LogSpaceOptimiser {
    private static final int EVALUATIONS = 20_000;
    private static final int RESTARTS = 20;
    private static final double GAIN = 1e-10;

    private LogSpaceOptimiser() {}

    /** Parameters and the log-likelihood reached. */
    record Optimum(double[] parameters, double logLikelihood) {}

    static Optimum maximise(String model, MultivariateFunction logLikelihood, double[] start) {
        double[] point = new double[start.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = StrictMath.log(start[i]);
        }
        double reached = Double.NEGATIVE_INFINITY;
        for (int restart = 0; restart < RESTARTS; restart++) {
            PointValuePair found = search(model, logLikelihood, point);
            point = found.getPoint();
            double gain = found.getValue() - reached;
            reached = found.getValue();
            if (gain <= GAIN * Math.abs(reached)) {
                return new Optimum(exponentials(point), reached);
            }
        }
        throw new RefusedInputException(
                model + " did not converge within " + RESTARTS + " restarts; log-likelihood reached " + reached + " at "
                        + java.util.Arrays.toString(exponentials(point)));
    }

    private static PointValuePair search(String model, MultivariateFunction logLikelihood, double[] point) {
        SimplexOptimizer optimiser = new SimplexOptimizer(new SimpleValueChecker(1e-14, 1e-10));
        try {
            return optimiser.optimize(
                    new MaxEval(EVALUATIONS),
                    new ObjectiveFunction(x -> finiteOrWorst(logLikelihood.value(exponentials(x)))),
                    GoalType.MAXIMIZE,
                    new InitialGuess(point),
                    new NelderMeadSimplex(point.length, 0.3));
        } catch (TooManyEvaluationsException e) {
            throw new RefusedInputException(model + " did not converge within " + EVALUATIONS + " evaluations from "
                    + java.util.Arrays.toString(exponentials(point)));
        }
    }

    private static double finiteOrWorst(double value) {
        return Double.isFinite(value) ? value : -1e300;
    }

    private static double[] exponentials(double[] logs) {
        double[] result = new double[logs.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = StrictMath.exp(logs[i]);
        }
        return result;
    }
}
