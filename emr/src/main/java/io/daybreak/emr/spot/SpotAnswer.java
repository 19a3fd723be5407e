package io.daybreak.emr.spot;

import io.daybreak.emr.launch.Clusters.Fleet;
import io.daybreak.emr.plan.Scaling;

/**
 * New targets of a fleet that is about to lose spot units.
 *
 * @param onDemandUnits target on demand: the old one and the units lost, within the plan's limit
 * @param spotUnits target on spot: the old one less the units lost, so that the market is not asked for the same again
 */
public record SpotAnswer(int onDemandUnits, int spotUnits) {

    /** The answer for a fleet; other fleets' on-demand targets count towards the limit. */
    public static SpotAnswer to(Fleet fleet, int lostUnits, int onDemandElsewhere, Scaling scaling) {
        int room = Math.max(0, scaling.maximumOnDemandUnits() - onDemandElsewhere);
        int onDemand = Math.max(fleet.onDemandTarget(), Math.min(fleet.onDemandTarget() + lostUnits, room));
        return new SpotAnswer(onDemand, Math.max(0, fleet.spotTarget() - lostUnits));
    }
}
