package io.daybreak.jobs.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Value at risk and expected shortfall with the distribution behind them, and how yesterday's figures held. */
final class RiskSection implements PageSection {

    private static final String FIRM = "FIRM";

    @Override
    public String id() {
        return "risk";
    }

    @Override
    public String title() {
        return "Market risk";
    }

    @Override
    public boolean ran(NightSummary night) {
        return night.ran(Section.RISK);
    }

    @Override
    public void write(Markup page, NightSummary night) {
        page.element(
                "p",
                "Losses are positive, amounts in " + night.baseCurrency()
                        + ". The dark part of a distribution is what lies beyond the value at risk.",
                "class",
                "lede");
        histograms(page, night);
        measures(page, night);
        backtests(page, night);
    }

    private static void histograms(Markup page, NightSummary night) {
        page.open("div", "class", "pair");
        for (NightSummary.Histogram histogram : night.risk().histograms()) {
            String title = "Profit and loss of the bank over " + Format.count(histogram.scenarios()) + " "
                    + Format.words(histogram.scenarioSet()) + " scenarios";
            List<Charts.LossMark> marks = new ArrayList<>();
            for (NightSummary.MeasureLine line : night.risk().measures()) {
                boolean shown = line.measure().equals("VAR") || line.measure().equals("EXPECTED_SHORTFALL");
                if (shown && line.level().equals(FIRM) && line.scenarioSet().equals(histogram.scenarioSet())) {
                    marks.add(new Charts.LossMark(label(line), line.amount().doubleValue()));
                }
            }
            marks.sort((a, b) -> b.label().compareTo(a.label()));
            page.open("figure").element("figcaption", title);
            Charts.histogram(
                    page, "pnl-" + histogram.scenarioSet().toLowerCase(Locale.ROOT), title, histogram, marks);
            page.close().line();
        }
        page.close();
    }

    private static String label(NightSummary.MeasureLine line) {
        return (line.measure().equals("VAR") ? "VaR " : "ES ") + confidence(line);
    }

    private static String confidence(NightSummary.MeasureLine line) {
        return Format.percent(line.confidence(), 1).replace(".0 %", " %");
    }

    private static void measures(Markup page, NightSummary night) {
        if (night.risk().measures().isEmpty()) {
            return;
        }
        Tables.open(
                page,
                "",
                "portfolio",
                "measure",
                "scenarios",
                ">confidence",
                ">days",
                ">" + night.baseCurrency(),
                ">95 % interval",
                "convention");
        String before = "";
        List<NightSummary.MeasureLine> lines = new ArrayList<>(night.risk().measures());
        lines.sort((a, b) -> order(a).compareTo(order(b)));
        for (NightSummary.MeasureLine line : lines) {
            String portfolio = line.level().equals(FIRM) ? line.portfolio() + " (bank)" : line.portfolio();
            Tables.row(page, portfolio.equals(before) ? "" : portfolio);
            before = portfolio;
            Tables.cell(page, measure(line.measure()));
            Tables.soft(page, Format.words(line.scenarioSet()));
            Tables.number(page, confidence(line));
            Tables.number(page, Integer.toString(line.horizonDays()));
            Tables.number(page, Format.money(line.amount()));
            Tables.number(
                    page,
                    line.lowerBound() == null || line.upperBound() == null
                            ? "–"
                            : Format.millions(line.lowerBound()) + " to " + Format.millions(line.upperBound()));
            page.element("td", line.convention(), "class", "soft small");
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    /** The bank first, then its desks by name; within one, by scenario set and measure. */
    private static String order(NightSummary.MeasureLine line) {
        return (line.level().equals(FIRM) ? "0" : "1") + line.portfolio() + "\u0000" + line.scenarioSet() + "\u0000"
                + line.measure();
    }

    private static String measure(String code) {
        return switch (code) {
            case "VAR" -> "value at risk";
            case "COMPONENT_VAR" -> "component VaR";
            case "INCREMENTAL_VAR" -> "incremental VaR";
            default -> Format.words(code);
        };
    }

    private static void backtests(Markup page, NightSummary night) {
        if (night.risk().backtests().isEmpty()) {
            return;
        }
        Tables.open(
                page,
                "Back-test: days on which the loss was beyond the 99 % one-day value at risk of the day before (MAR32).",
                "portfolio",
                ">days",
                ">exceptions",
                "0 to 4 green, 5 to 9 amber, 10 and more red",
                "zone",
                ">multiplier",
                ">Kupiec p");
        int number = 0;
        for (NightSummary.BacktestLine line : night.risk().backtests()) {
            Tables.row(page, line.portfolio());
            Tables.number(page, Format.count(line.observations()));
            Tables.number(page, Format.count(line.exceptions()));
            page.open("td", "class", "chart");
            Charts.zones(page, "zone-" + number++, line.exceptions() + " exceptions", line.exceptions());
            page.close();
            String tone =
                    switch (line.zone()) {
                        case "GREEN" -> "good";
                        case "AMBER" -> "warn";
                        default -> "bad";
                    };
            Tables.tag(page, tone, line.zone().toLowerCase(Locale.ROOT));
            Tables.number(page, Format.decimal(line.multiplier().doubleValue(), 2));
            Tables.number(page, Format.decimal(line.kupiecPValue(), 3));
            Tables.endRow(page);
        }
        Tables.close(page);
    }
}
