package io.daybreak.jobs.reports;

import io.daybreak.jobs.objects.LakePath;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reports of one business date: rendered into a hidden folder of the run, and put in place as a whole when the run
 * publishes them. A process that dies at any moment leaves the reports before or the reports after, or, between two
 * renames, none until {@link #publish} is repeated.
 *
 * <p>In a bucket nothing is renamed: they are rendered on this machine's disk and put under {@code run=<attempt>}, where
 * nobody looks until the stage's record says that this attempt is the published one.
 */
final class ReportFolder {

    private final Path filed;
    private final Path staged;
    private final Path before;
    private final boolean inBucket;

    /**
     * @param filed where the reports of the business date belong
     * @param run the run's attempt
     */
    ReportFolder(Path filed, String run) {
        this.inBucket = LakePath.inBucket(filed);
        if (inBucket) {
            this.filed = ofRun(filed, run);
            this.staged = this.filed;
            this.before = this.filed;
            return;
        }
        this.filed = filed;
        this.staged = filed.resolveSibling(stagedPrefix(filed) + run);
        this.before = filed.resolveSibling(".before-" + filed.getFileName());
    }

    /** Where the reports lie that an attempt has published. */
    static Path published(Path filed, int attempt) {
        return LakePath.inBucket(filed) ? ofRun(filed, Integer.toString(attempt)) : filed;
    }

    private static Path ofRun(Path filed, String run) {
        return filed.resolve("run=" + run);
    }

    /** The run's empty folder to render into; what runs that never published left of the date goes. */
    Path stage() throws IOException {
        if (inBucket) {
            return Files.createTempDirectory("daybreak-reports-");
        }
        Files.createDirectories(filed.toAbsolutePath().getParent());
        for (Path left : stagedOfDate()) {
            delete(left);
        }
        return Files.createDirectories(staged);
    }

    /**
     * Makes what was rendered outlive this machine: in a bucket every file is put, on disk they are where they belong.
     *
     * @param rendered what {@link #stage} gave
     * @param names of the files to keep
     */
    void keep(Path rendered, List<String> names) throws IOException {
        if (inBucket) {
            for (String name : names) {
                Files.copy(rendered.resolve(name), staged.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            delete(rendered);
        }
    }

    /**
     * Puts the rendered folder in place; repeating it changes nothing.
     *
     * @throws NightFailure if the folder to publish is gone and was not published
     */
    void publish() throws IOException {
        if (inBucket) {
            return;
        }
        if (Files.isDirectory(staged)) {
            if (Files.isDirectory(filed)) {
                delete(before);
                Files.move(filed, before, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staged, filed, StandardCopyOption.ATOMIC_MOVE);
        } else if (!Files.isDirectory(filed)) {
            throw new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    "the rendered reports are gone before they were published",
                    staged.toString(),
                    0,
                    "find out who removed them, then run with --from reports");
        }
        delete(before);
    }

    private List<Path> stagedOfDate() throws IOException {
        try (Stream<Path> siblings = Files.list(filed.toAbsolutePath().getParent())) {
            return siblings.filter(path -> path.getFileName().toString().startsWith(stagedPrefix(filed)))
                    .toList();
        }
    }

    private static String stagedPrefix(Path filed) {
        return ".staged-" + filed.getFileName() + ".";
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
