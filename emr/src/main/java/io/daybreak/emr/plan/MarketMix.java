package io.daybreak.emr.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import io.daybreak.emr.night.Refusal;
import java.util.Locale;

/** Which part of a cluster is bought on spot. */
public enum MarketMix {
    /** Nothing on spot. */
    ON_DEMAND(0, 0),
    /** Core on demand, task on spot: the floor meets the deadline, the rest is bonus. */
    SPOT_TASK(0, 1),
    /** The brief's C1: half of core and all of task on spot. */
    SPOT_BRIEF(0.5, 1),
    /** Everything on spot but the primary and the core nodes that hold the JobManagers. */
    SPOT_MOST(1, 1);

    private final double coreSpotShare;
    private final double taskSpotShare;

    MarketMix(double coreSpotShare, double taskSpotShare) {
        this.coreSpotShare = coreSpotShare;
        this.taskSpotShare = taskSpotShare;
    }

    double coreSpotShare() {
        return coreSpotShare;
    }

    double taskSpotShare() {
        return taskSpotShare;
    }

    /** The name used on the command line. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mix of a name; refuses (configuration) any other. */
    public static MarketMix fromText(String text) {
        for (MarketMix each : values()) {
            if (each.text().equals(text)) {
                return each;
            }
        }
        throw Refusal.configuration("market mix '" + text + "' is none of on-demand, spot-task, spot-brief, spot-most");
    }
}
