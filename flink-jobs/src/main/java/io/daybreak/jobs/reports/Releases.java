package io.daybreak.jobs.reports;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.lake.PublishedReader;
import io.daybreak.jobs.run.RecordedStage;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.output.RenderedFile;
import io.daybreak.report.release.ContentHash;
import io.daybreak.report.release.Decision;
import io.daybreak.report.release.Release;
import io.daybreak.report.release.Release.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;

/**
 * The reports of a business date on their way out. The night prepares them in the name of the setting {@code
 * reportMaker}; another person approves what a report holds, to the byte; only then is it released, which puts its files
 * into the outbox. Who did what is kept in {@code releases/date=D/<id>.json} under the lake.
 */
public final class Releases {

    private final Lake lake;
    private final LocalDate date;
    private final Map<String, List<Record>> rows;
    private final Signature maker;
    private final Path filed;

    private Releases(Lake lake, LocalDate date, int attempt, Map<String, List<Record>> rows, Signature maker) {
        this.lake = lake;
        this.date = date;
        this.filed = ReportFolder.published(lake.reports(date), attempt);
        this.rows = rows;
        this.maker = maker;
    }

    /**
     * A report of the date and where it stands.
     *
     * @param state VALID, HELD or NOT_APPLICABLE, as the night found it
     * @param records in all its files
     * @param files names; none if held or not applicable
     * @param findings what the checks found
     * @param release where it stands on its way out; empty if there is nothing to release
     */
    public record Line(
            String id,
            String state,
            long records,
            List<String> files,
            List<String> findings,
            Optional<Release> release) {

        public Line {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }
    }

    /**
     * The reports that are published for a business date.
     *
     * @throws NightFailure {@link ExitCode#INPUT_MISSING} if no run published reports of that date
     */
    public static Releases of(Lake lake, LocalDate date) throws IOException {
        RunStore store = new RunStore(lake);
        RecordedStage recorded = store.latest(date, Integer.MAX_VALUE, "reports")
                .orElseThrow(() -> new NightFailure(
                        ExitCode.INPUT_MISSING,
                        "no run has published reports of " + date,
                        lake.reports(date).toString(),
                        0,
                        "./daybreak night --date " + date + " --lake " + lake.root()));
        RunManifest manifest = store.manifest(date, recorded.attempt())
                .orElseThrow(() -> new IOException("run " + date + "." + recorded.attempt() + " has no manifest"));
        Path record = store.folder(date, recorded.attempt()).resolve("stage-reports.json");
        Signature maker = new Signature(
                manifest.settings().reportMaker(),
                Files.getLastModifiedTime(record).toInstant());
        return new Releases(lake, date, recorded.attempt(), rows(lake, date), maker);
    }

