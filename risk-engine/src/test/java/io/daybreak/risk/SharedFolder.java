package io.daybreak.risk;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The reference data beside the checkout; a test that needs a file of it skips itself where it is absent. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file under the nearest {@code shared} folder above the working directory. */
    public static Path file(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve(relative);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return abort("shared/" + relative + " is not beside this checkout; the typed-in figures still ran");
    }
}
