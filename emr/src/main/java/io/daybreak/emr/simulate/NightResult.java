package io.daybreak.emr.simulate;

/**
 * One night as it went; seconds after the business midnight.
 *
 * @param night its number in the rehearsal
 * @param finishSeconds when the last stage was published; infinite when the deadline rule ended it first
 * @param filedSeconds when the reports were filed
 * @param usd what it cost
 * @param volumeFactor the day's volume over the planned one
 * @param feedsSeconds when the feeds were complete
 * @param readySeconds when the cluster was ready
 * @param interruptions spot nodes lost
 * @param spotNodes spot nodes it had at launch
 * @param recomputedSlotSeconds work done twice
 * @param stageRestarts stages submitted again
 * @param stages stages it ran
 * @param regionLostAt when the region was lost; infinite when it was not
 * @param held share of slot time, from ready to finish, that stages held
 */
public record NightResult(
        int night,
        double finishSeconds,
        double filedSeconds,
        double usd,
        double volumeFactor,
        double feedsSeconds,
        double readySeconds,
        int interruptions,
        int spotNodes,
        double recomputedSlotSeconds,
        int stageRestarts,
        int stages,
        double regionLostAt,
        double held) {

    /** Whether the region was lost while the night was going. */
    public boolean regionLost() {
        return !Double.isInfinite(regionLostAt);
    }

    /** The main reason this night was longer than a calm one, in words. */
    public String mainCause(double calmFinishSeconds) {
        if (regionLost()) {
            return "region lost";
        }
        double late = Math.max(0, feedsSeconds);
        double start = Math.max(0, readySeconds - late);
        double volume = Math.max(0, volumeFactor - 1) * calmFinishSeconds;
        double rest = Double.isInfinite(finishSeconds) ? 0 : finishSeconds - calmFinishSeconds - late - start - volume;
        double most = Math.max(Math.max(late, start), Math.max(volume, rest));
        if (most < 60) {
            return "calm";
        }
        if (most == late) {
            return "feeds late";
        }
        if (most == start) {
            return "cluster started late";
        }
        if (most == volume) {
            return "large day";
        }
        return stageRestarts > 0 ? "stage submitted again" : interruptions > 0 ? "spot nodes lost" : "slow stages";
    }
}
