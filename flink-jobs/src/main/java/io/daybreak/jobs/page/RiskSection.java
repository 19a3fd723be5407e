package io.daybreak.jobs.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Value at risk and expected shortfall with the distribution behind them, and how yesterday's figures held. */
final class RiskSection implements PageSection {

    private static final String FIRM = "FIRM";
    private static final List<String> MEASURES =
            List.of("VAR", "EXPECTED_SHORTFALL", "COMPONENT_VAR", "INCREMENTAL_VAR");

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
            Charts.histogram(page, "pnl-" + histogram.scenarioSet().toLowerCase(Locale.ROOT), title, histogram, marks);
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

    /** One column of the table of measures. */
    private record Kind(String measure, String scenarioSet) {}

    /** A row per portfolio, the bank first; a column per measure and scenario set. */
    private static void measures(Markup page, NightSummary night) {
        Map<Kind, NightSummary.MeasureLine> kinds = new LinkedHashMap<>();
        Map<String, Map<Kind, NightSummary.MeasureLine>> portfolios = new TreeMap<>();
        List<NightSummary.MeasureLine> lines = new ArrayList<>(night.risk().measures());
        lines.sort(Comparator.comparingInt((NightSummary.MeasureLine line) -> MEASURES.indexOf(line.measure()))
                .thenComparing(NightSummary.MeasureLine::scenarioSet));
        for (NightSummary.MeasureLine line : lines) {
            Kind kind = new Kind(line.measure(), line.scenarioSet());
            kinds.putIfAbsent(kind, line);
            String order = (line.level().equals(FIRM) ? "0" : "1") + line.portfolio();
            portfolios.computeIfAbsent(order, key -> new HashMap<>()).put(kind, line);
        }
        if (kinds.isEmpty()) {
            return;
        }
        List<String> heads = new ArrayList<>(List.of("portfolio"));
        kinds.values().forEach(line -> heads.add(">" + measure(line) + ", " + Format.words(line.scenarioSet())));
        Tables.open(page, conventions(night), heads.toArray(String[]::new));
        portfolios.forEach((order, measures) -> {
            Tables.row(page, order.substring(1));
            for (Kind kind : kinds.keySet()) {
                NightSummary.MeasureLine line = measures.get(kind);
                Tables.number(page, line == null ? "" : Format.money(line.amount()));
            }
            Tables.endRow(page);
        });
        Tables.close(page);
        intervals(page, night);
    }

    private static String conventions(NightSummary night) {
        Set<String> said = new TreeSet<>();
        Set<Integer> days = new TreeSet<>();
        for (NightSummary.MeasureLine line : night.risk().measures()) {
            days.add(line.horizonDays());
            said.add((line.measure().equals("EXPECTED_SHORTFALL") ? "expected shortfall " : "quantiles ")
                    + Format.words(line.convention()));
        }
        return "Horizon " + days.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " trading day; conventions: " + String.join(", ", said) + ".";
    }

    /** How sure the bank's figures are, in words. */
    private static void intervals(Markup page, NightSummary night) {
        List<String> said = new ArrayList<>();
        for (NightSummary.MeasureLine line : night.risk().measures()) {
            if (line.level().equals(FIRM) && line.lowerBound() != null && line.upperBound() != null) {
                said.add(label(line) + " " + Format.words(line.scenarioSet()) + " " + Format.millions(line.lowerBound())
                        + " to " + Format.millions(line.upperBound()));
            }
        }
        if (!said.isEmpty()) {
            page.element(
                    "p",
                    "95 % intervals of the bank's figures: " + String.join("; ", said) + ".",
                    "class",
                    "soft small");
        }
    }

    private static String measure(NightSummary.MeasureLine line) {
        return switch (line.measure()) {
            case "VAR", "EXPECTED_SHORTFALL" -> label(line);
            case "COMPONENT_VAR" -> "component VaR";
            case "INCREMENTAL_VAR" -> "incremental VaR";
            default -> Format.words(line.measure());
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
        List<NightSummary.BacktestLine> lines = new ArrayList<>(night.risk().backtests());
        lines.sort(Comparator.comparing(
                        (NightSummary.BacktestLine line) -> !line.level().equals(FIRM))
                .thenComparing(NightSummary.BacktestLine::portfolio));
        for (NightSummary.BacktestLine line : lines) {
            Tables.row(page, line.portfolio());
            Tables.number(page, Format.count(line.observations()));
            Tables.number(page, Format.count(line.exceptions()));
            page.open("td", "class", "chart");
            Charts.zones(page, "zone-" + number++, line.exceptions() + " exceptions", line.exceptions());
            page.close();
            String tone = switch (line.zone()) {
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
