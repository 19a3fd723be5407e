package io.daybreak.jobs.page;

import static io.daybreak.jobs.page.SmallTables.text;
import static io.daybreak.jobs.page.SmallTables.whole;

import io.daybreak.jobs.prepare.ValidationRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** The sections of a {@link NightSummary}, each from its tables. */
final class SectionFigures {

    private static final String TRANSACTIONS = "transactions";
    private static final String BOOK = "BOOK";

    private final SmallTables tables;
    private final DayQueries queries;

    SectionFigures(SmallTables tables, DayQueries queries) {
        this.tables = tables;
        this.queries = queries;
    }

    List<NightSummary.FeedLine> feeds(Map<String, String> trailers) throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Map<String, BigDecimal>> amounts = new TreeMap<>();
        for (Record row : tables.rows("feed_totals")) {
            String feed = text(row, "feed");
            rows.merge(feed, whole(row, "row_count"), Long::sum);
            Map<String, BigDecimal> byCurrency = amounts.computeIfAbsent(feed, key -> new TreeMap<>());
            if (decimal(row, "amount").signum() != 0) {
                byCurrency.put(text(row, "currency"), decimal(row, "amount"));
            }
        }
        List<NightSummary.FeedLine> feeds = new ArrayList<>();
        rows.forEach((feed, count) -> feeds.add(new NightSummary.FeedLine(
                feed, count, amounts.getOrDefault(feed, Map.of()), trailers.getOrDefault(feed, ""))));
        return feeds;
    }

    NightSummary.DayFigures transactions(List<NightSummary.BalanceLine> balance) {
        long landed = 0;
        long clean = 0;
        long rejected = 0;
        for (NightSummary.BalanceLine line : balance) {
            if (line.stage().equals("prepare") && line.measure().equals(TRANSACTIONS)) {
                landed += line.inRows();
                clean += line.outRows();
                rejected += line.rejectedRows();
            }
        }
        List<NightSummary.Bucket> byHour = buckets("clean_by_hour");
        BigDecimal amount =
                byHour.stream().map(NightSummary.Bucket::amountBase).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new NightSummary.DayFigures(
                landed, clean, rejected, amount, byHour, buckets("clean_by_risk_score"), rejects());
    }

    private List<NightSummary.Bucket> buckets(String query) {
        return queries.of(query).stream()
                .map(line -> new NightSummary.Bucket(Integer.parseInt(line.key()), line.count(), line.amount()))
                .sorted(Comparator.comparingInt(NightSummary.Bucket::from))
                .toList();
    }

    private List<NightSummary.RejectLine> rejects() {
        Map<String, ValidationRule> rules = new LinkedHashMap<>();
        for (ValidationRule rule : ValidationRule.values()) {
            rules.put(rule.id(), rule);
        }
        Map<String, List<NightSummary.RejectExample>> examples = new TreeMap<>();
        for (DayQueries.Line line : queries.of("reject_examples")) {
            examples.computeIfAbsent(line.key(), key -> new ArrayList<>())
                    .add(new NightSummary.RejectExample(line.said(), line.item(), line.count()));
        }
        List<NightSummary.RejectLine> lines = new ArrayList<>();
        for (DayQueries.Line line : queries.of("rejects_by_rule")) {
            ValidationRule rule = rules.get(line.key());
            lines.add(new NightSummary.RejectLine(
                    line.key(),
                    rule == null ? "" : rule.category().name(),
                    rule == null ? "" : rule.severity().name(),
                    rule == null ? "a rule this version does not know" : rule.description(),
                    line.count(),
                    examples.getOrDefault(line.key(), List.of())));
        }
        lines.sort(Comparator.comparingLong(NightSummary.RejectLine::rows)
                .reversed()
                .thenComparing(NightSummary.RejectLine::rule));
        return lines;
    }

    NightSummary.AnomalyFigures anomalies() throws IOException {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        Map<String, BigDecimal> flagged = new TreeMap<>();
        for (Record row : tables.rows("anomaly_outcomes")) {
            String detector = text(row, "detector");
            counts.computeIfAbsent(detector, key -> new TreeMap<>())
                    .merge(text(row, "outcome"), whole(row, "transaction_count"), Long::sum);
            if (text(row, "outcome").equals("FLAGGED")) {
                flagged.merge(detector, decimal(row, "amount_base"), BigDecimal::add);
            }
        }
        List<NightSummary.DetectorLine> detectors = new ArrayList<>();
        counts.forEach((detector, outcomes) -> detectors.add(new NightSummary.DetectorLine(
                detector,
                outcomes.getOrDefault("NORMAL", 0L),
                outcomes.getOrDefault("FLAGGED", 0L),
                outcomes.getOrDefault("INSUFFICIENT_HISTORY", 0L),
                flagged.getOrDefault(detector, BigDecimal.ZERO))));
        List<NightSummary.AnomalyExample> examples = queries.of("anomaly_examples").stream()
                .map(line -> new NightSummary.AnomalyExample(
                        line.key(), line.item(), line.score(), line.amount(), line.said()))
                .toList();
        return new NightSummary.AnomalyFigures(detectors, examples);
    }

    NightSummary.RiskFigures risk() throws IOException {
        List<NightSummary.MeasureLine> measures = new ArrayList<>();
        for (Record row : tables.rows("risk_measures")) {
            if (!text(row, "portfolio_level").equals(BOOK)) {
                measures.add(new NightSummary.MeasureLine(
                        text(row, "measure"),
                        text(row, "scenario_set"),
                        decimal(row, "confidence"),
                        (int) whole(row, "horizon_days"),
                        text(row, "portfolio_level"),
                        text(row, "portfolio"),
                        decimal(row, "amount"),
                        optional(row, "lower_bound"),
                        optional(row, "upper_bound"),
                        text(row, "convention")));
            }
        }
        List<NightSummary.BacktestLine> backtests = new ArrayList<>();
        for (Record row : tables.rows("backtests")) {
            backtests.add(new NightSummary.BacktestLine(
                    text(row, "portfolio_level"),
                    text(row, "portfolio"),
                    (int) whole(row, "observations"),
                    (int) whole(row, "exceptions"),
                    text(row, "zone"),
                    decimal(row, "multiplier"),
                    row.getField("kupiec_p_value") instanceof Double p ? p : Double.NaN));
        }
        List<NightSummary.StressLine> stress = new ArrayList<>();
        for (Record row : tables.rows("stress_results")) {
            if (!text(row, "portfolio_level").equals(BOOK)) {
                stress.add(new NightSummary.StressLine(
                        text(row, "scenario_name"),
                        text(row, "portfolio_level"),
                        text(row, "portfolio"),
                        decimal(row, "pnl"),
                        text(row, "main_factor"),
                        decimal(row, "main_factor_pnl")));
            }
        }
        return new NightSummary.RiskFigures(
                measures, ProfitAndLoss.histograms(tables.rows("pnl_vectors")), backtests, stress);
    }

    List<NightSummary.CreditLine> credit() {
        return queries.of("credit_by_stage").stream()
                .map(line -> new NightSummary.CreditLine(
                        Integer.parseInt(line.key()), line.count(), line.amount(), new BigDecimal(line.said())))
                .toList();
    }

    NightSummary.CapitalFigures capital() throws IOException {
        List<NightSummary.CapitalLine> measures = new ArrayList<>();
        for (Record row : tables.rows("capital_measures")) {
            measures.add(new NightSummary.CapitalLine(
                    text(row, "measure"),
                    decimal(row, "amount"),
                    text(row, "unit"),
                    optional(row, "minimum"),
                    text(row, "rule")));
        }
        List<NightSummary.RwaLine> classes = queries.of("rwa_by_class").stream()
                .map(line ->
                        new NightSummary.RwaLine(line.key(), line.count(), line.amount(), new BigDecimal(line.said())))
                .sorted(Comparator.comparing(NightSummary.RwaLine::rwa).reversed())
                .toList();
        return new NightSummary.CapitalFigures(measures, classes);
    }

    NightSummary.AlertFigures alerts() throws IOException {
        Map<List<String>, DayQueries.Line> raised = new LinkedHashMap<>();
        queries.of("alerts_by_scenario").forEach(line -> raised.put(List.of(line.key(), line.item()), line));
        Map<List<String>, String> names = new LinkedHashMap<>();
        Map<List<String>, Long> examined = new LinkedHashMap<>();
        for (String table : List.of("aml_scenario_runs", "surveillance_scenario_runs")) {
            for (Record row : tables.rows(table)) {
                List<String> scenario = List.of(text(row, "domain"), text(row, "scenario_id"));
                names.put(scenario, text(row, "scenario_name"));
                examined.put(scenario, (Long) row.getField("examined_count"));
            }
        }
        raised.keySet().forEach(scenario -> names.putIfAbsent(scenario, ""));
        List<NightSummary.ScenarioLine> scenarios = new ArrayList<>();
        names.forEach((scenario, name) -> {
            DayQueries.Line line = raised.get(scenario);
            scenarios.add(new NightSummary.ScenarioLine(
                    scenario.get(0),
                    scenario.get(1),
                    name,
                    examined.getOrDefault(scenario, 0L),
                    line == null ? 0 : line.count(),
                    line == null ? BigDecimal.ZERO : line.amount()));
        });
        scenarios.sort(Comparator.comparing(NightSummary.ScenarioLine::domain)
                .thenComparing(NightSummary.ScenarioLine::scenario));
        return new NightSummary.AlertFigures(
                scenarios.stream().mapToLong(NightSummary.ScenarioLine::alerts).sum(),
                scenarios,
                queries.of("highest_alerts").stream().map(SectionFigures::alert).toList());
    }

    private static NightSummary.AlertExample alert(DayQueries.Line line) {
        String[] said = line.said().split("\t", 3);
        return new NightSummary.AlertExample(
                line.item(), line.key(), said[0], said[1], line.score(), line.count(), line.amount(), said[2]);
    }

    List<NightSummary.ReportLine> reports() throws IOException {
        List<NightSummary.ReportLine> reports = new ArrayList<>();
        for (Record row : tables.rows("report_files")) {
            List<String> findings = new ArrayList<>();
            if (row.getField("findings") instanceof List<?> found) {
                found.forEach(finding -> findings.add(String.valueOf(finding)));
            }
            reports.add(new NightSummary.ReportLine(
                    text(row, "report_id"),
                    text(row, "authority"),
                    text(row, "file_name"),
                    text(row, "state"),
                    whole(row, "record_count"),
                    whole(row, "byte_count"),
                    text(row, "sha256"),
                    findings));
        }
        return reports;
    }

    List<NightSummary.SegmentLine> segments() {
        return queries.of("customers_by_segment").stream()
                .map(line -> new NightSummary.SegmentLine(line.key(), line.count(), line.amount(), line.score()))
                .sorted(Comparator.comparing(NightSummary.SegmentLine::lifetimeValue)
                        .reversed())
                .toList();
    }

    private static BigDecimal decimal(Record row, String column) {
        BigDecimal value = optional(row, column);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static @Nullable BigDecimal optional(Record row, String column) {
        return row.getField(column) instanceof BigDecimal decimal ? decimal : null;
    }
}
