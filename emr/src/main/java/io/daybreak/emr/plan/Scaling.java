package io.daybreak.emr.plan;

/**
 * Limits of EMR managed scaling in fleet units: the on-demand limit is also the room a spot failover grows into.
 *
 * @param minimumUnits never fewer
 * @param maximumUnits never more
 * @param maximumOnDemandUnits never more on demand; equal to the maximum, so that a bad spot night can be bought out of
 * @param maximumCoreUnits never more on core; task nodes scale, core stays
 */
public record Scaling(int minimumUnits, int maximumUnits, int maximumOnDemandUnits, int maximumCoreUnits) {}
