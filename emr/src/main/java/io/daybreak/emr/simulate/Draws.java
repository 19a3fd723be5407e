package io.daybreak.emr.simulate;

/**
 * Random numbers by address: the value is a hash of (seed, night, purpose, index), so a draw does not depend on what was
 * drawn before it. The hash is a chain of David Stafford's "Mix13" finalisers of 64-bit words (variant 13 of his 2011
 * table, the one SplittableRandom uses).
 */
final class Draws {
    /** What a number is drawn for. */
    enum Purpose {
        VOLUME,
        BUSY_DAY,
        FEED_IS_LATE,
        FEED_LATENESS,
        CLUSTER_START,
        CAPACITY_SHORTAGE,
        SPOT_SHORTAGE,
        SCALE_UP,
        STAGE_SPEED,
        STAGE_FAILS,
        OWN_RECLAIM,
        POOL_RECLAIM,
        POOL_REACH,
        JOB_MANAGER,
        JOB_MANAGER_ON_SPOT,
        FILING,
        REGION_IS_LOST,
        REGION_LOSS_TIME
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final long night;

    Draws(long seed, long night) {
        this.seed = seed;
        this.night = night;
    }

    /** Uniform in [0, 1). */
    double uniform(Purpose purpose, int index) {
        long word = mix(seed + GOLDEN);
        word = mix(word ^ (night + GOLDEN));
        word = mix(word ^ ((purpose.ordinal() + 1L) << 32 | (index & 0xFFFFFFFFL)));
        return (word >>> 11) * 0x1.0p-53;
    }

    /** Whether an event of this probability happens. */
    boolean happens(double probability, Purpose purpose, int index) {
        return uniform(purpose, index) < probability;
    }

    /** Exponential of this mean; infinite for an infinite mean. */
    double exponential(double mean, Purpose purpose, int index) {
        return -StrictMath.log(1 - uniform(purpose, index)) * mean;
    }

    /** Log-normal with median 1. */
    double logNormal(double sigma, Purpose purpose, int index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(purpose, 2 * index)));
        double normal = radius * StrictMath.cos(2 * StrictMath.PI * uniform(purpose, 2 * index + 1));
        return StrictMath.exp(sigma * normal);
    }

    double triangle(Triangle triangle, Purpose purpose, int index) {
        return triangle.quantile(uniform(purpose, index));
    }

    private static long mix(long word) {
        long z = word;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
