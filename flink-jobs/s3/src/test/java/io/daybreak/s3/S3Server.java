package io.daybreak.s3;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An S3 server on the loopback interface, as a process of its own: S3Proxy over a folder. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "night-lake";

    private static final long POLL_MILLIS = 100;
    private static final int POLLS = 600;

    private final Process process;
    private final Path folder;
    private final int port;

    private S3Server(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server with one empty bucket and waits until it answers. */
    static S3Server start(Path folder) throws Exception {
        int port = freePort();
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve(BUCKET));
        Path settings = folder.resolve("s3proxy.properties");
        Files.write(
                settings,
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + System.getenv("AWS_ACCESS_KEY_ID"),
                        "s3proxy.credential=" + System.getenv("AWS_SECRET_ACCESS_KEY"),
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + data));
        Path log = folder.resolve("logback.xml");
        Files.writeString(
                log,
                "<configuration><appender name='out' class='ch.qos.logback.core.ConsoleAppender'><encoder><pattern>"
                        + "%d %level %logger %msg%n</pattern></encoder></appender><root level='warn'><appender-ref"
                        + " ref='out'/></root></configuration>");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dlogback.configurationFile=" + log,
                        "-cp",
                        Files.readString(Path.of("server/target/server.classpath")),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        S3Server server = new S3Server(process, folder, port);
        server.await();
        return server;
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** The folder behind the bucket. */
    Path bucket() {
        return folder.resolve("data").resolve(BUCKET);
    }

    private void await() throws Exception {
        for (int poll = 0; poll < POLLS; poll++) {
            if (!process.isAlive()) {
                break;
            }
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) URI.create(endpoint() + "/").toURL().openConnection();
                connection.getResponseCode();
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
        process.destroyForcibly();
        throw new IOException("S3Proxy did not answer: " + Files.readString(folder.resolve("s3proxy.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
