package io.daybreak.emr.plan;

import io.daybreak.emr.night.Refusal;
import java.util.List;

/**
 * One instance fleet.
 *
 * @param role PRIMARY, CORE or TASK
 * @param types types it may be filled with, first preferred
 * @param onDemandUnits target in weighted units on demand
 * @param spotUnits target in weighted units on spot
 * @param onDemandStrategy EMR's allocation strategy for on-demand
 * @param spotStrategy EMR's allocation strategy for spot
 * @param spotTimeoutMinutes how long to wait for spot at launch before switching to on-demand
 */
public record FleetPlan(
        Role role,
        List<FleetType> types,
        int onDemandUnits,
        int spotUnits,
        String onDemandStrategy,
        String spotStrategy,
        int spotTimeoutMinutes) {

    /** The three fleets of a cluster. */
    public enum Role {
        PRIMARY,
        CORE,
        TASK
    }

    public FleetPlan {
        types = List.copyOf(types);
        if (types.isEmpty() || types.size() > 30) {
            throw Refusal.configuration(
                    "a fleet takes 1 to 30 types (with an allocation strategy), got " + types.size());
        }
        if (onDemandUnits < 0 || spotUnits < 0) {
            throw Refusal.configuration("fleet targets must be at least 0");
        }
        if (spotTimeoutMinutes < 5 || spotTimeoutMinutes > 1440) {
            throw Refusal.configuration("spot timeout must be 5 to 1440 minutes, got " + spotTimeoutMinutes);
        }
    }

    /** Units of both markets. */
    public int units() {
        return onDemandUnits + spotUnits;
    }

    /** Nodes: on-demand of the first type, spot evenly of all. */
    public double nodes() {
        double perSpotUnit = 0;
        for (FleetType type : types) {
            perSpotUnit += 1.0 / type.weight() / types.size();
        }
        return (double) onDemandUnits / preferred().weight() + spotUnits * perSpotUnit;
    }

    /** The type the targets were counted in. */
    public FleetType preferred() {
        return types.get(0);
    }
}
