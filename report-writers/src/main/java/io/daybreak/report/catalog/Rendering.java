package io.daybreak.report.catalog;

import io.daybreak.report.check.Findings;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.output.RenderedFile;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One rendering: aside first, into place only when all is well. */
final class Rendering {

    private Rendering() {}

    static RenderResult render(FormatSpec spec, Engine.Writer writer, ReportInput input, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        Path aside = Files.createTempDirectory(directory, ".rendering-");
        try {
            List<Path> written = new ArrayList<>();
            Findings findings = new Findings();
            Engine.Outcome outcome = writer.write(input, name -> open(aside, name, written), findings);
            boolean held = findings.errors() > 0;
            return new RenderResult(
                    spec.id(),
                    held ? RenderResult.Status.HELD : RenderResult.Status.WRITTEN,
                    held ? List.of() : publish(written, directory),
                    outcome.records(),
                    outcome.totals(),
                    findings.errors(),
                    findings.warnings(),
                    findings.kept());
        } finally {
            delete(aside);
        }
    }

    private static Path open(Path aside, String name, List<Path> written) throws IOException {
        Path path = aside.resolve(name).normalize();
        if (name.isEmpty() || !aside.equals(path.getParent()) || written.contains(path)) {
            throw new IOException("file name '" + name + "' is empty, leaves the directory or was used already");
        }
        written.add(path);
        return path;
    }

    private static List<RenderedFile> publish(List<Path> written, Path directory) throws IOException {
        List<RenderedFile> files = new ArrayList<>();
        for (Path path : written) {
            Path target = directory.resolve(path.getFileName());
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            files.add(RenderedFile.of(target));
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(folder);
    }
}
