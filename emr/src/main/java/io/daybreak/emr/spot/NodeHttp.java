package io.daybreak.emr.spot;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What the watcher asks over HTTP: the instance's metadata service (version 2) and YARN's resource manager. */
public final class NodeHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI metadata;
    private final URI resourceManager;

    /**
     * A node's view.
     *
     * @param metadata {@code http://169.254.169.254} on EC2
     * @param resourceManager {@code http://PRIMARY:8088}
     */
    public NodeHttp(URI metadata, URI resourceManager) {
        this.metadata = metadata;
        this.resourceManager = resourceManager;
    }

    /** EC2's interruption notice, as it words it; empty while there is none. */
    public Optional<String> notice() {
        HttpResponse<String> token = send(HttpRequest.newBuilder(metadata.resolve("/latest/api/token"))
                .timeout(PATIENCE)
                .header("X-aws-ec2-metadata-token-ttl-seconds", "300")
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build());
        if (token.statusCode() != 200) {
            throw new Refusal(
                    ExitCode.INFRASTRUCTURE,
                    "metadata service at " + metadata + " gives no token: HTTP " + token.statusCode());
        }
        HttpResponse<String> action =
                send(HttpRequest.newBuilder(metadata.resolve("/latest/meta-data/spot/instance-action"))
                        .timeout(PATIENCE)
                        .header("X-aws-ec2-metadata-token", token.body())
                        .build());
        return switch (action.statusCode()) {
            case 200 -> Optional.of(action.body());
            case 404 -> Optional.empty();
            default ->
                throw new Refusal(
                        ExitCode.INFRASTRUCTURE,
                        "metadata service at " + metadata + " answers HTTP " + action.statusCode());
        };
    }

    /** Takes all resources from a YARN node, so that no container starts on it; running ones are left alone. */
    public void drain(String yarnNode) {
        String body = "{\"resource\":{\"memory\":0,\"vCores\":0},\"overCommitTimeout\":-1}";
        HttpResponse<String> answer = send(HttpRequest.newBuilder(
                        resourceManager.resolve("/ws/v1/cluster/nodes/" + yarnNode + "/resource?user.name=yarn"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new Refusal(
                    ExitCode.INFRASTRUCTURE,
                    "resource manager at " + resourceManager + " does not drain " + yarnNode + ": HTTP "
                            + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(ExitCode.INFRASTRUCTURE, "no answer from " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ExitCode.INFRASTRUCTURE, "interrupted while asking " + request.uri(), e);
        }
    }
}
