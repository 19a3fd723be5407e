package io.daybreak.risk.marketrisk;

import java.util.List;
import java.util.Map;

/**
 * Curvature capital of a bucket (MAR21.5): the greater of the upward and the downward figure, chosen for the bucket as a
 * whole and not per factor. Two gains do not offset: their product is left out.
 */
final class CurvatureBucket {
    private CurvatureBucket() {}

    /**
     * Capital and sum of one bucket.
     *
     * @param losses by factor: loss beyond delta when it moves up, and when it moves down
     */
    static SbmBucket of(
            String bucket,
            List<SbmFactor> factors,
            Map<SbmFactor, double[]> losses,
            boolean other,
            CorrelationScenario scenario) {
        double[] up = new double[factors.size()];
        double[] down = new double[factors.size()];
        double sumUp = 0.0;
        double sumDown = 0.0;
        for (int k = 0; k < up.length; k++) {
            double[] both = java.util.Objects.requireNonNull(losses.get(factors.get(k)), "a factor has its losses");
            up[k] = both[0];
            down[k] = both[1];
            sumUp += up[k];
            sumDown += down[k];
        }
        double capitalUp = other ? sumOfLosses(up) : capital(factors, up, scenario);
        double capitalDown = other ? sumOfLosses(down) : capital(factors, down, scenario);
        boolean upward = capitalUp > capitalDown || (capitalUp == capitalDown && sumUp > sumDown);
        return upward ? new SbmBucket(bucket, capitalUp, sumUp) : new SbmBucket(bucket, capitalDown, sumDown);
    }

    private static double sumOfLosses(double[] losses) {
        double sum = 0.0;
        for (double loss : losses) {
            sum += Math.max(loss, 0.0);
        }
        return sum;
    }

    private static double capital(List<SbmFactor> factors, double[] losses, CorrelationScenario scenario) {
        double square = 0.0;
        for (int k = 0; k < losses.length; k++) {
            double own = Math.max(losses[k], 0.0);
            square += own * own;
            for (int l = 0; l < k; l++) {
                if (losses[k] < 0.0 && losses[l] < 0.0) {
                    continue;
                }
                double rho = scenario.of(SbmCorrelations.curvature(factors.get(k), factors.get(l)));
                square += 2.0 * rho * losses[k] * losses[l];
            }
        }
        return Math.sqrt(Math.max(0.0, square));
    }
}
