package io.daybreak.risk.scenario;

import java.io.Serializable;

/**
 * Standard normal numbers with an address: {@code at(stream, counter)} is a pure function of (seed, stream, counter).
 *
 * <p>Definition: the address is hashed to 64 bits ({@link CounterBits}); the bits enter a 256-layer ziggurat. The
 * 1.2 % of draws the ziggurat rejects go on with further hashes of the same address, so no draw ever consumes another
 * address's bits: unlike an ordinary rejection sampler this one can be read in any order.
 *
 * <p>Accuracy: exact normal up to the 55 bits of the mantissa. Cost: two multiplications, one table look-up and one
 * comparison in 98.8 % of draws. Digits are the same on every machine: the table and the rejected draws use
 * {@link StrictMath}.
 *
 * <p>References: G. Marsaglia and W. W. Tsang, The ziggurat method for generating random variables, Journal of
 * Statistical Software 5 (2000); J. A. Doornik, An improved ziggurat method to generate normal random samples (2005).
 */
public final class AddressableNormals implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LAYERS = 256;
    /** Right edge of the base strip for 256 layers, and the area of each strip (Marsaglia and Tsang). */
    private static final double EDGE = 3.654152885361008796;

    private static final double AREA = 0.00492867323397465524494;
    private static final double[] X = new double[LAYERS + 1];
    private static final double[] SCALE = new double[LAYERS];
    private static final double[] ACCEPT = new double[LAYERS];
    private static final long RETRY = 0xA0761D6478BD642FL;

    static {
        X[0] = AREA / density(EDGE);
        X[1] = EDGE;
        for (int i = 2; i < LAYERS; i++) {
            X[i] = StrictMath.sqrt(-2.0 * StrictMath.log(AREA / X[i - 1] + density(X[i - 1])));
        }
        X[LAYERS] = 0.0;
        for (int i = 0; i < LAYERS; i++) {
            SCALE[i] = X[i] * 0x1.0p-55;
            ACCEPT[i] = X[i + 1];
        }
    }

    private final long seed;

    public AddressableNormals(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    /** The normal number at (stream, counter): for scenarios, (factor or component, scenario index). */
    public double at(long stream, long counter) {
        return normal(CounterBits.at(CounterBits.key(seed, stream), counter));
    }

    /** A uniform number in (0, 1) at (stream, counter); independent of the normal at the same address. */
    public double uniformAt(long stream, long counter) {
        return CounterBits.openUnit(CounterBits.at(CounterBits.key(~seed, stream), counter));
    }

    /** Writes the normals at {@code (stream, firstCounter .. firstCounter + length - 1)} to {@code out[0 .. length)}. */
    public void fill(long stream, long firstCounter, double[] out, int length) {
        long state = CounterBits.key(seed, stream) + firstCounter * CounterBits.GOLDEN;
        for (int i = 0; i < length; i++) {
            long bits = CounterBits.mix(state);
            int layer = (int) bits & (LAYERS - 1);
            double x = (bits >> 8) * SCALE[layer];
            out[i] = Math.abs(x) < ACCEPT[layer] ? x : rejected(bits);
            state += CounterBits.GOLDEN;
        }
    }

    private static double normal(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        double x = (bits >> 8) * SCALE[layer];
        return Math.abs(x) < ACCEPT[layer] ? x : rejected(bits);
    }

    /** Continues a draw that fell outside its layer's rectangle, on bits hashed from the draw's own. */
    private static double rejected(long first) {
        long state = first ^ RETRY;
        long bits = first;
        while (true) {
            int layer = (int) bits & (LAYERS - 1);
            double x = (bits >> 8) * SCALE[layer];
            if (Math.abs(x) < ACCEPT[layer]) {
                return x;
            }
            if (layer == 0) {
                return tail(state, x < 0.0);
            }
            state += CounterBits.GOLDEN;
            double height = CounterBits.openUnit(CounterBits.mix(state));
            double lower = density(X[layer]);
            double upper = density(X[layer + 1]);
            if (lower + height * (upper - lower) < density(x)) {
                return x;
            }
            state += CounterBits.GOLDEN;
            bits = CounterBits.mix(state);
        }
    }

    /** Marsaglia's method for the normal tail beyond {@link #EDGE}. */
    private static double tail(long start, boolean negative) {
        long state = start;
        while (true) {
            state += CounterBits.GOLDEN;
            double x = -StrictMath.log(CounterBits.openUnit(CounterBits.mix(state))) / EDGE;
            state += CounterBits.GOLDEN;
            double y = -StrictMath.log(CounterBits.openUnit(CounterBits.mix(state)));
            if (y + y > x * x) {
                return negative ? -(EDGE + x) : EDGE + x;
            }
        }
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
