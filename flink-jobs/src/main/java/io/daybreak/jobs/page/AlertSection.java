package io.daybreak.jobs.page;

/** Alerts by scenario, scenarios that raised none included, and the ones farthest beyond their threshold. */
final class AlertSection implements PageSection {

    @Override
    public String id() {
        return "alerts";
    }

    @Override
    public String title() {
        return "Alerts";
    }

    @Override
    public boolean ran(NightSummary night) {
        return night.ran(Section.ALERTS);
    }

    @Override
    public void write(Markup page, NightSummary night) {
        long most = night.alerts().scenarios().stream()
                .mapToLong(NightSummary.ScenarioLine::alerts)
                .max()
                .orElse(0);
        Tables.open(
                page,
                "By scenario. No alert is a result too.",
                "scenario",
                "what it looks for",
                "domain",
                ">examined",
                ">alerts",
                ">worth " + night.baseCurrency(),
                "");
        for (NightSummary.ScenarioLine line : night.alerts().scenarios()) {
            Tables.row(page, line.scenario());
            Tables.cell(page, line.name());
            Tables.soft(page, domain(line.domain()));
            Tables.number(page, line.examined() == 0 ? "–" : Format.count(line.examined()));
            Tables.number(page, Format.count(line.alerts()));
            Tables.number(page, line.alerts() == 0 ? "–" : Format.money(line.amountBase()));
            page.open("td", "class", "chart fit");
            if (line.alerts() > 0) {
                Bars.share(page, (double) line.alerts() / most);
            }
            page.close();
            Tables.endRow(page);
        }
        Tables.close(page);
        highest(page, night);
    }

    private static void highest(Markup page, NightSummary night) {
        if (night.alerts().highest().isEmpty()) {
            return;
        }
        Tables.open(
                page,
                "Farthest beyond their threshold.",
                "scenario",
                "subject",
                ">× threshold",
                ">events",
                ">" + night.baseCurrency(),
                "arithmetic");
        for (NightSummary.AlertExample alert : night.alerts().highest()) {
            Tables.row(page, alert.scenario());
            page.element(
                    "td", Format.words(alert.subject().split(" ", 2)[0]) + " " + name(alert.subject()), "class", "fit");
            Tables.number(page, Format.decimal(alert.score(), 1));
            Tables.number(page, Format.count(alert.events()));
            Tables.number(page, Format.money(alert.amountBase()));
            page.element("td", alert.explanation(), "class", "wrap");
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    private static String name(String subject) {
        String[] parts = subject.split(" ", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private static String domain(String code) {
        return switch (code) {
            case "AML" -> "money laundering";
            case "SURVEILLANCE" -> "market abuse";
            default -> Format.words(code);
        };
    }
}
