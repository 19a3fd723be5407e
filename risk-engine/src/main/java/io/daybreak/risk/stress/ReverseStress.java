package io.daybreak.risk.stress;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.BookValuation;
import io.daybreak.risk.scenario.FactorModel;
import java.util.List;

/**
 * The likeliest set of moves that costs a given amount.
 *
 * <p>Definition: minimise {@code x' C^-1 x} subject to {@code P&L(x) = -loss}. First-order condition: x is along
 * {@code C g(x)} with g the gradient of the P&L at x; the direction is iterated, and along each direction the length is
 * found by bisection on the full P&L, options included. For a linear book one step is exact.
 */
public final class ReverseStress {
    private static final int DIRECTIONS = 25;
    private static final int BISECTIONS = 200;
    private static final double GREATEST_DISTANCE = 50.0;

    private ReverseStress() {}

    /**
     * A reverse stress: the moves and how unlikely they are.
     *
     * @param scenario the moves found
     * @param distance Mahalanobis distance {@code sqrt(x' C^-1 x)}: how many standard deviations away
     */
    public record Found(StressScenario scenario, double distance) {}

    /**
     * Finds the likeliest moves that cost the book so much.
     *
     * @throws RefusedInputException if the book cannot lose so much within fifty standard deviations
     */
    public static Found find(Book book, FactorModel model, double lossUnits) {
        Refuse.nonPositive("loss", lossUnits);
        int n = book.factors().size();
        Refuse.differentLength("model factors", model.factors().size(), n);
        BookValuation valuation = new BookValuation(book);
        double[] x = new double[n];
        double best = Double.POSITIVE_INFINITY;
        double[] bestMoves = x;
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] direction = direction(model, gradient(valuation, model, x));
            double distance = distanceTo(valuation, direction, lossUnits);
            if (distance < best) {
                best = distance;
                bestMoves = scaled(direction, distance);
            }
            if (Double.isInfinite(distance)) {
                break;
            }
            x = scaled(direction, distance);
        }
        if (Double.isInfinite(best)) {
            throw new RefusedInputException("book " + book.name() + " does not lose " + lossUnits + " within "
                    + GREATEST_DISTANCE + " standard deviations along its steepest direction");
        }
        String origin = "likeliest moves that lose " + lossUnits;
        return new Found(
                new StressScenario(
                        "reverse-" + book.name(), StressScenario.Kind.HYPOTHETICAL, origin, bestMoves, List.of()),
                best);
    }

    private static double[] gradient(BookValuation book, FactorModel model, double[] at) {
        double[] gradient = new double[at.length];
        double[] x = at.clone();
        for (int f = 0; f < x.length; f++) {
            double step = 1e-3 * model.volatility(f);
            if (step == 0.0 || !book.isExposedTo(f)) {
                continue;
            }
            x[f] = at[f] + step;
            double up = book.pnl(x);
            x[f] = at[f] - step;
            gradient[f] = (up - book.pnl(x)) / (2.0 * step);
            x[f] = at[f];
        }
        return gradient;
    }

    /** {@code -C g / sqrt(g' C g)}: unit Mahalanobis length, downhill. */
    private static double[] direction(FactorModel model, double[] gradient) {
        int n = gradient.length;
        double[] direction = new double[n];
        double square = 0.0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                direction[i] -= model.covariance(i, j) * gradient[j];
            }
            square -= direction[i] * gradient[i];
        }
        if (!(square > 0.0)) {
            throw new RefusedInputException("the book's P&L does not react to any factor of the model");
        }
        return scaled(direction, 1.0 / Math.sqrt(square));
    }

    private static double distanceTo(BookValuation book, double[] direction, double loss) {
        double far = 0.125;
        while (book.pnl(scaled(direction, far)) > -loss) {
            far *= 1.5;
            if (far > GREATEST_DISTANCE) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double near = 0.0;
        for (int i = 0; i < BISECTIONS && far - near > 1e-13 * far; i++) {
            double middle = 0.5 * (near + far);
            if (book.pnl(scaled(direction, middle)) > -loss) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    private static double[] scaled(double[] x, double by) {
        double[] result = x.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= by;
        }
        return result;
    }
}
