package io.daybreak.jobs.page;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of a night on a terminal: the verdict first, a line per stage, the key figures, the page's path last. */
public final class SummaryTable {

    private static final int SHOWN_DIFFERENCES = 10;
    private static final int COST_DIGITS = 4;

    /** The text, ending in a line break. */
    public static String of(NightSummary night, Path page) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict(night));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "  %-14s %-10s %-10s %9s %13s %11s  %s",
                "stage",
                "class",
                "state",
                "seconds",
                "rows",
                "rows/s",
                "balance"));
        for (NightSummary.StageLine stage : night.stages()) {
            lines.add(stage(night, stage));
        }
        lines.add("");
        for (KeyFigure figure : KeyFigure.of(night)) {
            lines.add(String.format(Locale.ROOT, "  %-22s %14s  %s", figure.name(), figure.value(), figure.unit())
                    .stripTrailing());
        }
        requests(night, lines);
        comparison(night, lines);
        lines.add("");
        lines.add("Night report: " + page.toAbsolutePath().normalize());
        return String.join("\n", lines) + "\n";
    }

    private static String verdict(NightSummary night) {
        long broken = night.balance().stream().filter(line -> !line.balanced()).count();
        String said = broken == 0
                ? "BALANCED: all " + night.balance().size() + " lines totalled add up, by count and to the cent"
                : "OUT OF BALANCE: " + broken + " of " + night.balance().size() + " lines totalled do not add up";
        NightSummary.Failure failure = night.failure();
        long held = ReportSection.count(night, "HELD");
        return failure == null
                ? said + ". Night " + night.runId() + " took " + Format.seconds(night.seconds()) + "."
                        + (held == 0 ? "" : " " + held + " HELD among its reports.")
                : said + ". STOPPED at stage " + failure.stage() + ": " + failure.state() + ", exit "
                        + failure.exitCode() + ".";
    }

    private static String stage(NightSummary night, NightSummary.StageLine stage) {
        List<NightSummary.BalanceLine> lines = night.balance().stream()
                .filter(line -> line.stage().equals(stage.name()))
                .toList();
        long broken = lines.stream().filter(line -> !line.balanced()).count();
        String balance = lines.isEmpty()
                ? "-"
                : broken == 0
                        ? lines.size() + (lines.size() == 1 ? " line" : " lines")
                        : broken + " of " + lines.size() + " BROKEN";
        String state = stage.state().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (stage.runId().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "  %-14s %-10s %-10s %9s %13s %11s  %s",
                    stage.name(),
                    stage.stageClass().toLowerCase(Locale.ROOT),
                    state,
                    "-",
                    "-",
                    "-",
                    balance);
        }
        return String.format(
                Locale.ROOT,
                "  %-14s %-10s %-10s %9.1f %,13d %,11.0f  %s",
                stage.name(),
                stage.stageClass().toLowerCase(Locale.ROOT),
                state,
                stage.seconds(),
                stage.rows(),
                stage.rowsPerSecond(),
                balance);
    }

    private static void requests(NightSummary night, List<String> lines) {
        NightSummary.RequestLine asked = night.requests();
        if (asked != null) {
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "  S3 requests of this process: %,d PUT, %,d GET, %,d HEAD, %,d LIST, %,d COPY, %,d DELETE: %s USD",
                    asked.puts(),
                    asked.gets(),
                    asked.heads(),
                    asked.lists(),
                    asked.copies(),
                    asked.deletes(),
                    asked.costUsd().setScale(COST_DIGITS, RoundingMode.HALF_UP).toPlainString()));
        }
    }

    private static void comparison(NightSummary night, List<String> lines) {
        NightSummary.Comparison comparison = night.comparison();
        if (comparison.with().isEmpty() || night.failure() != null) {
            return;
        }
        lines.add("");
        if (comparison.differences().isEmpty()) {
            lines.add("  Same data as run " + comparison.with() + ", row for row.");
            return;
        }
        lines.add("  Differs from run " + comparison.with() + ":");
        int shown = Math.min(SHOWN_DIFFERENCES, comparison.differences().size());
        comparison.differences().subList(0, shown).forEach(difference -> lines.add("    " + difference));
        if (shown < comparison.differences().size()) {
            lines.add("    and " + (comparison.differences().size() - shown) + " more, see the night report");
        }
    }

    private SummaryTable() {}
}
