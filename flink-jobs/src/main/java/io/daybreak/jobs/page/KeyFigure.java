package io.daybreak.jobs.page;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the few figures looked at first.
 *
 * @param value "–" if it was not computed tonight
 * @param unit what it is counted in, or what it is compared with
 */
public record KeyFigure(String name, String value, String unit) {

    private static final String NONE = "–";
    private static final String NOT_RUN = "not run tonight";

    /** The key figures of a night, in the order of the night. */
    public static List<KeyFigure> of(NightSummary night) {
        List<KeyFigure> figures = new ArrayList<>();
        NightSummary.DayFigures day = night.transactions();
        boolean day1 = night.ran(Section.TRANSACTIONS);
        figures.add(figure("Clean transactions", day1, Format.count(day.clean()), "of " + Format.count(day.landed())));
        figures.add(figure(
                "Rejected",
                day1,
                Format.count(day.rejected()),
                Format.share(day.rejected(), day.landed()) + " of landed"));
        long flagged = night.anomalies().detectors().stream()
                .mapToLong(NightSummary.DetectorLine::flagged)
                .sum();
        figures.add(figure("Anomalies", night.ran(Section.ANOMALIES), Format.count(flagged), "flags"));
        figures.add(valueAtRisk(night));
        figures.add(ratio(night, "CET1"));
        figures.add(figure(
                "Alerts",
                night.ran(Section.ALERTS),
                Format.count(night.alerts().total()),
                "of " + night.alerts().scenarios().size() + " scenarios"));
        long valid = ReportSection.count(night, "VALID");
        long held = ReportSection.count(night, "HELD");
        figures.add(figure("Reports valid", night.ran(Section.REPORTS), Format.count(valid), held + " held"));
        return List.copyOf(figures);
    }

    private static KeyFigure figure(String name, boolean ran, String value, String unit) {
        return ran ? new KeyFigure(name, value, unit) : new KeyFigure(name, NONE, NOT_RUN);
    }

    private static KeyFigure valueAtRisk(NightSummary night) {
        for (NightSummary.MeasureLine line : night.risk().measures()) {
            if (line.measure().equals("VAR")
                    && line.level().equals("FIRM")
                    && line.scenarioSet().equals("HISTORICAL")) {
                return new KeyFigure(
                        "VaR " + Format.percent(line.confidence(), 0) + ", " + line.horizonDays() + " day",
                        Format.millions(line.amount()),
                        night.baseCurrency() + ", historical");
            }
        }
        return new KeyFigure("VaR 99 %, 1 day", NONE, NOT_RUN);
    }

    private static KeyFigure ratio(NightSummary night, String prefix) {
        for (NightSummary.CapitalLine line : night.capital().measures()) {
            if (line.measure().startsWith(prefix) && line.unit().equals("RATIO")) {
                return new KeyFigure(
                        prefix + " ratio",
                        Format.percent(line.amount(), 2),
                        line.minimum() == null ? "" : "minimum " + Format.percent(line.minimum(), 2));
            }
        }
        return new KeyFigure(prefix + " ratio", NONE, NOT_RUN);
    }
}
