package io.daybreak.jobs.engine;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** A Flink session cluster that runs bounded jobs. */
public final class Cluster implements AutoCloseable {

    private static final int RESTARTS = 3;
    /** For hash tables and sorts, outside the heap, taken as they grow: for each task of a job, shared by the jobs under way. */
    private static final long TASK_MEBIBYTES = 512;

    private static final long LEAST_NETWORK_MEBIBYTES = 96;
    /** Each task holds the least buffers of a sorting shuffle (64 of 32 KiB) for each of its outputs. */
    private static final long SLOT_NETWORK_MEBIBYTES = 32;

    private final @Nullable URI rest;
    private final int parallelism;
    private final List<String> jars;
    private final @Nullable MiniCluster embedded;

    private Cluster(@Nullable URI rest, int parallelism, List<String> jars, @Nullable MiniCluster embedded) {
        this.rest = rest;
        this.parallelism = parallelism;
        this.jars = jars;
        this.embedded = embedded;
    }

    /**
     * Starts a cluster inside this process.
     *
     * @param parallelism number of slots
     * @param scratch folder for spilled data
     */
    public static Cluster embedded(int parallelism, Path scratch) throws Exception {
        return embedded(parallelism, 1, scratch);
    }

    /**
     * Starts a cluster inside this process for several jobs at once.
     *
     * @param parallelism tasks of a job at a time
     * @param jobsAtOnce how many jobs may be under way; each has its own slots
     * @param scratch folder for spilled data
     */
    public static Cluster embedded(int parallelism, int jobsAtOnce, Path scratch) throws Exception {
        int slots = parallelism * jobsAtOnce;
        MemorySize network = MemorySize.ofMebiBytes(Math.max(LEAST_NETWORK_MEBIBYTES, SLOT_NETWORK_MEBIBYTES * slots));
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(CoreOptions.TMP_DIRS, scratch.toString());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(TASK_MEBIBYTES * parallelism));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        configuration.set(NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS, 64);
        configuration.set(JobManagerOptions.ADDRESS, "127.0.0.1");
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(5));
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setCommonBindAddress("127.0.0.1")
                .build());
        cluster.start();
        return new Cluster(cluster.getRestAddress().get(), parallelism, List.of(), cluster);
    }

    /**
     * Talks to a session cluster elsewhere; the jobs' own code is sent along.
     *
     * @param hostAndPort of its REST endpoint, as {@code host:port}
     * @throws IllegalArgumentException if it does not have that form
     */
    public static Cluster remote(String hostAndPort, int parallelism) {
        if (!hostAndPort.matches("[^:/\\s]+:\\d{1,5}")) {
            throw new IllegalArgumentException("cluster address '" + hostAndPort + "' is not HOST:PORT");
        }
        return new Cluster(URI.create("http://" + hostAndPort), parallelism, JobJars.ofThisProcess(), null);
    }

    /**
     * The cluster of the application that this process is the JobManager of: {@code flink run-application} brought it
     * here. Tasks at a time are its {@code parallelism.default}.
     */
    public static Cluster application() {
        int parallelism = StreamExecutionEnvironment.getExecutionEnvironment().getParallelism();
        return new Cluster(null, parallelism, List.of(), null);
    }

    public int parallelism() {
        return parallelism;
    }

    /** Address of the cluster's REST endpoint; empty in an application, which need not call itself. */
    Optional<URI> rest() {
        return Optional.ofNullable(rest);
    }

    /** A fresh environment for one bounded job. */
    public StreamExecutionEnvironment environment() {
        if (rest == null) {
            Configuration configuration = new Configuration();
            configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
            configuration.set(PipelineOptions.OBJECT_REUSE, true);
            return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        }
        Configuration configuration = new Configuration();
        configuration.set(DeploymentOptions.TARGET, "remote");
        configuration.set(DeploymentOptions.ATTACHED, true);
        configuration.set(RestOptions.ADDRESS, rest.getHost());
        configuration.set(RestOptions.PORT, rest.getPort());
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        configuration.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_MAX_PARALLELISM, parallelism);
        // Batch does not restart by default: one lost TaskManager would fail the job.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, embedded == null ? RESTARTS : 0);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
        if (!jars.isEmpty()) {
            configuration.set(PipelineOptions.JARS, jars);
        }
        return new StreamExecutionEnvironment(configuration, Cluster.class.getClassLoader());
    }

    @Override
    public void close() throws Exception {
        if (embedded != null) {
            embedded.close();
        }
    }
}
