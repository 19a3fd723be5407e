package io.daybreak.jobs.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The night report: one HTML file that needs no network, no script and no other file. The balance board comes first; a
 * section without tables tonight says so. The page is also well-formed XML.
 */
public final class NightPage {

    /** Its name in the run's folder. */
    public static final String NAME = "night.html";

    private static final String STYLE = "/page/night.css";

    private static final List<PageSection> SECTIONS = List.of(
            new BalanceSection(),
            new StagesSection(),
            new TransactionsSection(),
            new AnomalySection(),
            new RiskSection(),
            new StressSection(),
            new CapitalSection(),
            new AlertSection(),
            new ReportSection(),
            new CustomerSection(),
            new LineageSection(),
            new ControlTotalsSection(),
            new RecordSection());

    /** The page of a night. */
    public static String render(NightSummary night) {
        Markup page = new Markup();
        page.open("html", "lang", "en").line();
        page.open("head").line().empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", "Night of " + night.businessDate() + " · " + verdict(night));
        page.element("style", style()).close().line();
        page.open("body").line();
        head(page, night);
        page.open("main").line();
        for (PageSection section : SECTIONS) {
            page.open("section", "id", section.id(), "aria-labelledby", section.id() + "-head");
            page.element("h2", section.title(), "id", section.id() + "-head").line();
            if (section.ran(night)) {
                section.write(page, night);
            } else {
                page.element("p", "Not run tonight.", "class", "absent");
            }
            page.close().line();
        }
        page.close().line();
        page.element(
                "footer",
                "Run " + night.runId() + ". The same figures for machines: " + SummaryFile.NAME
                        + ". Times are UTC; amounts without a currency are in " + night.baseCurrency() + ".");
        page.line().close().line().close();
        return "<!DOCTYPE html>\n" + page.finish() + "\n";
    }

    private static void head(Markup page, NightSummary night) {
        page.open("header").line();
        page.element("div", "Night report", "class", "label");
        page.element("h1", Format.day(night.businessDate()));
        page.element(
                "div",
                night.institution() + " · run " + night.runId() + " · books in " + night.baseCurrency(),
                "class",
                "sub");
        verdictBox(page, night);
        keys(page, night);
        page.open("nav", "aria-label", "Sections");
        for (PageSection section : SECTIONS) {
            page.element("a", section.title(), "href", "#" + section.id());
        }
        page.close().close().line();
    }

    /** The night in one sentence. */
    static String verdict(NightSummary night) {
        NightSummary.Failure failure = night.failure();
        if (failure != null) {
            return Format.words(failure.state()) + " at stage " + failure.stage();
        }
        long held = ReportSection.count(night, "HELD");
        String reports = held == 0 ? "" : held == 1 ? ", one report held" : ", " + held + " reports held";
        return (night.balanced() ? "balanced to the cent" : "out of balance") + reports;
    }

    private static void verdictBox(Markup page, NightSummary night) {
        NightSummary.Failure failure = night.failure();
        boolean good = failure == null && night.balanced();
        page.open("div", "class", "verdict " + (good ? "good" : "bad"), "role", "status");
        page.element("span", good ? "✓" : "✗", "class", "glyph", "aria-hidden", "true");
        page.open("div");
        String said = verdict(night);
        page.element("strong", Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
        page.text(
                failure == null
                        ? " " + night.balance().size() + " lines add up; the night took "
                                + Format.seconds(night.seconds()) + "."
                        : " Exit code " + failure.exitCode() + " after " + Format.seconds(night.seconds())
                                + "; nothing of that stage was published.");
        if (failure != null) {
            page.open("dl");
            term(page, "what", failure.what());
            term(page, "where", failure.file());
            term(page, "count", Format.count(failure.count()));
            term(page, "next", failure.next());
            term(page, "who acts", failure.whoActs());
            page.close();
        }
        page.close().close().line();
    }

    private static void term(Markup page, String term, String said) {
        page.element("dt", term).element("dd", said);
    }

    private static void keys(Markup page, NightSummary night) {
        page.open("div", "class", "keys");
        for (KeyFigure figure : KeyFigure.of(night)) {
            page.open("div");
            page.element("span", figure.name(), "class", "k");
            page.element("span", figure.value(), "class", "v");
            page.element("span", figure.unit(), "class", "u");
            page.close();
        }
        page.close().line();
    }

    private static String style() {
        try (InputStream in = NightPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("no " + STYLE + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NightPage() {}
}
