package io.daybreak.emr.command;

import io.daybreak.emr.aws.EmrClusters;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that talk to EMR. */
final class CloudOptions {
    @Option(
            names = "--run-id",
            paramLabel = "ID",
            required = true,
            description = "id of the run; the same id never makes a second cluster or step")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String runId;

    @Option(names = "--endpoint-url", paramLabel = "URL", description = "send all calls there instead of to AWS")
    @Nullable URI endpoint;

    EmrClusters connect(String region) {
        return EmrClusters.connect(region, Optional.ofNullable(endpoint));
    }
}
