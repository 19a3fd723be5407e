package io.daybreak.risk.measure;

import io.daybreak.risk.RefusedInputException;

/**
 * Where in an ascending sample of {@code n} the {@code a}-quantile sits. The same 500 losses at 99 % give the fifth
 * worst, the sixth worst or something between, depending on this; so every figure names it.
 *
 * <p>Positions are one-based. Interpolating conventions are those of R. J. Hyndman and Y. Fan, Sample quantiles in
 * statistical packages, The American Statistician 50 (1996), by their number there.
 */
public enum QuantileConvention {
    /** {@code floor(a n) + 1}: of 500 losses at 99 % the fifth worst; Hull's and ORE's. */
    FLOOR_PLUS_ONE,
    /** {@code ceil(a n)}: the generalised inverse of the empirical distribution; of 500 at 99 % the sixth worst. */
    CEILING,
    /** {@code a n} rounded half up. */
    NEAREST,
    /** {@code a (n + 1)} rounded half up. */
    NEAREST_OF_N_PLUS_ONE,
    /** {@code a n}, interpolated. */
    HYNDMAN_FAN_4,
    /** {@code a n + 1/2}, interpolated. */
    HYNDMAN_FAN_5,
    /** {@code a (n + 1)}, interpolated; Commons Math 3's default. */
    HYNDMAN_FAN_6,
    /** {@code 1 + a (n - 1)}, interpolated; R, NumPy and spreadsheet default. */
    HYNDMAN_FAN_7,
    /** {@code a (n + 1/3) + 1/3}, interpolated; median-unbiased. */
    HYNDMAN_FAN_8,
    /** {@code a (n + 1/4) + 3/8}, interpolated. */
    HYNDMAN_FAN_9;

    /** A place between two one-based ranks: {@code (1 - weight) x[rank] + weight x[rank + 1]}. */
    public record Position(int rank, double weight) {}

    /**
     * Exact place of the quantile; whole-number arithmetic throughout.
     *
     * @throws RefusedInputException if the place is outside {@code 1 .. n}: the sample is too small for the level
     */
    public Position position(ConfidenceLevel level, int n) {
        long a = level.numerator();
        long d = level.denominator();
        return switch (this) {
            case FLOOR_PLUS_ONE -> whole(Math.floorDiv(a * n, d) + 1, n, level);
            case CEILING -> whole(-Math.floorDiv(-a * n, d), n, level);
            case NEAREST -> whole(Math.floorDiv(2 * a * n + d, 2 * d), n, level);
            case NEAREST_OF_N_PLUS_ONE -> whole(Math.floorDiv(2 * a * (n + 1L) + d, 2 * d), n, level);
            case HYNDMAN_FAN_4 -> between(a * n, d, n, level);
            case HYNDMAN_FAN_5 -> between(2 * a * n + d, 2 * d, n, level);
            case HYNDMAN_FAN_6 -> between(a * (n + 1L), d, n, level);
            case HYNDMAN_FAN_7 -> between(a * (n - 1L) + d, d, n, level);
            case HYNDMAN_FAN_8 -> between(a * (3L * n + 1) + d, 3 * d, n, level);
            case HYNDMAN_FAN_9 -> between(2 * a * (4L * n + 1) + 3 * d, 8 * d, n, level);
        };
    }

    /** The quantile of an ascending sample. */
    public double quantile(double[] ascending, ConfidenceLevel level) {
        Position position = position(level, ascending.length);
        double low = ascending[position.rank() - 1];
        return position.weight() == 0.0 ? low : low + position.weight() * (ascending[position.rank()] - low);
    }

    private Position whole(long rank, int n, ConfidenceLevel level) {
        if (rank < 1 || rank > n) {
            throw outside(rank, n, level);
        }
        return new Position((int) rank, 0.0);
    }

    private Position between(long numerator, long denominator, int n, ConfidenceLevel level) {
        long rank = Math.floorDiv(numerator, denominator);
        long rest = numerator - rank * denominator;
        if (rank < 1 || rank > n || (rank == n && rest > 0)) {
            throw outside((double) numerator / denominator, n, level);
        }
        return new Position((int) rank, (double) rest / denominator);
    }

    private RefusedInputException outside(double position, int n, ConfidenceLevel level) {
        return new RefusedInputException("the " + level + " quantile by " + this + " sits at place " + position
                + " of a sample of " + n + "; more scenarios or another convention are needed");
    }
}
