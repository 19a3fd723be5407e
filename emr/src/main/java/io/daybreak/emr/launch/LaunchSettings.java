package io.daybreak.emr.launch;

import io.daybreak.emr.night.Refusal;
import java.util.List;

/**
 * Where a night runs and under whose rights.
 *
 * @param runId id of the run; all that is sent carries it, so that nothing is sent twice
 * @param date business date, ISO
 * @param lake root of the lake, {@code s3://bucket/prefix}
 * @param artifacts where the job jar and the bootstrap scripts lie, {@code s3://bucket/prefix}
 * @param logs where EMR puts its logs, {@code s3://bucket/prefix}
 * @param serviceRole role EMR acts under
 * @param instanceProfile profile of the nodes; Flink has no other identity (no runtime roles)
 * @param securityConfiguration name of EMR's security configuration: encryption at rest and in transit
 * @param subnets subnets to choose one from at launch, at least one
 */
public record LaunchSettings(
        String runId,
        String date,
        String lake,
        String artifacts,
        String logs,
        String serviceRole,
        String instanceProfile,
        String securityConfiguration,
        List<String> subnets) {

    public LaunchSettings {
        if (!runId.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            throw Refusal.configuration(
                    "run id '" + runId + "' must be 1 to 80 letters, digits, dots, dashes or underscores");
        }
        for (String uri : List.of(lake, artifacts, logs)) {
            if (!uri.matches("s3a?://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?")) {
                throw Refusal.configuration("'" + uri + "' is not an S3 location as s3://bucket/prefix");
            }
        }
        subnets = List.copyOf(subnets);
        if (subnets.isEmpty()) {
            throw Refusal.configuration("a launch needs at least one subnet");
        }
    }

    /** Name of the cluster of this run. */
    public String clusterName() {
        return "daybreak-" + date + "-" + runId;
    }

    /** The job jar. */
    public String jar() {
        return artifacts + "/daybreak-jobs.jar";
    }
}
