package io.daybreak.jobs.cli;

import io.daybreak.jobs.analytics.EmbeddedInsights;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The customer insights database a night writes to: none, one elsewhere, or one kept in the lake and run here. */
final class Insights implements AutoCloseable {

    private static final String NONE = "none";
    private static final String EMBEDDED = "embedded";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final String url;
    private final @Nullable EmbeddedInsights server;

    private Insights(String url, @Nullable EmbeddedInsights server) {
        this.url = url;
        this.server = server;
    }

    /**
     * Opens what was asked for.
     *
     * @param needed whether a stage that writes to it will run; otherwise no server is started
     * @throws NightFailure if the choice is none of the three, or the server does not start
     */
    static Insights open(String choice, Lake lake, boolean needed) {
        if (choice.startsWith(POSTGRESQL)) {
            return new Insights(choice, null);
        }
        if (!choice.equals(NONE) && !choice.equals(EMBEDDED)) {
            throw new NightFailure(
                    ExitCode.CONFIGURATION,
                    "--insights '" + choice + "' is neither 'embedded', 'none' nor a " + POSTGRESQL + " address",
                    "-",
                    0,
                    "give one of the three");
        }
        if (choice.equals(NONE) || !needed) {
            return new Insights("", null);
        }
        if (lake.inBucket()) {
            throw new NightFailure(
                    ExitCode.CONFIGURATION,
                    "the embedded insights database is kept in the lake's folder, and this lake is in a bucket",
                    lake.root().toString(),
                    0,
                    "give --insights " + POSTGRESQL + "//HOST/DATABASE, or --insights none");
        }
        try {
            EmbeddedInsights server = EmbeddedInsights.start(lake);
            return new Insights(server.url(), server);
        } catch (IOException e) {
            throw new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    String.valueOf(e.getMessage()),
                    lake.root().toString(),
                    0,
                    "end the process that holds the database, or run with --insights none, then with --resume",
                    e);
        }
    }

    /** JDBC address; empty for none. */
    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
