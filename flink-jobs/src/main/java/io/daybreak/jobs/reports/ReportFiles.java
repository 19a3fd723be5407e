package io.daybreak.jobs.reports;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.check.Finding;
import io.daybreak.report.output.RenderedFile;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders every report of a night. */
final class ReportFiles {

    /** Stands where a report has no file. */
    static final String NO_FILE = "-";

    private static final int FINDINGS = 20;

    private final ReportCatalog catalog;
    private final Path folder;
    private final FilledFormats formats = FilledFormats.load();

    /** @param folder empty; where to render */
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
        List<Entry> entries = new ArrayList<>();
        for (ReportFormat format : catalog.formats()) {
            if (format.spec().direction() == FormatSpec.Direction.OUT) {
                entries.addAll(one(format, byFormat.getOrDefault(format.id(), Map.of()), folder));
            }
        }
        return entries;
    }

    private List<Entry> one(ReportFormat format, Map<String, ReportQueries.Rows> byGroup, Path aside)
            throws IOException {
        if (byGroup.isEmpty()) {
            return List.of(notApplicable(
                    format, "", formats.whyNot(format.id()).orElse("no query fills it from the night's tables")));
        }
        ReportQueries.Rows header = byGroup.get(ReportQuery.HEADER);
        List<Entry> entries = new ArrayList<>();
        for (String instance : header == null ? List.of("") : header.instances()) {
            Map<String, ReportQueries.Rows> ofInstance = new HashMap<>();
            byGroup.forEach((group, rows) -> ofInstance.put(group, rows.of(instance)));
            entries.addAll(one(format, new ReportRecords(format.input(), ofInstance), instance, aside));
        }
        return entries.isEmpty() ? List.of(notApplicable(format, "", "no record tonight")) : entries;
    }

    private static List<Entry> one(ReportFormat format, ReportRecords records, String instance, Path aside)
            throws IOException {
        if (!records.any()) {
            return List.of(notApplicable(format, instance, "no record tonight"));
        }
        RenderResult result;
        try {
            result = format.render(records.input(), aside);
        } catch (IllegalArgumentException refused) {
            return List.of(new Entry(
                    format.id(),
                    format.spec().authority(),
                    noFile(instance),
                    State.HELD,
                    records.count(),
                    0,
                    NO_FILE,
                    List.of(String.valueOf(refused.getMessage()))));
        }
        List<String> findings = result.findings().stream()
                .limit(FINDINGS)
                .map(Finding::toString)
                .toList();
        if (result.status() == RenderResult.Status.HELD) {
            return List.of(new Entry(
                    format.id(),
                    format.spec().authority(),
                    noFile(instance),
                    State.HELD,
                    result.records(),
                    0,
                    "-",
                    findings));
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

    /** In place of a file's name, different for each instance of a report. */
    private static String noFile(String instance) {
        return instance.isEmpty() ? NO_FILE : NO_FILE + " " + instance;
    }

    private static Entry notApplicable(ReportFormat format, String instance, String reason) {
        return new Entry(
                format.id(),
                format.spec().authority(),
                noFile(instance),
                State.NOT_APPLICABLE,
                0,
                0,
                NO_FILE,
                List.of(reason));
    }
}
