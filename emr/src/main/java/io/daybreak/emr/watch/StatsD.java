package io.daybreak.emr.watch;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Sends measurements to a StatsD agent, one datagram each; delivery is not confirmed, that is the protocol. */
public final class StatsD implements AutoCloseable {
    private final DatagramSocket socket;
    private final InetSocketAddress agent;

    /** A sender to an agent, usually {@code localhost:8125}; refuses (infrastructure) when no socket can be had. */
    public StatsD(String host, int port) {
        this.agent = new InetSocketAddress(host, port);
        if (agent.isUnresolved()) {
            throw Refusal.configuration("StatsD agent '" + host + "' cannot be resolved");
        }
        try {
            this.socket = new DatagramSocket();
        } catch (IOException e) {
            throw new Refusal(ExitCode.INFRASTRUCTURE, "no socket for StatsD: " + e.getMessage(), e);
        }
    }

    /** Sends one measurement. */
    public void send(Measurement measurement) {
        byte[] line = MetricLines.statsD(measurement).getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(line, line.length, agent));
        } catch (IOException e) {
            throw new Refusal(ExitCode.INFRASTRUCTURE, "cannot send to StatsD at " + agent + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
