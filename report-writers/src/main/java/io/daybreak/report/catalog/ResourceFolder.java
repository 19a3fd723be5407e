package io.daybreak.report.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A folder of resources that can be listed, in a jar or on disk: how a specification is found by being there. */
public final class ResourceFolder {

    private final Class<?> anchor;
    private final String marker;

    /**
     * The folder that holds a marker file.
     *
     * @param anchor a class of the same jar
     * @param marker the marker file's path below the anchor's package; its folder is the one listed
     */
    public ResourceFolder(Class<?> anchor, String marker) {
        this.anchor = anchor;
        this.marker = marker;
    }

    private URL markerUrl() throws IOException {
        URL url = anchor.getResource(marker);
        if (url == null) {
            throw new FileNotFoundException("resource '" + marker + "' beside " + anchor.getName());
        }
        return url;
    }

    /** Names of all files below the folder, relative to it, sorted. */
    public List<String> files() throws IOException {
        URL url = markerUrl();
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            String entry = jar.getEntryName();
            String prefix = entry.substring(0, entry.lastIndexOf('/') + 1);
            try (JarFile file = jar.getJarFile()) {
                return file.stream()
                        .map(java.util.zip.ZipEntry::getName)
                        .filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
                        .map(name -> name.substring(prefix.length()))
                        .sorted()
                        .toList();
            }
        }
        return filesOnDisk(url);
    }

    private static List<String> filesOnDisk(URL url) throws IOException {
        Path folder;
        try {
            folder = Path.of(new URI(url.toString())).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IOException("resource address " + url, e);
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Opens a file of the folder. */
    public InputStream open(String file) throws IOException {
        String folder = marker.substring(0, marker.lastIndexOf('/') + 1);
        InputStream content = anchor.getResourceAsStream(folder + file);
        if (content == null) {
            throw new FileNotFoundException("resource '" + folder + file + "' beside " + anchor.getName());
        }
        return content;
    }
}
