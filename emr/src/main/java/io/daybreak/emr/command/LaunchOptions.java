package io.daybreak.emr.command;

import io.daybreak.emr.launch.LaunchSettings;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say where a night runs and under whose rights; the defaults are the names the template creates. */
final class LaunchOptions {
    @Option(names = "--lake", paramLabel = "S3URI", description = "root of the lake (default: ${DEFAULT-VALUE})")
    String lake = "s3://daybreak-lake/lake";

    @Option(
            names = "--artifacts",
            paramLabel = "S3URI",
            description = "job jar and bootstrap scripts (default: ${DEFAULT-VALUE})")
    String artifacts = "s3://daybreak-artifacts/current";

    @Option(names = "--logs", paramLabel = "S3URI", description = "EMR's logs (default: ${DEFAULT-VALUE})")
    String logs = "s3://daybreak-logs/emr";

    @Option(
            names = "--service-role",
            paramLabel = "NAME",
            description = "role EMR acts under (default: ${DEFAULT-VALUE})")
    String serviceRole = "daybreak-emr-service";

    @Option(
            names = "--instance-profile",
            paramLabel = "NAME",
            description = "profile of the nodes (default: ${DEFAULT-VALUE})")
    String instanceProfile = "daybreak-job";

    @Option(
            names = "--security-configuration",
            paramLabel = "NAME",
            description = "EMR security configuration (default: ${DEFAULT-VALUE})")
    String securityConfiguration = "daybreak";

    @Option(
            names = "--subnet",
            paramLabel = "ID",
            split = ",",
            description = "subnets to choose one from (default: ${DEFAULT-VALUE})")
    List<String> subnets = List.of("subnet-00000000");

    LaunchSettings settings(String runId, String date) {
        return new LaunchSettings(
                runId, date, lake, artifacts, logs, serviceRole, instanceProfile, securityConfiguration, subnets);
    }
}
