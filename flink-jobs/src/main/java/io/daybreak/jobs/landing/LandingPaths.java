package io.daybreak.jobs.landing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Where landed feeds lie in a lake. */
public final class LandingPaths {

    /** Name of a feed's trailer, beside its files. */
    public static final String TRAILER = "_trailer.json";

    /** {@code LAKE/landing/<table>/date=YYYY-MM-DD}. */
    public static Path feed(Path lake, String table, LocalDate businessDate) {
        return lake.resolve("landing").resolve(table).resolve("date=" + businessDate);
    }

    /** {@code part-00000.parquet} and so on. */
    public static String fileName(int number) {
        return String.format(Locale.ROOT, "part-%05d.parquet", number);
    }

    private LandingPaths() {}
}
