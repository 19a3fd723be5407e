package io.daybreak.jobs.page;

import java.util.List;
import java.util.Locale;

/** The day's transactions: when they were booked, how they scored, and what was rejected why. */
final class TransactionsSection implements PageSection {

    @Override
    public String id() {
        return "transactions";
    }

    @Override
    public String title() {
        return "Transactions and rejects";
    }

    @Override
    public boolean ran(NightSummary night) {
        return night.ran(Section.TRANSACTIONS);
    }

    @Override
    public void write(Markup page, NightSummary night) {
        NightSummary.DayFigures day = night.transactions();
        page.element(
                "p",
                Format.count(day.landed()) + " landed, " + Format.count(day.clean()) + " clean worth "
                        + Format.millions(day.cleanAmountBase()) + " " + night.baseCurrency() + ", "
                        + Format.count(day.rejected()) + " rejected (" + Format.share(day.rejected(), day.landed())
                        + ").",
                "class",
                "lede");
        page.open("div", "class", "pair");
        figure(page, "hours", "Clean transactions by hour of booking, UTC", day.byHour());
        figure(page, "scores", "Clean transactions by risk score, bands of ten", day.byRiskScore());
        page.close();
        rejects(page, day);
    }

    private static void figure(Markup page, String id, String title, List<NightSummary.Bucket> buckets) {
        page.open("figure").element("figcaption", title);
        Charts.columns(
                page,
                id,
                title,
                buckets.stream()
                        .map(bucket -> new Charts.Column(Integer.toString(bucket.from()), bucket.count()))
                        .toList());
        page.close().line();
    }

    private static void rejects(Markup page, NightSummary.DayFigures day) {
        page.element("h3", "Rejected by rule");
        if (day.rejects().isEmpty()) {
            page.element("p", "No row was rejected.", "class", "lede");
            return;
        }
        long most = day.rejects().get(0).rows();
        Tables.open(
                page,
                "A row carries every rule it failed, so the rules' figures add up to more than the rows. One example each;"
                        + " summary.json has more.",
                "rule",
                "what such a row is like",
                "category",
                "severity",
                ">rows",
                ">of landed",
                "");
        for (NightSummary.RejectLine line : day.rejects()) {
            Tables.row(page, line.rule());
            Tables.cell(page, line.description());
            Tables.soft(page, line.category().toLowerCase(Locale.ROOT));
            if (line.severity().equals("FATAL")) {
                Tables.tag(page, "warn", "fatal");
            } else {
                Tables.soft(page, line.severity().toLowerCase(Locale.ROOT));
            }
            Tables.number(page, Format.count(line.rows()));
            Tables.number(page, Format.share(line.rows(), day.landed()));
            page.open("td", "class", "chart fit");
            Bars.share(page, (double) line.rows() / most);
            page.close();
            Tables.endRow(page);
            example(page, line);
        }
        Tables.close(page);
    }

    private static void example(Markup page, NightSummary.RejectLine line) {
        if (line.examples().isEmpty()) {
            return;
        }
        NightSummary.RejectExample example = line.examples().get(0);
        page.open("tr", "class", "examples").element("td", "");
        page.open("td", "colspan", "6", "class", "soft mono wrap");
        page.text(example.said() + "  [" + example.file() + " row " + Format.count(example.row()) + "]");
        page.close().close().line();
    }
}
