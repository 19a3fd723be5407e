package io.daybreak.emr.command;

import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.simulate.BreakPoints;
import io.daybreak.emr.simulate.NightResult;
import io.daybreak.emr.simulate.Outcome;
import io.daybreak.emr.simulate.Recommendation;
import java.io.PrintWriter;
import java.util.Locale;

/** A rehearsal for people. */
final class SimulateText {
    private static final int ROWS = 14;
    private static final int WIDTH = 50;

    private final PrintWriter out;
    private final Limits limits;

    SimulateText(PrintWriter out, Limits limits) {
        this.out = out;
        this.limits = limits;
    }

    void print(Recommendation recommendation, Outcome shown, BreakPoints breaks, long seed) {
        line(
                "%d nights of seed %d, deadline %s, goal P(on time) >= %.1f %% (lower 95 %% bound)",
                shown.nights(), seed, Hour.of(limits.deadlineSeconds()), recommendation.goal() * 100);
        line("");
        line(
                "  %-38s %8s %16s %8s %6s %6s %6s %7s %7s %6s",
                "plan", "on time", "95 % interval", "filed", "p50", "p99", "max", "USD", "p95 USD", "lost");
        for (int i = 0; i < recommendation.ranked().size(); i++) {
            Outcome each = recommendation.ranked().get(i);
            line(
                    "%s %-38s %7.2f%% %7.2f - %5.2f%% %7.2f%% %6s %6s %6s %7.2f %7.2f %6.2f",
                    i == recommendation.chosen() ? ">" : " ",
                    each.label(),
                    each.onTime().value() * 100,
                    each.onTime().low() * 100,
                    each.onTime().high() * 100,
                    each.filedInTime().value() * 100,
                    time(each.finishSeconds().p50()),
                    time(each.finishSeconds().p99()),
                    time(each.finishSeconds().max()),
                    each.usd().mean(),
                    each.usd().p95(),
                    each.interruptionsPerNight());
        }
        line("");
        if (recommendation.best().isPresent()) {
            line("Recommended: %s", shown.label());
        } else {
            line(
                    "No candidate reaches the goal; shown is the cheapest, %s. Play more nights or loosen the limits.",
                    shown.label());
        }
        line(
                "  slots held %.0f %%, spot nodes lost %.1f %% of those started, %.1f %% of the work done twice, %.2f %% of stages at the first attempt",
                shown.held() * 100,
                shown.interruptionRate() * 100,
                shown.recomputedShare() * 100,
                shown.stageSuccess() * 100);
        line("  longer nights, by main cause: %s", shown.causes());
        line("  nights that missed, by main cause: %s", shown.missCauses().isEmpty() ? "none" : shown.missCauses());
        line(
                "To miss, on an otherwise calm night: volume above x%.1f, or feeds later than %s, or S3 slower than x%.1f",
                breaks.volumeFactor(), Hour.of(breaks.feedDelaySeconds()), breaks.s3SlowdownFactor());
        histogram(shown);
    }

    /** Nights by time of publication, from the earliest to the latest. */
    private void histogram(Outcome outcome) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        int never = 0;
        for (NightResult night : outcome.results()) {
            if (Double.isInfinite(night.finishSeconds())) {
                never++;
                continue;
            }
            low = Math.min(low, night.finishSeconds());
            high = Math.max(high, night.finishSeconds());
        }
        line("");
        line("Published (nights)");
        double step = Math.max(60, (high - low) / ROWS);
        int[] counts = new int[ROWS];
        int most = 1;
        for (NightResult night : outcome.results()) {
            if (!Double.isInfinite(night.finishSeconds())) {
                int row = (int) Math.min(ROWS - 1, (night.finishSeconds() - low) / step);
                most = Math.max(most, ++counts[row]);
            }
        }
        for (int i = 0; i < ROWS; i++) {
            if (low + i * step > high) {
                break;
            }
            int bar = (int) Math.ceil((double) counts[i] / most * WIDTH);
            line("  %s %6d %s", Hour.of(low + i * step), counts[i], "#".repeat(bar));
        }
        if (never > 0) {
            line("  never %6d (ended by the deadline rule)", never);
        }
    }

    private static String time(double seconds) {
        return Double.isInfinite(seconds) ? "never" : Hour.of(seconds);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
