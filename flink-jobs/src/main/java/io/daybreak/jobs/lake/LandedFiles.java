package io.daybreak.jobs.lake;

import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * The data files of a landed feed. Its trailer names them with their sizes, and intake has shown that it tells the truth,
 * so that no folder is listed; one without a trailer is.
 */
final class LandedFiles {

    /** A split for each file, by name; none if nothing landed. */
    static List<FileSourceSplit> splits(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        List<FileSourceSplit> splits = new ArrayList<>();
        Path trailer = new Path(folder, LandingPaths.TRAILER);
        try (FSDataInputStream in = files.open(trailer)) {
            for (Trailer.FileEntry file :
                    Trailer.parse(in.readAllBytes(), trailer.toString()).files()) {
                splits.add(split(new Path(folder, file.name()), file.bytes()));
            }
        } catch (FileNotFoundException e) {
            listed(files, folder, splits);
        }
        splits.sort(Comparator.comparing(FileSourceSplit::splitId));
        return splits;
    }

    private static void listed(FileSystem files, Path folder, List<FileSourceSplit> splits) throws IOException {
        FileStatus[] found;
        try {
            found = files.listStatus(folder);
        } catch (FileNotFoundException e) {
            return;
        }
        for (FileStatus file : found == null ? new FileStatus[0] : found) {
            if (!file.isDir() && LandedSource.isDataFile(file.getPath())) {
                splits.add(split(file.getPath(), file.getLen()));
            }
        }
    }

    private static FileSourceSplit split(Path file, long bytes) {
        return new FileSourceSplit(file.getName(), file, 0, bytes, 0, bytes);
    }

    private LandedFiles() {}
}
