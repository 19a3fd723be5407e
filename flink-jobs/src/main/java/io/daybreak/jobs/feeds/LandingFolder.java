package io.daybreak.jobs.feeds;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a feed is written until it is whole, and how it takes the place of an earlier landing: two renames. A crash
 * between them leaves the earlier one aside; the next landing puts it back first.
 *
 * @param staging nobody reads it
 * @param place the feed's own
 */
record LandingFolder(Path staging, Path place) {

    /** An empty staging folder beside the feed's own. */
    static LandingFolder begin(Lake lake, TableSpec feed, LocalDate businessDate) throws IOException {
        Path place = lake.landing(feed, businessDate);
        LandingFolder folder = new LandingFolder(sibling(place, "landing"), place);
        if (!Files.exists(place) && Files.exists(folder.aside())) {
            Files.move(folder.aside(), place, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(folder.staging());
        Files.createDirectories(folder.staging());
        return folder;
    }

    /** Makes what was written the feed's landing. */
    void takePlace() throws IOException {
        delete(aside());
        if (Files.exists(place)) {
            Files.move(place, aside(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
        delete(aside());
    }

    private Path aside() {
        return sibling(place, "replaced");
    }

    private static Path sibling(Path place, String why) {
        return place.resolveSibling("." + why + "-" + place.getFileName());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
