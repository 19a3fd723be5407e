package io.daybreak.jobs.engine;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Daybreak's own code as jars to send with a job; everything else is in a cluster's library folder. */
final class JobJars {

    private static final String OWN_PACKAGE = "io/daybreak";
    private static final String OWN_JAR = "(flink-jobs|risk-engine|report-writers)-.*\\.jar";

    /** Addresses of the jars on this process's class path; a folder of classes is packed into one first. */
    static List<String> ofThisProcess() {
        List<String> jars = new ArrayList<>();
        for (Path entry : classPath()) {
            if (Files.isDirectory(entry) && Files.isDirectory(entry.resolve(OWN_PACKAGE))) {
                jars.add(pack(entry).toUri().toString());
            } else if (own(entry)) {
                jars.add(entry.toUri().toString());
            }
        }
        return List.copyOf(jars);
    }

    /** The rest of this process's class path: what a cluster needs in its library folder. */
    static List<Path> libraries() {
        return classPath().stream()
                .filter(entry -> Files.isRegularFile(entry) && !own(entry))
                .toList();
    }

    private static boolean own(Path entry) {
        return entry.getFileName().toString().matches(OWN_JAR);
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                .toList();
    }

    private static Path pack(Path folder) {
        try {
            Path jar = Files.createTempFile("daybreak-job-", ".jar");
            jar.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out);
                    Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    entries.putNextEntry(
                            new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                    Files.copy(file, entries);
                    entries.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack " + folder, e);
        }
    }

    private JobJars() {}
}
