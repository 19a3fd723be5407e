package io.daybreak.jobs.page;

import io.daybreak.jobs.stage.NightSettings;
import java.util.Comparator;
import java.util.List;

/** The regulatory files of the night and what their checks said. */
final class ReportSection implements PageSection {

    private static final int HASH_SHOWN = 12;

    @Override
    public String id() {
        return "reports";
    }

    @Override
    public String title() {
        return "Reports";
    }

    @Override
    public boolean ran(NightSummary night) {
        return night.ran(Section.REPORTS);
    }

    @Override
    public void write(Markup page, NightSummary night) {
        page.element(
                "p",
                count(night, "VALID") + " valid, " + count(night, "HELD") + " held, " + count(night, "NOT_APPLICABLE")
                        + " not applicable tonight. A valid report leaves the house when a person other than "
                        + night.settings().reportMaker() + " has approved it."
                        + (demonstration(night)
                                ? " Filer identifiers are those of the demonstration, nobody's: see docs/configuration.md."
                                : ""),
                "class",
                "lede");
        Tables.open(page, "", "report", "authority", "state", ">records", ">size", "file", "SHA-256");
        List<NightSummary.ReportLine> lines = night.reports().stream()
                .sorted(Comparator.comparingInt(ReportSection::urgency)
                        .thenComparing(NightSummary.ReportLine::authority)
                        .thenComparing(NightSummary.ReportLine::report))
                .toList();
        for (NightSummary.ReportLine line : lines) {
            Tables.row(page, line.report());
            Tables.cell(page, line.authority());
            switch (line.state()) {
                case "VALID" -> Tables.tag(page, "good", "✓ valid");
                case "HELD" -> Tables.tag(page, "bad", "✗ held");
                default -> Tables.tag(page, "calm", Format.words(line.state()));
            }
            Tables.number(page, Format.count(line.records()));
            Tables.number(page, Format.bytes(line.bytes()));
            page.element("td", line.file(), "class", "wrap small");
            String hash = line.sha256();
            page.element("td", hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) : hash, "class", "mono soft");
            Tables.endRow(page);
            if (!line.findings().isEmpty()) {
                page.open("tr", "class", "examples").element("td", "").open("td", "colspan", "6", "class", "small");
                for (int i = 0; i < line.findings().size(); i++) {
                    if (i > 0) {
                        page.empty("br");
                    }
                    page.text(line.findings().get(i));
                }
                page.close().close().line();
            }
        }
        Tables.close(page);
    }

    private static boolean demonstration(NightSummary night) {
        NightSettings set = night.settings();
        NightSettings shipped = NightSettings.DEFAULTS;
        return set.fincenTin().equals(shipped.fincenTin())
                || set.fincenTransmitterCode().equals(shipped.fincenTransmitterCode())
                || set.rssdId().equals(shipped.rssdId());
    }

    static long count(NightSummary night, String state) {
        return night.reports().stream()
                .filter(line -> line.state().equals(state))
                .count();
    }

    /** Held ones first. */
    private static int urgency(NightSummary.ReportLine line) {
        return switch (line.state()) {
            case "HELD" -> 0;
            case "VALID" -> 1;
            default -> 2;
        };
    }
}
