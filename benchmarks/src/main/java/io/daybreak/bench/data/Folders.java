package io.daybreak.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders whole. Links are not followed. */
public final class Folders {

    /** Deletes a folder with what is in it; nothing happens where there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    /** Copies a folder of plain files and folders. */
    public static void copy(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(from)) {
            paths = walk.sorted().toList();
        }
        for (Path path : paths) {
            Path target = to.resolve(from.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
    }

    /** Data files under a folder: neither hidden nor markers. */
    public static List<Path> dataFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> {
                        String name = path.getFileName().toString();
                        return Files.isRegularFile(path) && !name.startsWith("_") && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        }
    }

    /** Bytes of the data files under a folder. */
    public static long dataBytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : dataFiles(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private Folders() {}
}
