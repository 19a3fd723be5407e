package io.daybreak.jobs.reports;

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
 */
final class ReportFolder {

    private final Path filed;
    private final Path staged;
    private final Path before;

    /**
     * @param filed where the reports of the business date belong
     * @param run the run's attempt
     */
    ReportFolder(Path filed, String run) {
        this.filed = filed;
        this.staged = filed.resolveSibling(stagedPrefix(filed) + run);
        this.before = filed.resolveSibling(".before-" + filed.getFileName());
    }

    /** The run's empty folder to render into; what runs that never published left of the date goes. */
    Path stage() throws IOException {
        Files.createDirectories(filed.toAbsolutePath().getParent());
        for (Path left : stagedOfDate()) {
            delete(left);
        }
        return Files.createDirectories(staged);
    }

    /**
     * Puts the rendered folder in place; repeating it changes nothing.
     *
     * @throws NightFailure if the folder to publish is gone and was not published
     */
    void publish() throws IOException {
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
