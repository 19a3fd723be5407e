package io.daybreak.risk.scenario;

/**
 * Sixty-four random bits at an address: the {@code counter}-th output of a SplitMix64 sequence whose start is a hash of
 * (seed, stream). No state is advanced, so any address can be read at any time.
 *
 * <p>Reference: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014; the
 * finaliser is D. Stafford's variant 13.
 */
final class CounterBits {
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private CounterBits() {}

    /** Start of the sequence of one stream. */
    static long key(long seed, long stream) {
        return mix(mix(seed + GOLDEN) ^ mix(stream * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L));
    }

    /** Bits number {@code counter} of the sequence that starts at {@code key}. */
    static long at(long key, long counter) {
        return mix(key + counter * GOLDEN);
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A double in the open interval (0, 1): the middle of one of 2^52 equal cells. */
    static double openUnit(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }
}
