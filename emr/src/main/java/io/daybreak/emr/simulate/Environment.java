package io.daybreak.emr.simulate;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Refusal;
import java.nio.file.Path;

/**
 * What may happen to a night; seconds and probabilities per night unless said.
 *
 * @param clusterStartSeconds from launch to ready
 * @param scaleUpSeconds from asking for a node to having it
 * @param interruptions reading of the published interruption classes
 * @param sharedReclaimShare share of reclaims that come as an event of the whole pool (one type)
 * @param sharedReclaimReach share of the pool's nodes such an event takes
 * @param noticeSeconds from the interruption notice to the loss
 * @param spotShortageProbability spot fleets cannot be filled at launch: the wait passes, then on-demand
 * @param capacityShortageProbability no on-demand capacity either: the launch is repeated in another zone
 * @param feedLateProbability the feeds are late
 * @param feedLateMeanSeconds mean lateness then, exponential
 * @param volumeSigma log-normal spread of the day's volume
 * @param busyDayProbability month-end and salary days
 * @param busyDayFactor volume on those
 * @param stageSpeedSigma log-normal spread of a stage's work
 * @param stageFailureProbability a stage fails with exit 7 at its end and is submitted again
 * @param jobManagerLossPerHourOnDemand rate at which the node of a stage's JobManager is lost
 * @param jobManagerRecoverySeconds pause of a stage whose JobManager comes back
 * @param filingSeconds from publication to filed: the checker's release
 * @param regionLossProbability the whole region is lost at some time between midnight and 06:00
 * @param failoverDecisionSeconds from the loss to the launch in the second region
 * @param replicationLagSeconds age below which published data is not yet in the second region
 */
public record Environment(
        int schema,
        String name,
        String source,
        Triangle clusterStartSeconds,
        Triangle scaleUpSeconds,
        InterruptionReading interruptions,
        double sharedReclaimShare,
        double sharedReclaimReach,
        double noticeSeconds,
        double spotShortageProbability,
        double capacityShortageProbability,
        double feedLateProbability,
        double feedLateMeanSeconds,
        double volumeSigma,
        double busyDayProbability,
        double busyDayFactor,
        double stageSpeedSigma,
        double stageFailureProbability,
        double jobManagerLossPerHourOnDemand,
        double jobManagerRecoverySeconds,
        Triangle filingSeconds,
        double regionLossProbability,
        double failoverDecisionSeconds,
        double replicationLagSeconds) {

    public Environment {
        if (schema != 1) {
            throw Refusal.configuration("environment has schema " + schema + "; this release reads schema 1");
        }
        probability("sharedReclaimShare", sharedReclaimShare);
        probability("sharedReclaimReach", sharedReclaimReach);
        probability("spotShortageProbability", spotShortageProbability);
        probability("capacityShortageProbability", capacityShortageProbability);
        probability("feedLateProbability", feedLateProbability);
        probability("busyDayProbability", busyDayProbability);
        probability("stageFailureProbability", stageFailureProbability);
        probability("regionLossProbability", regionLossProbability);
        atLeastZero("noticeSeconds", noticeSeconds);
        atLeastZero("feedLateMeanSeconds", feedLateMeanSeconds);
        atLeastZero("volumeSigma", volumeSigma);
        atLeastZero("busyDayFactor", busyDayFactor);
        atLeastZero("stageSpeedSigma", stageSpeedSigma);
        atLeastZero("jobManagerLossPerHourOnDemand", jobManagerLossPerHourOnDemand);
        atLeastZero("jobManagerRecoverySeconds", jobManagerRecoverySeconds);
        atLeastZero("failoverDecisionSeconds", failoverDecisionSeconds);
        atLeastZero("replicationLagSeconds", replicationLagSeconds);
    }

    /** What ships: careful figures. */
    public static Environment shipped() {
        return DataFile.shipped("environment.json", Environment.class);
    }

    /** A file of the operator's. */
    public static Environment at(Path path) {
        return DataFile.at(path, Environment.class);
    }

    /** Nothing happens: the calm night of the plan. */
    public static Environment calm() {
        return new Environment(
                1,
                "calm",
                "nothing happens",
                new Triangle(480, 480, 480),
                new Triangle(330, 330, 330),
                InterruptionReading.NONE,
                0,
                0,
                120,
                0,
                0,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                0,
                new Triangle(0, 0, 0),
                0,
                0,
                0);
    }

    /** The same under another reading of the interruption classes. */
    public Environment withInterruptions(InterruptionReading reading) {
        return new Environment(
                schema,
                name,
                source,
                clusterStartSeconds,
                scaleUpSeconds,
                reading,
                sharedReclaimShare,
                sharedReclaimReach,
                noticeSeconds,
                spotShortageProbability,
                capacityShortageProbability,
                feedLateProbability,
                feedLateMeanSeconds,
                volumeSigma,
                busyDayProbability,
                busyDayFactor,
                stageSpeedSigma,
                stageFailureProbability,
                jobManagerLossPerHourOnDemand,
                jobManagerRecoverySeconds,
                filingSeconds,
                regionLossProbability,
                failoverDecisionSeconds,
                replicationLagSeconds);
    }

    /** The same where the region is lost with this probability. */
    public Environment withRegionLoss(double probability) {
        return new Environment(
                schema,
                name,
                source,
                clusterStartSeconds,
                scaleUpSeconds,
                interruptions,
                sharedReclaimShare,
                sharedReclaimReach,
                noticeSeconds,
                spotShortageProbability,
                capacityShortageProbability,
                feedLateProbability,
                feedLateMeanSeconds,
                volumeSigma,
                busyDayProbability,
                busyDayFactor,
                stageSpeedSigma,
                stageFailureProbability,
                jobManagerLossPerHourOnDemand,
                jobManagerRecoverySeconds,
                filingSeconds,
                probability,
                failoverDecisionSeconds,
                replicationLagSeconds);
    }

    private static void probability(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw Refusal.configuration(key + " must be in [0, 1], is " + value);
        }
    }

    private static void atLeastZero(String key, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw Refusal.configuration(key + " must be finite and at least 0, is " + value);
        }
    }
}
