package io.daybreak.jobs.intake;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedReader;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at one feed's folder before a byte of its files is read: trailer, names, sizes, and whether a file came before.
 */
final class FeedInspector {

    private final TableSpec table;
    private final Path folder;
    private final LocalDate businessDate;

    FeedInspector(TableSpec table, Path folder, LocalDate businessDate) {
        this.table = table;
        this.folder = folder;
        this.businessDate = businessDate;
    }

    /**
     * Checks the feed and returns its files; none if an optional feed did not come.
     *
     * @param earlier feed and business date under which a file with some hash was taken in before
     * @throws NightFailure {@link ExitCode#INPUT_MISSING} if feed or trailer is not there, {@link ExitCode#DATA_HOLD}
     *     if what is there is not what the trailer and the contract say
     */
    List<LandedPart> inspect(Map<String, String> earlier) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (table.kind() == TableSpec.Kind.LANDED_OPTIONAL) {
                return List.of();
            }
            throw new NightFailure(
                    ExitCode.INPUT_MISSING,
                    "feed " + table.name() + " has not landed",
                    folder.toString(),
                    0,
                    "ask the sender, or land it there with its " + LandingPaths.TRAILER + ", then run with --resume");
        }
        Trailer trailer = trailer();
        checkNames(trailer);
        return parts(trailer, earlier);
    }

    private Trailer trailer() {
        Path path = folder.resolve(LandingPaths.TRAILER);
        if (!Files.isRegularFile(path)) {
            throw new NightFailure(
                    ExitCode.INPUT_MISSING,
                    "feed " + table.name() + " has no trailer: it may still be arriving",
                    path.toString(),
                    0,
                    "wait for the sender's trailer, then run with --resume");
        }
        Trailer trailer;
        try {
            trailer = Trailer.read(folder);
        } catch (IOException e) {
            throw hold(e.getMessage() == null ? "trailer is not readable" : e.getMessage(), path, 1);
        }
        if (!trailer.feed().equals(table.name()) || !trailer.businessDate().equals(businessDate)) {
            throw hold(
                    "trailer is of " + trailer.feed() + " " + trailer.businessDate() + ", not of " + table.name() + " "
                            + businessDate,
                    path,
                    1);
        }
        return trailer;
    }

    private void checkNames(Trailer trailer) throws IOException {
        Set<String> present = new TreeSet<>();
        LandedReader.dataFiles(folder)
                .forEach(file -> present.add(file.getFileName().toString()));
        Set<String> promised = new TreeSet<>();
        trailer.files().forEach(file -> promised.add(file.name()));
        for (String name : promised) {
            if (!present.contains(name)) {
                throw hold("trailer names a file that is not there: " + name, folder.resolve(name), 1);
            }
        }
        for (String name : present) {
            if (!promised.contains(name)) {
                throw hold("file is not in the trailer: " + name, folder.resolve(name), 1);
            }
        }
    }

    private List<LandedPart> parts(Trailer trailer, Map<String, String> earlier) throws IOException {
        List<LandedPart> parts = new ArrayList<>();
        Map<String, String> hashes = new HashMap<>();
        for (Trailer.FileEntry entry : trailer.files()) {
            Path file = folder.resolve(entry.name());
            String before = hashes.put(entry.sha256(), entry.name());
            if (before != null) {
                throw hold("file has the same bytes as " + before + ": delivered twice", file, entry.rows());
            }
            String source = earlier.get(entry.sha256());
            if (source != null && entry.rows() > 0) {
                throw hold(
                        "file has the same bytes as one taken in as " + source + ": delivered twice",
                        file,
                        entry.rows());
            }
            checkSize(file, entry);
            parts.add(LandedPart.of(table.name(), file, entry));
        }
        return parts;
    }

    private void checkSize(Path file, Trailer.FileEntry entry) throws IOException {
        long bytes = Files.size(file);
        if (bytes != entry.bytes()) {
            throw hold(
                    "file has " + bytes + " bytes, the trailer says " + entry.bytes() + ": truncated or changed",
                    file,
                    1);
        }
    }

    private NightFailure hold(String what, Path file, long count) {
        return new NightFailure(
                ExitCode.DATA_HOLD,
                "feed " + table.name() + ": " + what,
                file.toString(),
                count,
                "have the sender deliver it again, then run with --resume");
    }
}
