package io.daybreak.jobs.feeds;

import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** Finds the files of a mapping's sources and looks at each before a row of it is used. */
final class SourceFiles {

    /**
     * The files of every source, in the order of the mapping's sources, each source's by name.
     *
     * @throws NightFailure if a source has no file, or a file is not what the mapping says
     */
    static List<List<SourceFile>> of(FeedsFile.Entry entry) throws IOException {
        List<List<SourceFile>> files = new ArrayList<>();
        for (SourceLayout source : entry.mapping().sources()) {
            List<SourceFile> looked = new ArrayList<>();
            for (Path file : find(entry, source.name())) {
                looked.add(look(entry, source, file));
            }
            files.add(List.copyOf(looked));
        }
        return List.copyOf(files);
    }

    private static SourceFile look(FeedsFile.Entry entry, SourceLayout source, Path file) throws IOException {
        try {
            return source.format() == SourceLayout.Format.PARQUET
                    ? ParquetSource.look(file, source)
                    : SourceFile.look(file, source);
        } catch (IllegalArgumentException | ZipException | EOFException e) {
            throw new NightFailure(
                    ExitCode.DATA_HOLD,
                    "source " + source.name() + " of mapping " + entry.mapping().name() + ": " + e.getMessage(),
                    file.toString(),
                    1,
                    "have the sender deliver it again, or change the mapping to what the file is now",
                    e);
        }
    }

    /** A file, every file of a folder, or every file a name with * or ? matches; hidden ones and those with _ aside. */
    private static List<Path> find(FeedsFile.Entry entry, String source) throws IOException {
        Path path = java.util.Objects.requireNonNull(entry.sources().get(source));
        List<Path> found = new ArrayList<>();
        if (Files.isRegularFile(path)) {
            found.add(path);
        } else {
            boolean folder = Files.isDirectory(path);
            Path where = folder ? path : path.getParent();
            PathMatcher matcher = FileSystems.getDefault()
                    .getPathMatcher("glob:" + (folder ? "*" : String.valueOf(path.getFileName())));
            if (where != null && Files.isDirectory(where)) {
                try (Stream<Path> files = Files.list(where)) {
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().matches("[._].*"))
                            .filter(file -> matcher.matches(file.getFileName()))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        if (found.isEmpty()) {
            throw new NightFailure(
                    ExitCode.INPUT_MISSING,
                    "source " + source + " of mapping " + entry.mapping().name() + " has not come",
                    path.toString(),
                    0,
                    "ask the sender, or correct the path in the feeds file, then run again");
        }
        return found;
    }

    private SourceFiles() {}
}
