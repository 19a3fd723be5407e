package io.daybreak.jobs.page;

/** What the detectors flagged, with the arithmetic. */
final class AnomalySection implements PageSection {

    @Override
    public String id() {
        return "anomalies";
    }

    @Override
    public String title() {
        return "Anomalies";
    }

    @Override
    public boolean ran(NightSummary night) {
        return night.ran(Section.ANOMALIES);
    }

    @Override
    public void write(Markup page, NightSummary night) {
        Tables.open(
                page,
                "Outcomes by detector. Too little history is an outcome of its own, not a pass.",
                "detector",
                ">flagged",
                ">of examined",
                ">worth " + night.baseCurrency(),
                ">normal",
                ">too little history");
        for (NightSummary.DetectorLine line : night.anomalies().detectors()) {
            Tables.row(page, line.detector());
            Tables.number(page, Format.count(line.flagged()));
            Tables.number(
                    page, Format.share(line.flagged(), line.flagged() + line.normal() + line.insufficientHistory()));
            Tables.number(page, Format.money(line.flaggedAmountBase()));
            Tables.number(page, Format.count(line.normal()));
            Tables.number(page, Format.count(line.insufficientHistory()));
            Tables.endRow(page);
        }
        Tables.close(page);
        if (night.anomalies().examples().isEmpty()) {
            return;
        }
        Tables.open(
                page,
                "The highest scores of each detector.",
                "detector",
                "transaction",
                ">score",
                ">" + night.baseCurrency(),
                "arithmetic");
        String detector = "";
        for (NightSummary.AnomalyExample example : night.anomalies().examples()) {
            Tables.row(page, example.detector().equals(detector) ? "" : example.detector());
            detector = example.detector();
            page.element("td", example.transactionId(), "class", "mono");
            Tables.number(page, Format.decimal(example.score(), 1));
            Tables.number(page, Format.money(example.amountBase()));
            Tables.cell(page, example.explanation());
            Tables.endRow(page);
        }
        Tables.close(page);
    }
}
