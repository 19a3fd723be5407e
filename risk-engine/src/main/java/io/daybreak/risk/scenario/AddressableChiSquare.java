package io.daybreak.risk.scenario;

import java.io.Serializable;

/**
 * Chi-square numbers with an address: a pure function of (seed, stream, counter, degrees of freedom).
 *
 * <p>Definition: twice a gamma draw of shape {@code nu / 2} by squeeze and rejection, each attempt on bits hashed from
 * the address. Reference: G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM TOMS 26
 * (2000).
 */
final class AddressableChiSquare implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long key;

    AddressableChiSquare(long seed, long stream) {
        this.key = CounterBits.key(seed, stream);
    }

    /**
     * The chi-square number at an address.
     *
     * @param nu degrees of freedom, above 2
     */
    double at(double nu, long counter) {
        double d = 0.5 * nu - 1.0 / 3.0;
        double c = 1.0 / StrictMath.sqrt(9.0 * d);
        AddressableNormals attempts = new AddressableNormals(CounterBits.at(key, counter));
        for (int attempt = 0; ; attempt++) {
            double x = attempts.at(0, attempt);
            double t = 1.0 + c * x;
            double v = t * t * t;
            if (v <= 0.0) {
                continue;
            }
            double u = attempts.uniformAt(1, attempt);
            if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return 2.0 * d * v;
            }
        }
    }
}
