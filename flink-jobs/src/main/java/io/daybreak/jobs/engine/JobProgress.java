package io.daybreak.jobs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/** Waits for a job and tells, while waiting, how many records it has read or handed on. */
public final class JobProgress {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long POLL_MILLIS = 500;

    private final Cluster cluster;
    private final HttpClient http = HttpClient.newHttpClient();

    public JobProgress(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Waits until the job is done.
     *
     * @param records told the number of records seen by the busiest vertex, about twice a second
     * @throws Exception what made the job fail
     */
    public void await(JobClient job, LongConsumer records) throws Exception {
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        while (true) {
            try {
                result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                records.accept(recordsOf(job));
                return;
            } catch (TimeoutException stillRunning) {
                records.accept(recordsOf(job));
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }
    }

    private long recordsOf(JobClient job) throws InterruptedException {
        Optional<URI> rest = cluster.rest();
        if (rest.isEmpty()) {
            return 0;
        }
        URI uri = rest.get().resolve("/jobs/" + job.getJobID());
        try {
            HttpResponse<byte[]> response =
                    http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
            long most = 0;
            for (JsonNode vertex : JSON.readTree(response.body()).path("vertices")) {
                JsonNode metrics = vertex.path("metrics");
                most = Math.max(most, metrics.path("read-records").asLong());
                most = Math.max(most, metrics.path("write-records").asLong());
            }
            return most;
        } catch (IOException unreachable) {
            // Progress is a courtesy: the job's own result says whether the cluster is there.
            return 0;
        }
    }
}
