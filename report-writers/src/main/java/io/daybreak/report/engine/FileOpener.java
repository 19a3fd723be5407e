package io.daybreak.report.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Gives engines the files they write: new ones in a working directory nobody else reads. */
@FunctionalInterface
public interface FileOpener {

    /**
     * A new file's path.
     *
     * @throws IOException if a file of that name has been opened already or the name leaves the directory
     */
    Path open(String name) throws IOException;
}
