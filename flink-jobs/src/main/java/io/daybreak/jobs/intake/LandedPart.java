package io.daybreak.jobs.intake;

import io.daybreak.jobs.landing.Trailer;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * One file that is there and promised, as a task is handed it.
 *
 * @param table of the contract
 * @param uri where the file is, for a task that reads it elsewhere
 * @param shown how messages name it
 * @param bytes size, by the trailer and by the file system alike
 * @param rows promised
 * @param sha256 promised
 */
record LandedPart(String table, String uri, String shown, long bytes, long rows, String sha256)
        implements Serializable {

    static LandedPart of(String table, Path file, Trailer.FileEntry entry) {
        return new LandedPart(
                table, file.toUri().toString(), file.toString(), entry.bytes(), entry.rows(), entry.sha256());
    }
}
