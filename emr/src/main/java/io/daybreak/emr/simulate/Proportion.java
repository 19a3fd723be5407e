package io.daybreak.emr.simulate;

/**
 * A proportion with its 95 % Wilson score interval: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927). It does not collapse at 0 or 1.
 *
 * @param value successes over trials
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Proportion(double value, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** The proportion of successes among at least one trial. */
    static Proportion of(int successes, int trials) {
        double p = (double) successes / trials;
        double zz = Z * Z / trials;
        double centre = (p + zz / 2) / (1 + zz);
        double half = Z / (1 + zz) * Math.sqrt(p * (1 - p) / trials + zz / (4 * trials));
        return new Proportion(p, successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }
}
