package io.daybreak.jobs.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Customers by behavioural segment and what they are worth over a year. */
final class CustomerSection implements PageSection {

    @Override
    public String id() {
        return "customers";
    }

    @Override
    public String title() {
        return "Customers";
    }

    @Override
    public boolean ran(NightSummary night) {
        return night.ran(Section.SEGMENTS);
    }

    @Override
    public void write(Markup page, NightSummary night) {
        long customers = night.segments().stream()
                .mapToLong(NightSummary.SegmentLine::customers)
                .sum();
        long most = night.segments().stream()
                .mapToLong(NightSummary.SegmentLine::customers)
                .max()
                .orElse(1);
        Tables.open(
                page,
                Format.count(customers) + " customers by segment; lifetime value is over the next 52 weeks.",
                "segment",
                ">customers",
                ">of all",
                "",
                ">lifetime value " + night.baseCurrency(),
                ">per customer",
                ">mean probability active");
        for (NightSummary.SegmentLine line : night.segments()) {
            Tables.row(page, Format.words(line.segment()));
            Tables.number(page, Format.count(line.customers()));
            Tables.number(page, Format.share(line.customers(), customers));
            page.open("td", "class", "chart fit");
            Bars.share(page, (double) line.customers() / most);
            page.close();
            Tables.number(page, Format.money(line.lifetimeValue()));
            Tables.number(
                    page,
                    Format.money(line.lifetimeValue()
                            .divide(BigDecimal.valueOf(Math.max(1, line.customers())), 2, RoundingMode.HALF_UP)));
            Tables.number(page, Format.decimal(line.meanProbabilityActive(), 3));
            Tables.endRow(page);
        }
        Tables.close(page);
    }
}
