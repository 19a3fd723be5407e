package io.daybreak.emr.spot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.daybreak.emr.launch.CloudFailure.Kind;
import io.daybreak.emr.launch.Clusters.Fleet;
import io.daybreak.emr.launch.FakeClusters;
import io.daybreak.emr.plan.Scaling;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpotWatcherTest {
    private static final String NOTICE = "{\"action\":\"terminate\",\"time\":\"2026-11-21T01:02:03Z\"}";
    private final FakeClusters emr = new FakeClusters();
    private final List<String> log = new ArrayList<>();
    private final List<String> drained = new ArrayList<>();
    private int noticeAtLook = 3;
    private int looks;
    private int drainStatus = 200;

    @SuppressWarnings("NullAway.Init")
    private HttpServer node;

    @SuppressWarnings("NullAway.Init")
    private SpotWatcher watcher;

    @BeforeEach
    void start() throws Exception {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/latest/api/token", exchange -> {
            boolean asked = "PUT".equals(exchange.getRequestMethod())
                    && exchange.getRequestHeaders().containsKey("X-aws-ec2-metadata-token-ttl-seconds");
            answer(exchange, asked ? 200 : 400, "token");
        });
        node.createContext("/latest/meta-data/spot/instance-action", exchange -> {
            boolean allowed = "token".equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"));
            looks++;
            answer(exchange, !allowed ? 401 : looks >= noticeAtLook ? 200 : 404, looks >= noticeAtLook ? NOTICE : "");
        });
        node.createContext("/ws/v1/cluster/nodes/", exchange -> {
            drained.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, drainStatus, "");
        });
        node.start();
        URI uri = URI.create("http://127.0.0.1:" + node.getAddress().getPort());
        watcher = new SpotWatcher(new NodeHttp(uri, uri), emr, seconds -> {}, log::add);
        emr.fleet(new Fleet("if-core", "CORE", 20, 0, 20, 0));
        emr.fleet(new Fleet("if-task", "TASK", 0, 16, 0, 16));
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status, String body)
            throws java.io.IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    private boolean watch() {
        return watcher.watch(10, "j-1", "TASK", 2, "ip-10-0-0-9:8041", new Scaling(20, 60, 60, 20));
    }

    @Test
    void on_the_notice_it_buys_on_demand_and_takes_the_nodes_resources_away() {
        assertThat(watch()).isTrue();

        assertThat(looks).isEqualTo(3);
        assertThat(emr.fleets("j-1").get(1)).isEqualTo(new Fleet("if-task", "TASK", 2, 14, 0, 16));
        assertThat(drained).hasSize(1);
        assertThat(drained.get(0)).contains("/ws/v1/cluster/nodes/ip-10-0-0-9:8041/resource", "\"vCores\":0");
    }

    @Test
    void without_a_notice_it_does_nothing() {
        noticeAtLook = 99;

        assertThat(watch()).isFalse();
        assertThat(looks).isEqualTo(10);
        assertThat(emr.calls).isEmpty();
    }

    @Test
    void throttling_is_waited_out_and_a_denial_leaves_it_to_emr_but_still_drains() {
        emr.nextError("resize", Kind.THROTTLED);
        assertThat(watch()).isTrue();
        assertThat(emr.fleets("j-1").get(1).onDemandTarget()).isEqualTo(2);

        emr.nextError("resize", Kind.DENIED);
        assertThat(watch()).isTrue();
        assertThat(log).anyMatch(line -> line.contains("EMR replaces the node on its own"));
        assertThat(drained).hasSize(2);
    }

    @Test
    void a_resource_manager_that_refuses_does_not_stop_the_answer() {
        drainStatus = 403;

        assertThat(watch()).isTrue();
        assertThat(log).anyMatch(line -> line.contains("does not drain") && line.contains("403"));
        assertThat(emr.fleets("j-1").get(1).onDemandTarget()).isEqualTo(2);
    }

    @Test
    void the_answer_stays_within_the_plans_limit_and_never_lowers_on_demand() {
        Fleet task = new Fleet("t", "TASK", 10, 4, 10, 4);

        assertThat(SpotAnswer.to(task, 2, 20, new Scaling(20, 60, 60, 20))).isEqualTo(new SpotAnswer(12, 2));
        assertThat(SpotAnswer.to(task, 2, 20, new Scaling(20, 31, 31, 20))).isEqualTo(new SpotAnswer(11, 2));
        assertThat(SpotAnswer.to(task, 8, 60, new Scaling(20, 60, 60, 20))).isEqualTo(new SpotAnswer(10, 0));
    }
}
