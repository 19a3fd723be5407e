package io.daybreak.jobs.sample;

/**
 * Addressed randomness: the bits at a place, not the next bits of a stream. A key names a row, a field names one draw of
 * it; both go through the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), whose output at successive multiples of the golden gamma passes BigCrush.
 */
final class Draw {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FIELD_GAMMA = 0xD1342543DE82EF95L;
    private static final double UNIT = 0x1.0p-53;

    /** The key of one table under one seed. */
    static long table(long seed, String name) {
        long key = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < name.length(); i++) {
            key = mix(key ^ name.charAt(i)) + GOLDEN_GAMMA;
        }
        return key;
    }

    /** The key of one row of a table, or of one part of a row. */
    static long key(long parent, long index) {
        return mix(parent + (index + 1) * GOLDEN_GAMMA);
    }

    static long bits(long key, int field) {
        return mix(key + (field + 1) * FIELD_GAMMA);
    }

    /** Uniform in [0, 1). */
    static double unit(long key, int field) {
        return (bits(key, field) >>> 11) * UNIT;
    }

    /** Uniform in 0 .. bound - 1; the bias is below bound / 2^32. */
    static int below(long key, int field, int bound) {
        return (int) ((bits(key, field) >>> 32) * bound >>> 32);
    }

    /** Uniform in 0 .. bound - 1 for bounds up to 2^53. */
    static long below(long key, int field, long bound) {
        return Math.min((long) (unit(key, field) * bound), bound - 1);
    }

    /**
     * About standard normal: the sum of four uniforms, scaled. Symmetric, variance 1, never beyond 3.47; enough for
     * amounts, not for market moves.
     */
    static double bell(long key, int field) {
        long bits = bits(key, field);
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum - 131_070) * (1.0 / 37_837.2);
    }

    /** Standard normal by the Box-Muller transform; uses the given field and the next one. */
    static double normal(long key, int field) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(key, field)));
        return radius * StrictMath.cos(2 * Math.PI * unit(key, field + 1));
    }

    /** Student-t with four degrees of freedom scaled to variance 1; uses the given field and the seven next ones. */
    static double studentT4(long key, int field) {
        double chiSquare = -2 * (StrictMath.log(1 - unit(key, field + 2)) + StrictMath.log(1 - unit(key, field + 3)));
        return normal(key, field) / StrictMath.sqrt(chiSquare / 4) / StrictMath.sqrt(2);
    }

    /** Index of the first cumulative weight above the draw; the last weight is the total. */
    static int pick(long key, int field, int[] cumulative) {
        int at = below(key, field, cumulative[cumulative.length - 1]);
        int index = 0;
        while (cumulative[index] <= at) {
            index++;
        }
        return index;
    }

    /** Running sums of weights, for {@link #pick}. */
    static int[] cumulative(int... weights) {
        int[] sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    private Draw() {}
}
