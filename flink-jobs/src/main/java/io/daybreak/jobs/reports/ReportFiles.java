package io.daybreak.jobs.reports;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.check.Finding;
import io.daybreak.report.output.RenderedFile;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renders every report of a night into a folder of its own and puts that folder in place at once. */
final class ReportFiles {

    private static final int FINDINGS = 20;

    private final ReportCatalog catalog;
    private final Path folder;

    /** @param folder where the reports of the business date belong */
    ReportFiles(ReportCatalog catalog, Path folder) {
        this.catalog = catalog;
        this.folder = folder;
    }

    /** What became of a report. */
    enum State {
        VALID,
        HELD,
        NOT_APPLICABLE
    }

    /** One row of the table of report files. */
    record Entry(
            String reportId,
            String authority,
            String fileName,
            State state,
            long records,
            long bytes,
            String sha256,
            List<String> findings) {}

    /**
     * Renders all outbound formats.
     *
     * @param rows by query
     * @return a row per file; one without a file for what is held or not applicable
     */
    List<Entry> render(Map<ReportQuery, ReportQueries.Rows> rows) throws IOException {
        Map<String, Map<String, ReportQueries.Rows>> byFormat = new HashMap<>();
        rows.forEach((query, ofQuery) -> byFormat.computeIfAbsent(query.formatId(), id -> new HashMap<>())
                .put(query.group(), ofQuery));
        Path aside = folder.resolveSibling("." + folder.getFileName() + ".rendering");
        delete(aside);
        Files.createDirectories(aside);
        List<Entry> entries = new ArrayList<>();
        for (ReportFormat format : catalog.formats()) {
            if (format.spec().direction() == FormatSpec.Direction.OUT) {
                entries.addAll(one(format, byFormat.getOrDefault(format.id(), Map.of()), aside));
            }
        }
        replace(aside);
        return entries;
    }

    private static List<Entry> one(ReportFormat format, Map<String, ReportQueries.Rows> byGroup, Path aside)
            throws IOException {
        if (byGroup.isEmpty()) {
            return List.of(without(format, State.NOT_APPLICABLE, "no business of this kind among the night's tables"));
        }
        ReportQueries.Rows header = byGroup.get(ReportQuery.HEADER);
        List<Entry> entries = new ArrayList<>();
        for (String instance : header == null ? List.of("") : header.instances()) {
            Map<String, ReportQueries.Rows> ofInstance = new HashMap<>();
            byGroup.forEach((group, rows) -> ofInstance.put(group, rows.of(instance)));
            entries.addAll(one(format, new ReportRecords(format.input(), ofInstance), aside));
        }
        return entries.isEmpty() ? List.of(without(format, State.NOT_APPLICABLE, "no record tonight")) : entries;
    }

    private static List<Entry> one(ReportFormat format, ReportRecords records, Path aside) throws IOException {
        if (!records.any()) {
            return List.of(without(format, State.NOT_APPLICABLE, "no record tonight"));
        }
        RenderResult result;
        try {
            result = format.render(records.input(), aside);
        } catch (IllegalArgumentException refused) {
            return List.of(without(format, State.HELD, String.valueOf(refused.getMessage())));
        }
        List<String> findings = result.findings().stream()
                .limit(FINDINGS)
                .map(Finding::toString)
                .toList();
        if (result.status() == RenderResult.Status.HELD) {
            return List.of(new Entry(
                    format.id(), format.spec().authority(), "-", State.HELD, result.records(), 0, "-", findings));
        }
        List<Entry> entries = new ArrayList<>();
        for (RenderedFile file : result.files()) {
            entries.add(new Entry(
                    format.id(),
                    format.spec().authority(),
                    file.path().getFileName().toString(),
                    State.VALID,
                    entries.isEmpty() ? result.records() : 0,
                    file.bytes(),
                    file.sha256(),
                    findings));
        }
        return entries;
    }

    private static Entry without(ReportFormat format, State state, String finding) {
        return new Entry(format.id(), format.spec().authority(), "-", state, 0, 0, "-", List.of(finding));
    }

    /** Puts the rendered folder where the reports of the date belong; what an earlier run left there goes. */
    private void replace(Path aside) throws IOException {
        Path before = folder.resolveSibling("." + folder.getFileName() + ".before");
        delete(before);
        if (Files.exists(folder)) {
            Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(before);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
