package io.daybreak.jobs.sql;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code .sql} files of a resource folder, by name. Found by listing: a new file needs no registration. */
public final class SqlFolder {

    /**
     * Reads {@code sql/<name>/*.sql} from the class path.
     *
     * @throws IllegalArgumentException if there is no such folder, or a file in it is malformed
     */
    public static List<SqlFile> read(String name) {
        String resource = "sql/" + name;
        URL url = SqlFolder.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IllegalArgumentException("no folder " + resource + " on the class path");
        }
        try {
            if (url.getProtocol().equals("jar")) {
                URI jar = URI.create(url.toString().substring(0, url.toString().indexOf('!')));
                try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                    return readAll(files.getPath(resource), resource);
                }
            }
            return readAll(Path.of(url.toURI()), resource);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("cannot read " + resource + ": " + e.getMessage(), e);
        }
    }

    private static List<SqlFile> readAll(Path folder, String resource) throws IOException {
        List<SqlFile> read = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".sql"))
                    .sorted((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .toList()) {
                read.add(SqlFile.parse(resource + "/" + path.getFileName(), Files.readString(path)));
            }
        }
        return List.copyOf(read);
    }

    private SqlFolder() {}
}
