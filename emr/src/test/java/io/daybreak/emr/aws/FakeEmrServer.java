package io.daybreak.emr.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** EMR's JSON protocol on loopback: clusters and steps in memory, pages of two, and the next errors a test wants. */
public final class FakeEmrServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 2;

    /** An answer instead of the right one; status 0 closes the connection. */
    private record Planned(int status, String type, String message, boolean executed) {}

    private final HttpServer server;
    private final Map<String, ObjectNode> clusters = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> steps = new HashMap<>();
    private final Map<String, Deque<Planned>> planned = new HashMap<>();
    private final Map<String, List<JsonNode>> requests = new HashMap<>();
    private final ArrayNode fleets = JSON.createArrayNode();
    private final double firstCreation;
    private boolean stepsSucceedAtOnce;

    /** A server whose clusters are created a second apart, from this time on. */
    public FakeEmrServer(Instant firstCreation) throws IOException {
        this.firstCreation = firstCreation.getEpochSecond();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next call of an operation is refused with an AWS error. */
    public void nextError(String operation, int status, String type, String message) {
        planned.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(new Planned(status, type, message, false));
    }

    /** The next call of an operation is executed and the connection closed instead of an answer. */
    public void nextLostAnswer(String operation) {
        planned.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(new Planned(0, "", "", true));
    }

    public void stepsSucceedAtOnce() {
        stepsSucceedAtOnce = true;
    }

    public synchronized List<JsonNode> requests(String operation) {
        return List.copyOf(requests.getOrDefault(operation, List.of()));
    }

    public synchronized List<String> stepNames() {
        List<String> names = new ArrayList<>();
        steps.values()
                .forEach(all -> all.forEach(step -> names.add(step.at("/Name").asText())));
        return names;
    }

    public synchronized String state(String clusterId) {
        return cluster(clusterId).at("/Status/State").asText();
    }

    public synchronized void failSteps(String containing, String message) {
        steps.values()
                .forEach(all -> all.forEach(step -> {
                    if (step.at("/Name").asText().contains(containing)) {
                        ObjectNode status = (ObjectNode) step.get("Status");
                        status.put("State", "FAILED");
                        status.putObject("FailureDetails")
                                .put("Reason", "Unknown Error.")
                                .put("Message", message)
                                .put("LogFile", "s3://logs/x");
                    }
                }));
    }

    public synchronized void fleet(String id, String type, int onDemand, int spot) {
        fleets.addObject()
                .put("Id", id)
                .put("InstanceFleetType", type)
                .put("TargetOnDemandCapacity", onDemand)
                .put("TargetSpotCapacity", spot);
    }

    private ObjectNode cluster(String id) {
        return Objects.requireNonNull(clusters.get(id), id);
    }

    private List<ObjectNode> stepsOf(String clusterId) {
        return Objects.requireNonNull(steps.get(clusterId), clusterId);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = String.valueOf(target).replace("ElasticMapReduce.", "");
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        Planned instead;
        ObjectNode result = JSON.createObjectNode();
        synchronized (this) {
            requests.computeIfAbsent(operation, o -> new ArrayList<>()).add(request);
            instead = planned.getOrDefault(operation, new ArrayDeque<>()).poll();
            if (instead == null || instead.executed()) {
                execute(operation, request, result);
            }
        }
        if (instead == null) {
            send(exchange, 200, result);
        } else if (instead.status() == 0) {
            exchange.close();
        } else {
            send(
                    exchange,
                    instead.status(),
                    JSON.createObjectNode().put("__type", instead.type()).put("Message", instead.message()));
        }
    }

    private void execute(String operation, JsonNode request, ObjectNode result) {
        switch (operation) {
            case "RunJobFlow" -> runJobFlow(request, result);
            case "ListClusters" -> page(new ArrayList<>(clusters.values()), request, result, "Clusters");
            case "DescribeCluster" ->
                result.set("Cluster", cluster(request.at("/ClusterId").asText()));
            case "ListSteps" -> {
                List<ObjectNode> newestFirst =
                        new ArrayList<>(stepsOf(request.at("/ClusterId").asText()));
                Collections.reverse(newestFirst);
                page(newestFirst, request, result, "Steps");
            }
            case "AddJobFlowSteps" -> addSteps(request, result);
            case "TerminateJobFlows" ->
                request.at("/JobFlowIds")
                        .forEach(id -> ((ObjectNode) cluster(id.asText()).get("Status")).put("State", "TERMINATED"));
            case "ListInstanceFleets" -> result.set("InstanceFleets", fleets);
            case "ModifyInstanceFleet" -> modify(request);
            default -> throw new UncheckedIOException(new IOException("no operation " + operation));
        }
    }

    private void runJobFlow(JsonNode request, ObjectNode result) {
        String id = "j-" + (clusters.size() + 1);
        ObjectNode cluster = JSON.createObjectNode()
                .put("Id", id)
                .put("Name", request.at("/Name").asText());
        ObjectNode status = cluster.putObject("Status").put("State", "WAITING");
        status.putObject("Timeline").put("CreationDateTime", firstCreation + clusters.size());
        clusters.put(id, cluster);
        steps.put(id, new ArrayList<>());
        result.put("JobFlowId", id);
    }

    private void addSteps(JsonNode request, ObjectNode result) {
        List<ObjectNode> all = stepsOf(request.at("/JobFlowId").asText());
        ArrayNode ids = result.putArray("StepIds");
        for (JsonNode step : request.at("/Steps")) {
            ObjectNode added = JSON.createObjectNode()
                    .put("Id", "s-" + all.size())
                    .put("Name", step.at("/Name").asText());
            added.putObject("Status").put("State", stepsSucceedAtOnce ? "COMPLETED" : "RUNNING");
            all.add(added);
            ids.add(added.at("/Id").asText());
        }
    }

    private void modify(JsonNode request) {
        for (JsonNode fleet : fleets) {
            if (fleet.at("/Id")
                    .asText()
                    .equals(request.at("/InstanceFleet/InstanceFleetId").asText())) {
                ((ObjectNode) fleet)
                        .put(
                                "TargetOnDemandCapacity",
                                request.at("/InstanceFleet/TargetOnDemandCapacity")
                                        .asInt());
                ((ObjectNode) fleet)
                        .put(
                                "TargetSpotCapacity",
                                request.at("/InstanceFleet/TargetSpotCapacity").asInt());
            }
        }
    }

    private static void page(List<ObjectNode> all, JsonNode request, ObjectNode result, String name) {
        int from = request.at("/Marker").asText("").isEmpty()
                ? 0
                : Integer.parseInt(request.at("/Marker").asText());
        ArrayNode page = result.putArray(name);
        for (int i = from; i < Math.min(all.size(), from + PAGE); i++) {
            page.add(all.get(i));
        }
        if (from + PAGE < all.size()) {
            result.put("Marker", Integer.toString(from + PAGE));
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
