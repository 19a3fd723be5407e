package io.daybreak.jobs.anomaly;

/** Histograms of bookings by hour of the day, 24 classes, UTC. */
final class HoursOfDay {

    static final int CLASSES = 24;

    /**
     * Share of the bookings at an hour or one hour beside it, around the clock.
     *
     * @param hour 0 to 23
     * @return 0 to 1; NaN for a histogram without bookings
     */
    static double shareAround(int[] counts, int hour) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        long near = (long) counts[(hour + CLASSES - 1) % CLASSES] + counts[hour] + counts[(hour + 1) % CLASSES];
        return total == 0 ? Double.NaN : (double) near / total;
    }

    private HoursOfDay() {}
}
