package io.daybreak.emr.plan;

import io.daybreak.emr.night.Refusal;

/**
 * What a plan may use and has to reach.
 *
 * @param coreMin fewest core nodes, at least 1
 * @param coreMax most core nodes
 * @param taskMax most task nodes
 * @param deadlineSeconds latest publication, seconds after the business midnight
 * @param reserveSeconds how long before the deadline a calm night has to be done
 * @param longestSeconds longest a calm night may take end to end
 * @param strictWindows whether stages wait for the brief's windows (C3) or use them as priorities only
 * @param highlyAvailablePrimary three primaries instead of one
 * @param concurrentJobs Flink applications that have to fit side by side
 */
public record Limits(
        int coreMin,
        int coreMax,
        int taskMax,
        int deadlineSeconds,
        int reserveSeconds,
        int longestSeconds,
        boolean strictWindows,
        boolean highlyAvailablePrimary,
        int concurrentJobs) {

    /** The brief's E1, S2 and S3: core 10-50, task 0-100, done by 06:00 and within 4 h, an hour in hand. */
    public static final Limits BRIEF = new Limits(10, 50, 100, 6 * 3600, 3600, 4 * 3600, false, false, 11);

    public Limits {
        if (coreMin < 1 || coreMax < coreMin || taskMax < 0) {
            throw Refusal.configuration("limits need 1 <= core min <= core max and task max >= 0, got core " + coreMin
                    + "-" + coreMax + ", task 0-" + taskMax);
        }
        if (deadlineSeconds <= reserveSeconds || reserveSeconds < 0 || longestSeconds <= 0) {
            throw Refusal.configuration("deadline of " + deadlineSeconds
                    + " s after midnight leaves nothing after a reserve of " + reserveSeconds + " s");
        }
        if (concurrentJobs < 1 || concurrentJobs > 256) {
            throw Refusal.configuration(
                    "concurrent jobs must be 1 to 256 (EMR's step concurrency), got " + concurrentJobs);
        }
    }

    /** The same with other bounds on the nodes. */
    public Limits withNodes(int newCoreMin, int newCoreMax, int newTaskMax) {
        return new Limits(
                newCoreMin,
                newCoreMax,
                newTaskMax,
                deadlineSeconds,
                reserveSeconds,
                longestSeconds,
                strictWindows,
                highlyAvailablePrimary,
                concurrentJobs);
    }

    /** The same with another deadline. */
    public Limits withDeadlineSeconds(int seconds) {
        return new Limits(
                coreMin,
                coreMax,
                taskMax,
                seconds,
                reserveSeconds,
                longestSeconds,
                strictWindows,
                highlyAvailablePrimary,
                concurrentJobs);
    }

    /** Latest second after midnight at which a calm night has to be done. */
    public int calmFinishSeconds() {
        return strictWindows
                ? deadlineSeconds - reserveSeconds / 6
                : Math.min(deadlineSeconds - reserveSeconds, longestSeconds);
    }
}
