package io.daybreak.jobs.page;

import java.util.List;

/** Every control total of the night, line by line: the board's figures. */
final class ControlTotalsSection implements PageSection {

    @Override
    public String id() {
        return "totals";
    }

    @Override
    public String title() {
        return "Control totals in full";
    }

    @Override
    public boolean ran(NightSummary night) {
        return !night.balance().isEmpty();
    }

    @Override
    public void write(Markup page, NightSummary night) {
        table(page, night.balance());
    }

    static void table(Markup page, List<NightSummary.BalanceLine> lines) {
        page.open("div", "class", "dense");
        Tables.open(
                page,
                "",
                "stage",
                "measure",
                "currency",
                ">in",
                ">amount",
                ">out",
                ">amount",
                ">rejected",
                ">amount",
                ">rows off",
                ">amount off",
                "");
        String stage = "";
        for (NightSummary.BalanceLine line : lines) {
            Tables.row(page, line.stage().equals(stage) ? "" : line.stage());
            stage = line.stage();
            Tables.cell(page, line.measure());
            Tables.soft(page, BalanceSection.named(line.currency()));
            Tables.number(page, Format.count(line.inRows()));
            Tables.number(page, Format.money(line.inAmount()));
            Tables.number(page, Format.count(line.outRows()));
            Tables.number(page, Format.money(line.outAmount()));
            Tables.number(page, Format.count(line.rejectedRows()));
            Tables.number(page, Format.money(line.rejectedAmount()));
            Tables.number(page, Format.count(line.inRows() - line.outRows() - line.rejectedRows()));
            Tables.number(page, Format.money(BalanceSection.difference(line)));
            Tables.tag(page, line.balanced() ? "good" : "bad", line.balanced() ? "✓" : "✗ broken");
            Tables.endRow(page);
        }
        Tables.close(page);
        page.close();
    }
}
