package io.daybreak.jobs.page;

import io.daybreak.jobs.objects.S3Requests;
import io.daybreak.jobs.stage.NightSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One night in figures: what {@code summary.json} holds and what the night report is rendered from. Described field by
 * field in {@code docs/summary.md}. A section whose tables were not published for the business date is empty and named
 * in {@code notRun}.
 *
 * @param schema version of this layout
 * @param runId business date and attempt
 * @param state name of the exit code
 * @param balanced whether every line of {@code balance} adds up
 * @param seconds wall time of the run
 * @param failure why the night stopped; absent if it did not
 * @param stages in the order of the night, those that were not run included
 * @param notRun sections without tables tonight
 * @param requests what this process asked of S3 for the night; absent for a lake on disk
 */
public record NightSummary(
        int schema,
        String runId,
        String businessDate,
        String institution,
        String baseCurrency,
        int exitCode,
        String state,
        boolean balanced,
        double seconds,
        @Nullable Failure failure,
        List<StageLine> stages,
        List<BalanceLine> balance,
        List<FeedLine> feeds,
        DayFigures transactions,
        AnomalyFigures anomalies,
        RiskFigures risk,
        List<CreditLine> credit,
        CapitalFigures capital,
        AlertFigures alerts,
        List<ReportLine> reports,
        List<SegmentLine> segments,
        List<String> notRun,
        Comparison comparison,
        @Nullable RequestLine requests,
        NightSettings settings,
        Map<String, String> version) {

    /** Version of this layout. A reader may rely on a field of the version it knows. */
    public static final int SCHEMA = 1;

    public NightSummary {
        stages = List.copyOf(stages);
        balance = List.copyOf(balance);
        feeds = List.copyOf(feeds);
        credit = List.copyOf(credit);
        reports = List.copyOf(reports);
        segments = List.copyOf(segments);
        notRun = List.copyOf(notRun);
        version = Map.copyOf(version);
    }

    /** The reports whose checks keep them in the house, each once. */
    public List<String> heldReports() {
        return reports.stream()
                .filter(ReportLine::held)
                .map(ReportLine::report)
                .distinct()
                .toList();
    }

    /** Whether a section has tables tonight. */
    boolean ran(Section section) {
        return !notRun.contains(section.key());
    }

    /** Requests of S3 by what they are charged as; {@code puts} holds the requests of uploads in parts too. */
    public record RequestLine(
            long gets, long heads, long puts, long lists, long copies, long deletes, BigDecimal costUsd) {

        /** The counted, with what they cost. */
        public static RequestLine of(S3Requests counted) {
            return new RequestLine(
                    counted.gets(),
                    counted.heads(),
                    counted.puts(),
                    counted.lists(),
                    counted.copies(),
                    counted.deletes(),
                    counted.costUsd());
        }
    }

    /** Why a night stopped, as its last line on stderr says it. */
    public record Failure(
            int exitCode,
            String state,
            String stage,
            String what,
            String file,
            long count,
            String next,
            String whoActs) {}

    /**
     * One stage.
     *
     * @param stageClass CRITICAL, REGULAR or LOW
     * @param state PUBLISHED, KEPT (published by an earlier run of the date), FAILED, or NOT_RUN
     * @param runId the run that published it; empty if none did
     * @param rows records read or handed on by the busiest vertex of its job
     * @param after the stages whose tables it reads
     */
    public record StageLine(
            String name,
            String stageClass,
            String description,
            String state,
            String runId,
            double startedSeconds,
            double seconds,
            long rows,
            double rowsPerSecond,
            List<String> after,
            List<OutputLine> outputs) {

        public StageLine {
            after = List.copyOf(after);
            outputs = List.copyOf(outputs);
        }
    }

    /** One table a stage wrote for the business date; the content hash does not depend on the order of rows. */
    public record OutputLine(String table, long rows, String contentHash, long snapshotId) {}

    /** One measure of one stage in one currency: in = out + rejected. */
    public record BalanceLine(
            String stage,
            String measure,
            String currency,
            long inRows,
            BigDecimal inAmount,
            long outRows,
            BigDecimal outAmount,
            long rejectedRows,
            BigDecimal rejectedAmount,
            boolean balanced) {}

    /**
     * One landed feed.
     *
     * @param amounts by currency; empty where the feed has no amount
     * @param trailerSha256 hash of the trailer, which holds the hashes of the files
     */
    public record FeedLine(String feed, long rows, Map<String, BigDecimal> amounts, String trailerSha256) {

        public FeedLine {
            amounts = Map.copyOf(amounts);
        }
    }

    /**
     * The day's transactions.
     *
     * @param clean enriched and published
     * @param cleanAmountBase their sum, base currency
     * @param byHour clean ones by hour of booking, UTC
     * @param byRiskScore clean ones by the lower end of the score's band of ten
     * @param rejects by rule, most first; a row that failed several counts under each
     */
    public record DayFigures(
            long landed,
            long clean,
            long rejected,
            BigDecimal cleanAmountBase,
            List<Bucket> byHour,
            List<Bucket> byRiskScore,
            List<RejectLine> rejects) {

        static final DayFigures NONE = new DayFigures(0, 0, 0, BigDecimal.ZERO, List.of(), List.of(), List.of());

        public DayFigures {
            byHour = List.copyOf(byHour);
            byRiskScore = List.copyOf(byRiskScore);
            rejects = List.copyOf(rejects);
        }
    }

    /** Transactions of one class, with their sum in base currency. */
    public record Bucket(int from, long count, BigDecimal amountBase) {}

    /** One validation rule's rejects. */
    public record RejectLine(
            String rule,
            String category,
            String severity,
            String description,
            long rows,
            List<RejectExample> examples) {

        public RejectLine {
            examples = List.copyOf(examples);
        }
    }

    /** One rejected row: what it says, and where it came from. */
    public record RejectExample(String said, String file, long row) {}

    /** What the detectors found. */
    public record AnomalyFigures(List<DetectorLine> detectors, List<AnomalyExample> examples) {

        static final AnomalyFigures NONE = new AnomalyFigures(List.of(), List.of());

        public AnomalyFigures {
            detectors = List.copyOf(detectors);
            examples = List.copyOf(examples);
        }
    }

    /** Outcomes of one detector over the day. */
    public record DetectorLine(
            String detector, long normal, long flagged, long insufficientHistory, BigDecimal flaggedAmountBase) {}

    /** One flagged transaction and the arithmetic that flagged it. */
    public record AnomalyExample(
            String detector, String transactionId, double score, BigDecimal amountBase, String explanation) {}

    /** Market risk; amounts in base currency, losses positive. */
    public record RiskFigures(
            List<MeasureLine> measures,
            List<Histogram> histograms,
            List<BacktestLine> backtests,
            List<StressLine> stress) {

        static final RiskFigures NONE = new RiskFigures(List.of(), List.of(), List.of(), List.of());

        public RiskFigures {
            measures = List.copyOf(measures);
            histograms = List.copyOf(histograms);
            backtests = List.copyOf(backtests);
            stress = List.copyOf(stress);
        }
    }

    /** One risk measure; the bounds are those of its 95 % interval and absent where none was computed. */
    public record MeasureLine(
            String measure,
            String scenarioSet,
            BigDecimal confidence,
            int horizonDays,
            String level,
            String portfolio,
            BigDecimal amount,
            @Nullable BigDecimal lowerBound,
            @Nullable BigDecimal upperBound,
            String convention) {}

    /**
     * The bank's profit and loss over one scenario set. The last class also holds the gains beyond its end.
     *
     * @param from lower edge of the first class, base currency
     * @param width of a class, base currency
     */
    public record Histogram(String scenarioSet, int scenarios, double from, double width, List<Integer> counts) {

        public Histogram {
            counts = List.copyOf(counts);
        }
    }

    /** One portfolio's back-test. */
    public record BacktestLine(
            String level,
            String portfolio,
            int observations,
            int exceptions,
            String zone,
            BigDecimal multiplier,
            double kupiecPValue) {}

    /** One stress scenario on the bank or a desk. */
    public record StressLine(
            String scenario,
            String level,
            String portfolio,
            BigDecimal pnl,
            String mainFactor,
            BigDecimal mainFactorPnl) {}

    /** Exposures of one IFRS 9 stage, base currency. */
    public record CreditLine(int ifrs9Stage, long exposures, BigDecimal ead, BigDecimal expectedCreditLoss) {}

    /** Capital and liquidity, and where the risk-weighted assets come from. */
    public record CapitalFigures(List<CapitalLine> measures, List<RwaLine> exposureClasses) {

        static final CapitalFigures NONE = new CapitalFigures(List.of(), List.of());

        public CapitalFigures {
            measures = List.copyOf(measures);
            exposureClasses = List.copyOf(exposureClasses);
        }
    }

    /** One measure: a RATIO as a decimal, or MILLIONS of base currency; the minimum is absent where there is none. */
    public record CapitalLine(
            String measure,
            BigDecimal amount,
            String unit,
            @Nullable BigDecimal minimum,
            String rule) {

        /** Whether it keeps its minimum; true where there is none. */
        boolean kept() {
            return minimum == null || amount.compareTo(minimum) >= 0;
        }
    }

    /** One exposure class, base currency. */
    public record RwaLine(String exposureClass, long exposures, BigDecimal ead, BigDecimal rwa) {}

    /** What the scenarios raised. */
    public record AlertFigures(long total, List<ScenarioLine> scenarios, List<AlertExample> highest) {

        static final AlertFigures NONE = new AlertFigures(0, List.of(), List.of());

        public AlertFigures {
            scenarios = List.copyOf(scenarios);
            highest = List.copyOf(highest);
        }
    }

    /** One detection scenario; no alert is a result too. */
    public record ScenarioLine(
            String domain, String scenario, String name, long examined, long alerts, BigDecimal amountBase) {}

    /** One alert. */
    public record AlertExample(
            String alertId,
            String domain,
            String scenario,
            String subject,
            double score,
            long events,
            BigDecimal amountBase,
            String explanation) {}

    /** One report of the night. */
    public record ReportLine(
            String report,
            String authority,
            String file,
            String state,
            long records,
            long bytes,
            String sha256,
            List<String> findings) {

        public ReportLine {
            findings = List.copyOf(findings);
        }

        /** Whether its checks found something that keeps it in the house. */
        boolean held() {
            return state.equals("HELD");
        }
    }

    /** Customers of one behavioural segment, base currency. */
    public record SegmentLine(String segment, long customers, BigDecimal lifetimeValue, double meanProbabilityActive) {}

    /**
     * An earlier finished run of the same date.
     *
     * @param with its run; empty if there was none
     * @param differences what it published differently; empty if the same
     */
    public record Comparison(String with, List<String> differences) {

        public Comparison {
            differences = List.copyOf(differences);
        }
    }
}
