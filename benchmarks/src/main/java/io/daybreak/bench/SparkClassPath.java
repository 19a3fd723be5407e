package io.daybreak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class path of the Spark peer: its jar and what its build resolved. Nothing of Daybreak's is on it. */
final class SparkClassPath {

    /**
     * Reads it from the peer's build folder.
     *
     * @throws IOException if the peer was not built there
     */
    static String under(Path target) throws IOException {
        Path file = target.resolve("run.classpath");
        if (!Files.isRegularFile(file)) {
            throw new IOException("no Spark peer at " + target + ": no " + file.getFileName()
                    + ". Next: mvn -Ppeers -pl benchmarks/spark package");
        }
        return classes(target) + ":" + Files.readString(file).strip();
    }

    private static Path classes(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(path -> path.getFileName().toString().matches("bench-spark-.*\\.jar"))
                    .toList();
            return jars.isEmpty() ? target.resolve("classes") : jars.get(0);
        }
    }

    private SparkClassPath() {}
}
