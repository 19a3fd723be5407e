package io.daybreak.emr.simulate;

import io.daybreak.emr.night.Refusal;

/**
 * What an operator changes about every night of a rehearsal.
 *
 * @param volumeFactor volume of every day, on top of the swings
 * @param feedDelaySeconds lateness of every day's feeds, on top of the swings
 * @param spotWatcher on-demand replacements are bought on the notice; otherwise EMR replaces after the loss, on spot
 * @param jobRecovery a JobManager's successor keeps finished work; otherwise the stage starts over
 * @param restartStrategy a lost node costs its work; otherwise (Flink's default in batch) the whole stage
 * @param jobManagersOnDemand node labels keep JobManagers off spot; otherwise they are lost like any node
 */
public record WhatIf(
        double volumeFactor,
        double feedDelaySeconds,
        boolean spotWatcher,
        boolean jobRecovery,
        boolean restartStrategy,
        boolean jobManagersOnDemand) {
    /** As built. */
    public static final WhatIf AS_BUILT = new WhatIf(1, 0, true, false, true, true);

    public WhatIf {
        if (!(volumeFactor > 0) || volumeFactor > 1000) {
            throw Refusal.configuration("volume factor must be above 0 and at most 1000, is " + volumeFactor);
        }
        if (!(feedDelaySeconds >= 0) || feedDelaySeconds > 86_400) {
            throw Refusal.configuration("feed delay must be 0 to 86400 s, is " + feedDelaySeconds);
        }
    }

    /** The same at another volume. */
    public WhatIf withVolumeFactor(double factor) {
        return new WhatIf(factor, feedDelaySeconds, spotWatcher, jobRecovery, restartStrategy, jobManagersOnDemand);
    }

    /** The same with other feed delay. */
    public WhatIf withFeedDelaySeconds(double seconds) {
        return new WhatIf(volumeFactor, seconds, spotWatcher, jobRecovery, restartStrategy, jobManagersOnDemand);
    }
}
