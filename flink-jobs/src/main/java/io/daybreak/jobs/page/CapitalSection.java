package io.daybreak.jobs.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ratios against their minima, and what the risk-weighted assets and provisions are made of. */
final class CapitalSection implements PageSection {

    private static final String RATIO = "RATIO";
    private static final String CLASS_PREFIX = "RWA_";
    private static final Set<String> ABBREVIATIONS = Set.of("CET1", "AT1", "RWA", "LCR", "NSFR", "HQLA", "CVA", "EAD");
    private static final BigDecimal SCALE = new BigDecimal("1.1");

    @Override
    public String id() {
        return "capital";
    }

    @Override
    public String title() {
        return "Capital, liquidity and credit";
    }

    @Override
    public boolean ran(NightSummary night) {
        return night.ran(Section.CAPITAL) || night.ran(Section.CREDIT);
    }

    @Override
    public void write(Markup page, NightSummary night) {
        ratios(page, night);
        page.open("div", "class", "pair").open("div");
        amounts(page, night);
        page.close().open("div");
        classes(page, night);
        credit(page, night);
        page.close().close().line();
    }

    private static void ratios(Markup page, NightSummary night) {
        List<NightSummary.CapitalLine> ratios = night.capital().measures().stream()
                .filter(line -> line.unit().equals(RATIO))
                .toList();
        if (ratios.isEmpty()) {
            return;
        }
        Tables.open(
                page,
                "Ratios; the mark is the regulatory minimum.",
                "measure",
                ">ratio",
                ">minimum",
                ">headroom",
                "",
                "",
                "rule");
        for (NightSummary.CapitalLine line : ratios) {
            Tables.row(page, measure(line.measure()));
            Tables.number(page, Format.percent(line.amount(), 2));
            BigDecimal minimum = line.minimum();
            Tables.number(page, minimum == null ? "–" : Format.percent(minimum, 2));
            Tables.number(
                    page, minimum == null ? "–" : Format.percent(line.amount().subtract(minimum), 2));
            page.open("td", "class", "chart fit");
            if (minimum != null && minimum.signum() > 0) {
                double scale = line.amount().max(minimum).multiply(SCALE).doubleValue();
                Bars.bullet(page, line.amount().doubleValue() / scale, minimum.doubleValue() / scale, line.kept());
            }
            page.close();
            if (minimum == null) {
                Tables.cell(page, "");
            } else {
                Tables.tag(page, line.kept() ? "good" : "bad", line.kept() ? "✓ kept" : "✗ below minimum");
            }
            page.element("td", line.rule(), "class", "soft small");
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    private static void amounts(Markup page, NightSummary night) {
        boolean byClass = !night.capital().exposureClasses().isEmpty();
        List<NightSummary.CapitalLine> amounts = night.capital().measures().stream()
                .filter(line -> !line.unit().equals(RATIO))
                // Shown beside, with the exposures they come from.
                .filter(line -> !(byClass && line.measure().startsWith(CLASS_PREFIX)))
                .toList();
        if (amounts.isEmpty()) {
            return;
        }
        Tables.open(page, "Amounts, millions of " + night.baseCurrency() + ".", "measure", ">millions", "rule");
        for (NightSummary.CapitalLine line : amounts) {
            Tables.row(page, measure(line.measure()));
            Tables.number(page, Format.money(line.amount()));
            page.element("td", line.rule(), "class", "soft small");
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    private static void classes(Markup page, NightSummary night) {
        if (night.capital().exposureClasses().isEmpty()) {
            return;
        }
        double most = night.capital().exposureClasses().get(0).rwa().doubleValue();
        Tables.open(
                page,
                "Risk-weighted assets by exposure class, " + night.baseCurrency() + ".",
                "class",
                ">exposures",
                ">at default",
                ">risk-weighted",
                "");
        for (NightSummary.RwaLine line : night.capital().exposureClasses()) {
            Tables.row(page, Format.words(line.exposureClass()));
            Tables.number(page, Format.count(line.exposures()));
            Tables.number(page, Format.millions(line.ead()));
            Tables.number(page, Format.millions(line.rwa()));
            page.open("td", "class", "chart fit");
            Bars.share(page, most == 0 ? 0 : line.rwa().doubleValue() / most);
            page.close();
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    private static void credit(Markup page, NightSummary night) {
        if (night.credit().isEmpty()) {
            return;
        }
        Tables.open(
                page,
                "Expected credit loss by IFRS 9 stage, " + night.baseCurrency() + ".",
                "stage",
                ">exposures",
                ">at default",
                ">expected loss",
                ">coverage");
        for (NightSummary.CreditLine line : night.credit()) {
            Tables.row(page, Integer.toString(line.ifrs9Stage()));
            Tables.number(page, Format.count(line.exposures()));
            Tables.number(page, Format.millions(line.ead()));
            Tables.number(page, Format.millions(line.expectedCreditLoss()));
            Tables.number(
                    page,
                    line.ead().signum() == 0
                            ? "–"
                            : Format.percent(line.expectedCreditLoss().divide(line.ead(), 6, RoundingMode.HALF_UP), 2));
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    /** CET1_RATIO is "CET1 ratio", LCR stays LCR, TIER1_CAPITAL is "Tier 1 capital". */
    static String measure(String code) {
        StringBuilder words = new StringBuilder();
        for (String word : code.split("_")) {
            words.append(words.isEmpty() ? "" : " ");
            if (word.matches("TIER[12]")) {
                words.append("Tier ").append(word.charAt(word.length() - 1));
            } else {
                words.append(ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }
}
