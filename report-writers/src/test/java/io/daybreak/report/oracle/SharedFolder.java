package io.daybreak.report.oracle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The folder of official schemas and fixtures beside the project; tests that need it skip themselves where it is absent. */
public final class SharedFolder {

    private SharedFolder() {}

    /** The folder {@code shared/formats}, looked for upwards from the working directory. */
    public static Optional<Path> find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path formats = at.resolve("shared").resolve("formats");
            if (Files.isDirectory(formats)) {
                return Optional.of(formats);
            }
        }
        return Optional.empty();
    }

    /** A file of it; the calling test is skipped where it is absent. */
    public static Path require(String file) {
        Optional<Path> path = find().map(folder -> folder.resolve(file)).filter(Files::exists);
        Assumptions.assumeTrue(path.isPresent(), () -> "shared/formats/" + file + " is not here");
        return path.orElseThrow();
    }
}
