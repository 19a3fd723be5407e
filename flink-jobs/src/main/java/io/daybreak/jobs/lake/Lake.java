package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.objects.LakePath;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Where things lie in a lake.
 *
 * @param root the lake's folder, or a prefix of a bucket
 * @param catalog of the published tables
 */
public record Lake(Path root, LakeCatalog catalog) {

    /** Folder names under {@code landing/<table>/} carry the business date. */
    private static final String DATE_FOLDER = "date=";

    public Lake {
        root = root.toAbsolutePath().normalize();
    }

    /** A lake whose folder is its own catalog. */
    public Lake(Path root) {
        this(root, LakeCatalog.FOLDER);
    }

    /** Whether it is in a bucket: nothing is renamed there, and a put is atomic. */
    public boolean inBucket() {
        return LakePath.inBucket(root);
    }

    /** Where a feed of a business date lands. */
    public Path landing(TableSpec table, LocalDate businessDate) {
        return LandingPaths.feed(root, table.name(), businessDate);
    }

    /** Where a feed of a business date lands, by name. */
    public Path landing(LocalDate businessDate, String table) {
        return LandingPaths.feed(root, table, businessDate);
    }

    /** Where all dates of a feed land. */
    public Path landing(TableSpec table) {
        return root.resolve("landing").resolve(table.name());
    }

    /** Iceberg's warehouse. */
    public Path warehouse() {
        return root.resolve("tables");
    }

    /** Records of the runs. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** Records of the runs of one business date. */
    public Path runs(LocalDate businessDate) {
        return runs().resolve(DATE_FOLDER + businessDate);
    }

    /** Regulatory files of a business date. */
    public Path reports(LocalDate businessDate) {
        return root.resolve("reports").resolve(DATE_FOLDER + businessDate);
    }

    /** What was planted in a sample day, so that detection can be scored. Never read by the night. */
    public Path truth(LocalDate businessDate) {
        return root.resolve("truth").resolve(DATE_FOLDER + businessDate);
    }
}
