package io.daybreak.jobs.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The balance board: per stage and currency, whether in = out + rejected; first thing on the page. */
final class BalanceSection implements PageSection {

    private static final String ALL = "*";
    private static final String NONE = "-";

    @Override
    public String id() {
        return "balance";
    }

    @Override
    public String title() {
        return "Balance board";
    }

    @Override
    public boolean ran(NightSummary night) {
        return !night.balance().isEmpty();
    }

    @Override
    public void write(Markup page, NightSummary night) {
        page.element(
                "p",
                "In = out + rejected, by count and to the cent, for every measure of every stage. A cell counts the"
                        + " measures that add up in that currency.",
                "class",
                "lede");
        board(page, night);
        broken(page, night);
        dayByCurrency(page, night);
    }

    private static void board(Markup page, NightSummary night) {
        Set<String> stages = new LinkedHashSet<>();
        Set<String> currencies = new TreeSet<>();
        night.balance().forEach(line -> {
            stages.add(line.stage());
            currencies.add(line.currency());
        });
        page.open("div", "class", "scroll")
                .open("table", "class", "board")
                .open("thead")
                .open("tr");
        page.element("th", "stage", "scope", "col");
        for (String currency : currencies) {
            page.element("th", named(currency), "scope", "col");
        }
        page.close().close().open("tbody").line();
        for (String stage : stages) {
            page.open("tr").element("th", stage, "scope", "row");
            for (String currency : currencies) {
                cell(page, of(night, stage, currency));
            }
            page.close().line();
        }
        page.close().close().close().line();
    }

    private static void cell(Markup page, List<NightSummary.BalanceLine> lines) {
        long broken = lines.stream().filter(line -> !line.balanced()).count();
        if (lines.isEmpty()) {
            page.element("td", "·", "class", "none");
        } else if (broken == 0) {
            page.element("td", "✓ " + lines.size(), "class", "ok");
        } else {
            page.element("td", "✗ " + broken + " of " + lines.size(), "class", "broken");
        }
    }

    /** Lines that do not add up, with the difference; nothing if there are none. */
    private static void broken(Markup page, NightSummary night) {
        List<NightSummary.BalanceLine> lines =
                night.balance().stream().filter(line -> !line.balanced()).toList();
        if (lines.isEmpty()) {
            return;
        }
        page.element("h3", "What does not add up");
        ControlTotalsSection.table(page, lines);
    }

    /** The night's one equation, written out: what landed is clean or rejected. */
    private static void dayByCurrency(Markup page, NightSummary night) {
        List<NightSummary.BalanceLine> lines = night.balance().stream()
                .filter(line -> line.stage().equals("prepare") && line.measure().equals("transactions"))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        page.element("h3", "The day's transactions, landed against accounted for");
        Tables.open(
                page,
                "",
                "currency",
                ">landed",
                ">amount",
                ">clean",
                ">amount",
                ">rejected",
                ">amount",
                ">difference",
                "");
        for (NightSummary.BalanceLine line : lines) {
            Tables.row(page, named(line.currency()));
            Tables.number(page, Format.count(line.inRows()));
            Tables.number(page, Format.money(line.inAmount()));
            Tables.number(page, Format.count(line.outRows()));
            Tables.number(page, Format.money(line.outAmount()));
            Tables.number(page, Format.count(line.rejectedRows()));
            Tables.number(page, Format.money(line.rejectedAmount()));
            Tables.number(page, Format.money(difference(line)));
            Tables.tag(page, line.balanced() ? "good" : "bad", line.balanced() ? "✓ balanced" : "✗ broken");
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    static BigDecimal difference(NightSummary.BalanceLine line) {
        return line.inAmount().subtract(line.outAmount()).subtract(line.rejectedAmount());
    }

    /** How a currency is headed where rows have none, or are counted over all. */
    static String named(String currency) {
        return switch (currency) {
            case ALL -> "all rows";
            case NONE -> "none";
            default -> currency;
        };
    }

    private static List<NightSummary.BalanceLine> of(NightSummary night, String stage, String currency) {
        List<NightSummary.BalanceLine> lines = new ArrayList<>();
        for (NightSummary.BalanceLine line : night.balance()) {
            if (line.stage().equals(stage) && line.currency().equals(currency)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
