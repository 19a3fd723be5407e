package io.daybreak.jobs.night;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.oracle.DuckDb;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Delivers a landed day's transactions once more: the same rows, dealt out anew over files. */
final class Splits {

    /**
     * Replaces the transactions of a day by the same rows in another order, cut into files of unequal length.
     *
     * @param seed decides the order of the rows
     */
    static void deliverAgain(Lake lake, LocalDate date, int files, long seed) throws Exception {
        deliver(lake, date, files, "SELECT * EXCLUDE (n) FROM landed ORDER BY hash(n + " + seed + "), n");
    }

    /** Adds, behind all others, copies of some rows that differ from them in their free text alone. */
    static void addTwins(Lake lake, LocalDate date, int twins) throws Exception {
        deliver(
                lake,
                date,
                1,
                "SELECT * EXCLUDE (n) FROM (SELECT * FROM landed UNION ALL BY NAME SELECT * REPLACE ("
                        + "CASE WHEN n % 2 = 0 THEN '0 twin' ELSE 'zz twin' END AS description, n + 1000000 AS n)"
                        + " FROM (FROM landed WHERE transaction_id IS NOT NULL ORDER BY n LIMIT " + twins
                        + ")) ORDER BY n");
    }

    /** Gives every transaction of a day a type that no rule allows. */
    static void spoilAll(Lake lake, LocalDate date) throws Exception {
        deliver(lake, date, 2, "SELECT * EXCLUDE (n) REPLACE ('NEITHER' AS transaction_type) FROM landed ORDER BY n");
    }

    private static void deliver(Lake lake, LocalDate date, int files, String query) throws Exception {
        Path feed = lake.landing(Catalogue.TRANSACTIONS, date);
        Trailer before = Trailer.read(feed);
        Path aside = Files.createDirectories(lake.root().resolve("delivered-again"));
        List<Trailer.FileEntry> entries = new ArrayList<>();
        Map<String, BigDecimal> amounts = new TreeMap<>();
        long rows;
        try (DuckDb duck = new DuckDb()) {
            duck.execute("CREATE TABLE landed AS SELECT *, row_number() OVER () AS n FROM read_parquet('" + feed
                    + "/*.parquet', hive_partitioning = false)");
            duck.execute("CREATE TABLE dealt AS SELECT *, row_number() OVER () - 1 AS place FROM (" + query + ")");
            rows = duck.count("SELECT COUNT(*) FROM dealt");
            List<Long> cuts = cuts(rows, files);
            for (int i = 0; i < files; i++) {
                Path file = aside.resolve(LandingPaths.fileName(i));
                duck.execute("COPY (SELECT * EXCLUDE (place) FROM dealt WHERE place >= " + cuts.get(i) + " AND place < "
                        + cuts.get(i + 1) + " ORDER BY place) TO '" + file + "' (FORMAT parquet)");
                entries.add(entry(file, cuts.get(i + 1) - cuts.get(i)));
            }
            for (String line :
                    duck.rows("SELECT COALESCE(currency, '-'), COALESCE(SUM(amount), 0) FROM dealt GROUP BY 1")) {
                String[] total = line.split("\t");
                amounts.put(total[0], new BigDecimal(total[1]));
            }
        }
        for (Trailer.FileEntry old : before.files()) {
            Files.delete(feed.resolve(old.name()));
        }
        for (Trailer.FileEntry entry : entries) {
            Files.move(aside.resolve(entry.name()), feed.resolve(entry.name()));
        }
        Files.delete(aside);
        new Trailer(before.feed(), before.businessDate(), rows, amounts, entries).write(feed);
    }

    /** Gives every file of every feed the name of another one of its feed, in the folder and in the trailer. */
    static void permuteNames(Lake lake, LocalDate date, long seed) throws IOException {
        for (var table : Catalogue.landed()) {
            Path feed = lake.landing(table, date);
            if (Files.isDirectory(feed)) {
                permuteNames(feed, new Random(seed));
            }
        }
    }

    private static void permuteNames(Path feed, Random random) throws IOException {
        Trailer trailer = Trailer.read(feed);
        List<String> names = new ArrayList<>();
        trailer.files().forEach(file -> names.add(file.name()));
        Collections.shuffle(names, random);
        List<Trailer.FileEntry> renamed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Trailer.FileEntry file = trailer.files().get(i);
            Files.move(feed.resolve(file.name()), feed.resolve(names.get(i) + ".moved"));
            renamed.add(new Trailer.FileEntry(names.get(i), file.bytes(), file.rows(), file.sha256()));
        }
        for (String name : names) {
            Files.move(feed.resolve(name + ".moved"), feed.resolve(name));
        }
        new Trailer(trailer.feed(), trailer.businessDate(), trailer.rows(), trailer.amounts(), renamed).write(feed);
    }

    /** Files grow: of three, the second is twice and the third three times the first. */
    private static List<Long> cuts(long rows, int files) {
        long parts = (long) files * (files + 1) / 2;
        List<Long> cuts = new ArrayList<>();
        for (long i = 0; i <= files; i++) {
            cuts.add(rows * (i * (i + 1) / 2) / parts);
        }
        return cuts;
    }

    private static Trailer.FileEntry entry(Path file, long rows) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Trailer.FileEntry(file.getFileName().toString(), bytes.length, rows, sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Splits() {}
}