    /** Every report, by identifier. */
    public List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String id : rows.keySet()) {
            lines.add(line(id));
        }
        return List.copyOf(lines);
    }

    /**
     * One report.
     *
     * @throws NightFailure {@link ExitCode#USAGE} if the night knows no such report
     */
    public Line line(String id) throws IOException {
        List<Record> ofReport = known(id);
        List<String> findings = new ArrayList<>();
        for (Record row : ofReport) {
            ((List<?>) row.getField("findings")).forEach(finding -> findings.add(String.valueOf(finding)));
        }
        List<String> states = ofReport.stream().map(row -> text(row, "state")).toList();
        boolean whole = states.contains("VALID") && !states.contains("HELD");
        return new Line(
                id,
                states.contains("HELD") ? "HELD" : whole ? "VALID" : "NOT_APPLICABLE",
                records(ofReport),
                ofReport.stream()
                        .map(row -> text(row, "file_name"))
                        .filter(name -> !name.startsWith(ReportFiles.NO_FILE))
                        .toList(),
                findings,
                whole ? Optional.of(current(id)) : Optional.empty());
    }

    /**
     * Approves a report as its files are now.
     *
     * @throws NightFailure {@link ExitCode#DATA_HOLD} if the report is held, {@link ExitCode#APPROVAL_MISSING} if this
     *     person may not approve it or its files are not what the night wrote
     */
    public Line approve(String id, Signature checker) throws IOException {
        Line line = toRelease(id);
        Release release = line.release().orElseThrow();
        keep(
                id,
                granted(
                        id,
                        release.approve(checker, onDisk(line)),
                        "./daybreak reports status --date " + date + " shows where it stands"));
        return line(id);
    }

    /**
     * Releases an approved report: its files are put into the outbox.
     *
     * @throws NightFailure {@link ExitCode#APPROVAL_MISSING} if nobody approved what the files hold now
     */
    public Line release(String id) throws IOException {
        Line line = toRelease(id);
        Release release = line.release().orElseThrow();
        if (release.state() != Release.State.RELEASED) {
            Release released = granted(
                    id,
                    release.release(onDisk(line)),
                    "./daybreak reports approve " + id + " --date " + date + " --by NAME");
            copyOut(line);
            keep(id, released);
        }
        return line(id);
    }

    /** Where released files wait for their transport. */
    public Path outbox() {
        return lake.root().resolve("outbox").resolve("date=" + date);
    }

    private Line toRelease(String id) throws IOException {
        Line line = line(id);
        if (line.release().isEmpty()) {
            boolean held = line.state().equals("HELD");
            throw new NightFailure(
                    held ? ExitCode.DATA_HOLD : ExitCode.USAGE,
                    id + " is " + line.state()
                            + (line.findings().isEmpty()
                                    ? ""
                                    : ": " + line.findings().get(0)),
                    lake.reports(date).toString(),
                    line.findings().size(),
                    held
                            ? "mend what the findings name, then run the night with --from reports"
                            : "nothing to release");
        }
        return line;
    }

    private Release granted(String id, Decision decision, String next) {
        if (decision instanceof Decision.Refused refused) {
            throw new NightFailure(ExitCode.APPROVAL_MISSING, refused.reason(), id, 1, next);
        }
        return ((Decision.Granted) decision).release();
    }

    /** The release of what the night wrote: as it is kept, or prepared; a correction if an earlier one left the house. */
    private Release current(String id) throws IOException {
        RenderResult report = written(id);
        List<Release> kept = file(id).read();
        Release last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (last != null && last.content().equals(ContentHash.of(report.files()))) {
            return last;
        }
        List<Release> gone = outOfHouse(kept);
        Decision prepared = gone.isEmpty()
                ? Release.prepare(report, date, maker)
                : Release.prepareAfter(report, gone.get(gone.size() - 1), Release.Purpose.CORRECTION, maker);
        return granted(id, prepared, "nothing to do");
    }

    private void keep(String id, Release release) throws IOException {
        List<Release> kept = new ArrayList<>(outOfHouse(file(id).read()));
        kept.add(release);
        file(id).write(kept);
    }

    private static List<Release> outOfHouse(List<Release> releases) {
        return releases.stream()
                .filter(release -> switch (release.state()) {
                    case RELEASED, ACKNOWLEDGED, REJECTED -> true;
                    case PREPARED, APPROVED, VOID -> false;
                })
                .toList();
    }

    private ReleaseFile file(String id) {
        return new ReleaseFile(
                lake.root().resolve("releases").resolve("date=" + date).resolve(id + ".json"));
    }

    /** The report as the night recorded it. */
    private RenderResult written(String id) {
        List<Record> ofReport = known(id);
        List<RenderedFile> files = ofReport.stream()
                .filter(row -> text(row, "state").equals("VALID"))
                .map(row -> new RenderedFile(
                        filed.resolve(text(row, "file_name")), (Long) row.getField("byte_count"), text(row, "sha256")))
                .toList();
        return new RenderResult(id, RenderResult.Status.WRITTEN, files, records(ofReport), Map.of(), 0, 0, List.of());
    }

    /** The hash of the files as they are now. */
    private ContentHash onDisk(Line line) throws IOException {
        List<RenderedFile> files = new ArrayList<>();
        for (String name : line.files()) {
            Path path = filed.resolve(name);
            if (!Files.isRegularFile(path)) {
                throw new NightFailure(
                        ExitCode.APPROVAL_MISSING,
                        "a file of " + line.id() + " is gone",
                        path.toString(),
                        1,
                        "run the night with --from reports");
            }
            files.add(RenderedFile.of(path));
        }
        return ContentHash.of(files);
    }

    private void copyOut(Line line) throws IOException {
        Files.createDirectories(outbox());
        for (String name : line.files()) {
            if (lake.inBucket()) {
                Files.copy(filed.resolve(name), outbox().resolve(name), StandardCopyOption.REPLACE_EXISTING);
                continue;
            }
            Path aside = outbox().resolve("." + name);
            Files.copy(filed.resolve(name), aside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    aside, outbox().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<Record> known(String id) {
        List<Record> ofReport = rows.get(id);
        if (ofReport == null) {
            throw new NightFailure(
                    ExitCode.USAGE,
                    "the night of " + date + " knows no report '" + id + "'",
                    "-",
                    0,
                    "./daybreak reports status --date " + date + " shows them");
        }
        return ofReport;
    }

    private static long records(List<Record> ofReport) {
        return ofReport.stream()
                .mapToLong(row -> (Long) row.getField("record_count"))
                .sum();
    }

    private static Map<String, List<Record>> rows(Lake lake, LocalDate date) throws IOException {
        TableSpec spec = Catalogue.table("report_files");
        Map<String, List<Record>> rows = new TreeMap<>();
        try (PublishedCatalog catalog = new PublishedCatalog(lake)) {
            PublishedReader.read(
                    catalog.address(spec),
                    catalog.publishedSnapshot(spec),
                    date.toString(),
                    spec.columnNames(),
                    row -> rows.computeIfAbsent(text(row, "report_id"), id -> new ArrayList<>())
                            .add(row.copy()));
        }
        rows.values().forEach(ofReport -> ofReport.sort(Comparator.comparing(row -> text(row, "file_name"))));
        return rows;
    }

    private static String text(Record row, String column) {
        return String.valueOf(row.getField(column));
    }
}
