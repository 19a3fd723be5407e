package io.daybreak.jobs.cli;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.feeds.FeedLanding;
import io.daybreak.jobs.feeds.FeedsFile;
import io.daybreak.jobs.feeds.LandedFeed;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.NightLock;
import io.daybreak.jobs.stage.NightSettings;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;

/** Lands the day before the night begins, and tells a person what came of every source row. */
final class FeedsConsole {

    /** How the operator's line names the landing. */
    static final String STAGE = "feeds";

    private final PrintStream out;
    private boolean running;

    FeedsConsole(PrintStream out) {
        this.out = out;
    }

    /** Whether a landing was begun and not finished. */
    boolean running() {
        return running;
    }

    void land(FeedsFile feeds, LocalDate date, Lake lake, NightSettings settings, Cluster cluster) throws Exception {
        running = true;
        out.printf("Feeds of %s by %s%n%n", date, feeds.path());
        out.printf("  %-22s %12s %12s %12s %10s  %s%n", "feed", "landed", "used", "outside", "unparsed", "from");
        try (NightLock lock = NightLock.acquire(lake)) {
            new FeedLanding(cluster, lake, settings, this::print).land(feeds, date);
        }
        out.println();
        running = false;
    }

    private void print(LandedFeed feed) {
        if (feed.mappings().isEmpty()) {
            out.printf(Locale.ROOT, "  %-22s %,12d  declared empty%n", feed.feed(), feed.rows());
        }
        for (LandedFeed.Mapped mapping : feed.mappings()) {
            boolean first = true;
            for (LandedFeed.Read read : mapping.sources()) {
                out.printf(
                        Locale.ROOT,
                        "  %-22s %12s %,12d %,12d %,10d  %s%n",
                        first ? feed.feed() : "",
                        first ? String.format(Locale.ROOT, "%,d", mapping.rows()) : "",
                        read.used(),
                        read.outside(),
                        read.unparsed(),
                        mapping.mapping() + ":" + read.source());
                first = false;
            }
        }
    }
}
