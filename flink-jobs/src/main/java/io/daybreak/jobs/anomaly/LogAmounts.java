package io.daybreak.jobs.anomaly;

/**
 * Histograms of amounts by quarter powers of two: class k of 128 holds amounts from 2^(k/4 - 8) to below 2^((k+1)/4 - 8),
 * the first and last also what lies beyond. Counts add, so a profile can be moved by a day without its rows.
 */
final class LogAmounts {

    static final int CLASSES = 128;

    private static final int PER_OCTAVE = 4;
    private static final int LOWEST_EXPONENT = -8;
    private static final double LN_2 = StrictMath.log(2);

    /** Width of a class in units of the natural logarithm. */
    static final double CLASS_WIDTH_LN = LN_2 / PER_OCTAVE;

    /** Makes the median absolute deviation of a normal sample its standard deviation: 1 / Phi^-1(3/4). */
    static final double NORMAL_CONSISTENCY = 1.4826;

    /**
     * Class of an amount.
     *
     * @param amount in the base currency; what is not positive goes to the first class
     */
    static int classOf(double amount) {
        if (!(amount > 0)) {
            return 0;
        }
        double position = PER_OCTAVE * (StrictMath.log(amount) / LN_2 - LOWEST_EXPONENT);
        return (int) Math.max(0, Math.min(CLASSES - 1, Math.floor(position)));
    }

    /**
     * Median of the logarithm of the amount, taking the bookings of a class as evenly spread over it.
     *
     * @return natural logarithm of the base currency; NaN for a histogram without bookings
     */
    static double median(int[] counts) {
        double half = total(counts) / 2.0;
        double before = 0;
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0 && before + counts[k] >= half) {
                return lower(k) + CLASS_WIDTH_LN * (half - before) / counts[k];
            }
            before += counts[k];
        }
        return Double.NaN;
    }

    /**
     * Spread of the logarithm: {@link #NORMAL_CONSISTENCY} times the median absolute deviation from the median, taking
     * every booking at the middle of its class; at least one class, as the histogram knows no finer.
     *
     * @return in units of the natural logarithm; NaN for a histogram without bookings
     */
    static double spread(int[] counts) {
        double median = median(counts);
        if (Double.isNaN(median)) {
            return median;
        }
        double half = total(counts) / 2.0;
        int below = 0;
        while (below < counts.length && middle(below) < median) {
            below++;
        }
        int above = below;
        below--;
        double within = 0;
        double deviation = 0;
        while (within < half) {
            double down = below >= 0 ? median - middle(below) : Double.POSITIVE_INFINITY;
            double up = above < counts.length ? middle(above) - median : Double.POSITIVE_INFINITY;
            deviation = Math.min(down, up);
            within += down <= up ? counts[below--] : counts[above++];
        }
        return Math.max(NORMAL_CONSISTENCY * deviation, CLASS_WIDTH_LN);
    }

    private static long total(int[] counts) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    private static double lower(int k) {
        return k * CLASS_WIDTH_LN + LOWEST_EXPONENT * LN_2;
    }

    private static double middle(int k) {
        return lower(k) + CLASS_WIDTH_LN / 2;
    }

    private LogAmounts() {}
}
