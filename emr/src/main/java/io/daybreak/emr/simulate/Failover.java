package io.daybreak.emr.simulate;

import io.daybreak.emr.night.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rehearsal shows of nights whose region was lost.
 *
 * @param nights nights that were hit
 * @param published those published by the deadline all the same
 * @param filed those filed by 09:00
 * @param recoverySeconds from the loss to a cluster ready in the second region (RTO)
 * @param lostSeconds age below which published data was not there (RPO)
 * @param usd cost of such a night
 */
public record Failover(
        int nights, Proportion published, Proportion filed, Spread recoverySeconds, double lostSeconds, Spread usd) {
    private static final double FILING_DEADLINE_SECONDS = 9 * 3600;

    /**
     * The nights of an outcome that were hit.
     *
     * @throws Refusal (configuration) when none was: play more, or with a higher probability
     */
    public static Failover of(Outcome outcome, Environment environment, double deadlineSeconds) {
        List<NightResult> hit = new ArrayList<>();
        for (NightResult night : outcome.results()) {
            if (night.regionLost()) {
                hit.add(night);
            }
        }
        if (hit.isEmpty()) {
            throw Refusal.configuration("no region was lost in " + outcome.nights() + " nights; play more");
        }
        double[] recovery = new double[hit.size()];
        double[] usd = new double[hit.size()];
        int published = 0;
        int filed = 0;
        for (int i = 0; i < hit.size(); i++) {
            NightResult night = hit.get(i);
            recovery[i] = night.readySeconds() - night.regionLostAt();
            usd[i] = night.usd();
            published += night.finishSeconds() <= deadlineSeconds ? 1 : 0;
            filed += night.filedSeconds() <= FILING_DEADLINE_SECONDS ? 1 : 0;
        }
        return new Failover(
                hit.size(),
                Proportion.of(published, hit.size()),
                Proportion.of(filed, hit.size()),
                Spread.of(recovery),
                environment.replicationLagSeconds(),
                Spread.of(usd));
    }
}
