package io.daybreak.jobs.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Public data sets that are not part of the project: tests that need them skip themselves where they are absent. */
public final class SharedData {

    /** A folder of the shared data; skips the test, saying so, if it is not there. */
    public static Path folder(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared").resolve("data").resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        Assumptions.abort("no folder ../shared/data/" + name + " beside the project: nothing to compare with");
        throw new IllegalStateException("aborted");
    }

    private SharedData() {}
}
