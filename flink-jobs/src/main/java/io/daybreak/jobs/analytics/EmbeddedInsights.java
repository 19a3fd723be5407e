package io.daybreak.jobs.analytics;

import io.daybreak.jobs.lake.Lake;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL server of this process whose data is kept in the lake, under {@code insights/}. */
public final class EmbeddedInsights implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedInsights(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server on a free port of this machine; the first start of a lake creates its data.
     *
     * @throws IOException if it does not start, e.g. because another process holds the lake's database
     */
    public static EmbeddedInsights start(Lake lake) throws IOException {
        Path folder = lake.root().resolve("insights");
        Files.createDirectories(folder);
        try {
            return new EmbeddedInsights(EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_LIMIT)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IllegalStateException e) {
            throw new IOException(
                    "the insights database of lake " + lake.root() + " did not start: " + e.getMessage()
                            + ". Next: end the process that holds it, or name another with --insights",
                    e);
        }
    }

    /** Its address, for {@link InsightsDatabase#at}. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
