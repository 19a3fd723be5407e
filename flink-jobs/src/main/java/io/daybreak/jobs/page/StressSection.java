package io.daybreak.jobs.page;

import java.util.Comparator;
import java.util.List;

/** What the stress scenarios would cost, worst first, and the factor that costs most. */
final class StressSection implements PageSection {

    @Override
    public String id() {
        return "stress";
    }

    @Override
    public String title() {
        return "Stress";
    }

    @Override
    public boolean ran(NightSummary night) {
        return !night.risk().stress().isEmpty();
    }

    @Override
    public void write(Markup page, NightSummary night) {
        List<NightSummary.StressLine> firm = night.risk().stress().stream()
                .filter(line -> line.level().equals("FIRM"))
                .sorted(Comparator.comparing(NightSummary.StressLine::pnl))
                .toList();
        double most = firm.stream()
                .mapToDouble(line -> Math.abs(line.pnl().doubleValue()))
                .max()
                .orElse(1);
        Tables.open(
                page,
                "Profit or loss of the bank under each scenario, worst first.",
                "scenario",
                ">" + night.baseCurrency(),
                "loss · gain",
                "main factor",
                ">its part");
        for (NightSummary.StressLine line : firm) {
            Tables.row(page, line.scenario());
            Tables.number(page, Format.money(line.pnl()));
            page.open("td", "class", "chart fit");
            Bars.diverging(page, most == 0 ? 0 : line.pnl().doubleValue() / most);
            page.close();
            Tables.cell(page, line.mainFactor());
            Tables.number(page, Format.money(line.mainFactorPnl()));
            Tables.endRow(page);
        }
        Tables.close(page);
    }
}
