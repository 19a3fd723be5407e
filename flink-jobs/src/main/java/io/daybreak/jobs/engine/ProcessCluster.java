package io.daybreak.jobs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * A Flink session cluster of separate processes on the loopback interface: one JobManager and some TaskManagers, as on
 * a real cluster, without a distribution to install. The cluster's libraries are this process's own; jobs bring
 * Daybreak's code with them.
 */
public final class ProcessCluster {

    private static final String JOB_MANAGER = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 300;
    private static final String PIDS = "pids";

    private final Path folder;
    private final int restPort;

    private ProcessCluster(Path folder, int restPort) {
        this.folder = folder;
        this.restPort = restPort;
    }

    /** Where to send jobs, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + restPort;
    }

    /**
     * Starts the processes and waits until their slots are there.
     *
     * @param folder for configuration, logs, spilled data and process numbers
     * @param moduleFlags the JVM's module flags that Flink needs
     * @throws IOException if a process does not come up; its log is in the folder
     */
    public static ProcessCluster start(Path folder, int taskManagers, int slotsEach, List<String> moduleFlags)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int restPort = freePort();
        Map<String, String> settings = settings(folder, restPort, slotsEach);
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(
                conf.resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(e -> e.getKey() + ": \"" + e.getValue() + "\"\n")
                        .collect(Collectors.joining()));
        ProcessCluster cluster = new ProcessCluster(folder, restPort);
        List<Long> pids = new ArrayList<>();
        try {
            pids.add(cluster.launch("jobmanager", List.of("-Xmx400m"), JOB_MANAGER, List.of(), moduleFlags));
            TaskExecutorProcessSpec memory =
                    TaskExecutorProcessUtils.processSpecFromConfig(Configuration.fromMap(settings));
            List<String> jvm = words(ProcessMemoryUtils.generateJvmParametersStr(memory));
            List<String> dynamic = words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
            for (int i = 1; i <= taskManagers; i++) {
                pids.add(cluster.launch("taskmanager-" + i, jvm, TASK_MANAGER, dynamic, moduleFlags));
            }
            Files.write(folder.resolve(PIDS), pids.stream().map(String::valueOf).toList());
            cluster.awaitSlots(taskManagers * slotsEach);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            pids.forEach(ProcessCluster::kill);
            throw e;
        }
    }

    /** Ends the processes of a cluster started in a folder. */
    public static void stop(Path folder) throws IOException {
        Path pids = folder.resolve(PIDS);
        if (Files.isRegularFile(pids)) {
            for (String pid : Files.readAllLines(pids)) {
                kill(Long.parseLong(pid));
            }
            Files.delete(pids);
        }
    }

    private static Map<String, String> settings(Path folder, int restPort, int slotsEach) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("jobmanager.rpc.address", "127.0.0.1");
        settings.put("jobmanager.rpc.port", Integer.toString(freePort()));
        settings.put("jobmanager.bind-host", "127.0.0.1");
        settings.put("jobmanager.memory.process.size", "900m");
        settings.put("taskmanager.bind-host", "127.0.0.1");
        settings.put("taskmanager.host", "127.0.0.1");
        settings.put("taskmanager.memory.process.size", "1500m");
        settings.put("taskmanager.memory.jvm-metaspace.size", "320m");
        settings.put("taskmanager.numberOfTaskSlots", Integer.toString(slotsEach));
        settings.put("rest.address", "127.0.0.1");
        settings.put("rest.bind-address", "127.0.0.1");
        settings.put("rest.port", Integer.toString(restPort));
        settings.put("taskmanager.memory.network.min", "192m");
        settings.put("taskmanager.memory.network.max", "192m");
        // The default of 512 buffers for every result is meant for large shuffles; a stage here has dozens of small
        // ones.
        settings.put("taskmanager.network.sort-shuffle.min-buffers", "64");
        settings.put("heartbeat.timeout", "30000");
        settings.put("restart-strategy.type", "fixed-delay");
        settings.put(
                "io.tmp.dirs", Files.createDirectories(folder.resolve("tmp")).toString());
        settings.put("classloader.check-leaked-classloader", "false");
        return settings;
    }

    private long launch(String name, List<String> jvm, String main, List<String> arguments, List<String> moduleFlags)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(moduleFlags);
        command.addAll(jvm);
        Path tmp = Files.createDirectories(folder.resolve("tmp").resolve(name));
        command.add("-Djava.io.tmpdir=" + tmp);
        command.add("-Duser.timezone=UTC");
        command.add("-cp");
        command.add(JobJars.libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
        command.addAll(List.of("--configDir", folder.resolve("conf").toString()));
        command.addAll(arguments);
        File log = folder.resolve(name + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .pid();
    }

    private void awaitSlots(int wanted) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address() + "/overview"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (long waited = 0; waited < START_LIMIT.toMillis(); waited += POLL_MILLIS) {
            try {
                JsonNode overview = new ObjectMapper()
                        .readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                                .body());
                if (overview.path("slots-available").asInt() >= wanted) {
                    return;
                }
            } catch (IOException notYet) {
                // the endpoint opens when the JobManager is up
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IOException("the cluster did not offer " + wanted + " slots in " + START_LIMIT.toSeconds()
                + " s; its logs are in " + folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> words(String text) {
        return List.of(text.trim().split("\\s+"));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
}
