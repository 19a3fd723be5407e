package io.daybreak.jobs.page;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.night.NightGraph;
import io.daybreak.jobs.run.RecordedStage;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.Balance;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the {@link NightSummary} of a run: the records it left, the small published tables read as they are, and one
 * job over the large ones. Shows what is published for the business date, whether this run published it or an earlier
 * one; a table that was not published leaves its section empty.
 */
public final class NightFigures {

    private final NightGraph graph;
    private final Cluster cluster;
    private final Lake lake;

    public NightFigures(NightGraph graph, Cluster cluster, Lake lake) {
        this.graph = graph;
        this.cluster = cluster;
        this.lake = lake;
    }

    /**
     * The figures of a run, finished or not.
     *
     * @throws IOException if the run left no manifest or something published cannot be read
     */
    public NightSummary collect(LocalDate businessDate, int attempt, Ending ending) throws Exception {
        return collect(businessDate, attempt, ending, null);
    }

    /** The same with what was asked of S3. */
    public NightSummary collect(
            LocalDate businessDate, int attempt, Ending ending, NightSummary.@Nullable RequestLine requests)
            throws Exception {
        RunStore store = new RunStore(lake);
        RunManifest manifest = store.manifest(businessDate, attempt)
                .orElseThrow(() -> new IOException("run " + businessDate + "." + attempt + " has no manifest in "
                        + store.folder(businessDate, attempt)));
        Map<String, RecordedStage> recorded = new LinkedHashMap<>();
        Set<String> published = new TreeSet<>();
        for (Stage stage : graph.stages()) {
            String name = stage.spec().name();
            store.latest(businessDate, attempt, name).ifPresent(found -> {
                recorded.put(name, found);
                found.record().outputs().forEach(output -> published.add(output.table()));
            });
        }
        List<NightSummary.BalanceLine> balance = balance(recorded, ending);
        try (PublishedCatalog catalog = new PublishedCatalog(lake)) {
            DayQueries queries =
                    DayQueries.run(context(businessDate, attempt, manifest.settings(), catalog, published), published);
            SectionFigures figures =
                    new SectionFigures(new SmallTables(catalog, businessDate.toString(), published), queries);
            List<NightSummary.ReportLine> reports = figures.reports();
            ExitCode exitCode = exitCode(ending, reports, recorded.get("reports"), attempt);
            return new NightSummary(
                    NightSummary.SCHEMA,
                    manifest.runId(),
                    businessDate.toString(),
                    manifest.settings().institutionName(),
                    manifest.settings().baseCurrency(),
                    exitCode.code(),
                    exitCode.name(),
                    balance.stream().allMatch(NightSummary.BalanceLine::balanced),
                    ending.seconds(),
                    failure(ending),
                    stages(recorded, businessDate, attempt, ending),
                    balance,
                    figures.feeds(manifest.feeds()),
                    figures.transactions(balance),
                    figures.anomalies(),
                    figures.risk(),
                    figures.credit(),
                    figures.capital(),
                    figures.alerts(),
                    reports,
                    figures.segments(),
                    notRun(published),
                    new NightSummary.Comparison(manifest.comparedWith(), manifest.comparison()),
                    requests,
                    manifest.settings(),
                    manifest.version());
        }
    }

    private StageContext context(
            LocalDate businessDate,
            int attempt,
            NightSettings settings,
            PublishedCatalog catalog,
            Set<String> published) {
        List<TableSpec> tables = published.stream().map(Catalogue::table).toList();
        return new StageContext(
                new StageSpec("summary", StageClass.CRITICAL, "figures of the night", tables, List.of(), List.of()),
                businessDate,
                settings,
                lake,
                catalog,
                cluster,
                new RunStore(lake).folder(businessDate, attempt),
                "",
                records -> {});
    }

    /** A night that finished but wrote a report it holds is a hold: the rest of it stands. */
    private static ExitCode exitCode(
            Ending ending, List<NightSummary.ReportLine> reports, @Nullable RecordedStage written, int attempt) {
        if (ending.failure() != null) {
            return ending.failure().exitCode();
        }
        boolean tonight = written != null && written.attempt() == attempt;
        return tonight && reports.stream().anyMatch(NightSummary.ReportLine::held) ? ExitCode.DATA_HOLD : ExitCode.GOOD;
    }

    private static NightSummary.@Nullable Failure failure(Ending ending) {
        NightFailure failure = ending.failure();
        return failure == null
                ? null
                : new NightSummary.Failure(
                        failure.exitCode().code(),
                        failure.exitCode().name(),
                        ending.stage(),
                        failure.what(),
                        failure.file(),
                        failure.count(),
                        failure.next(),
                        failure.exitCode().whoActs());
    }

    private List<NightSummary.StageLine> stages(
            Map<String, RecordedStage> recorded, LocalDate businessDate, int attempt, Ending ending) {
        List<NightSummary.StageLine> lines = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            StageSpec spec = stage.spec();
            RecordedStage found = recorded.get(spec.name());
            boolean failed = ending.failure() != null && spec.name().equals(ending.stage());
            String state =
                    failed ? "FAILED" : found == null ? "NOT_RUN" : found.attempt() == attempt ? "PUBLISHED" : "KEPT";
            double seconds = found == null ? 0 : found.record().seconds();
            long rows = found == null ? 0 : found.record().records();
            lines.add(new NightSummary.StageLine(
                    spec.name(),
                    spec.stageClass().name(),
                    spec.description(),
                    state,
                    found == null ? "" : businessDate + "." + found.attempt(),
                    found == null ? 0 : found.record().startedSeconds(),
                    seconds,
                    rows,
                    seconds > 0 ? rows / seconds : 0,
                    graph.after(spec.name()),
                    found == null ? List.of() : outputs(found.record())));
        }
        return lines;
    }

    private static List<NightSummary.OutputLine> outputs(StageRecord record) {
        return record.outputs().stream()
                .map(output -> new NightSummary.OutputLine(
                        output.table(), output.rows(), output.contentHash(), output.snapshotId()))
                .toList();
    }

    /** Every stage's lines; those of the stage that was stopped, as it reported them, in place of published ones. */
    private List<NightSummary.BalanceLine> balance(Map<String, RecordedStage> recorded, Ending ending) {
        List<NightSummary.BalanceLine> lines = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            String name = stage.spec().name();
            RecordedStage found = recorded.get(name);
            boolean stopped = ending.failure() != null && name.equals(ending.stage());
            List<ControlTotal> totals = stopped
                    ? ending.totals()
                    : found == null ? List.of() : found.record().totals();
            for (Balance.Line line : Balance.of(totals)) {
                lines.add(new NightSummary.BalanceLine(
                        name,
                        line.measure(),
                        line.currency(),
                        line.in().rows(),
                        line.in().amount(),
                        line.out().rows(),
                        line.out().amount(),
                        line.rejected().rows(),
                        line.rejected().amount(),
                        line.balanced()));
            }
        }
        return lines;
    }

    private static List<String> notRun(Set<String> published) {
        List<String> notRun = new ArrayList<>();
        for (Section section : Section.values()) {
            if (section.tables().stream().noneMatch(published::contains)) {
                notRun.add(section.key());
            }
        }
        return notRun;
    }
}
