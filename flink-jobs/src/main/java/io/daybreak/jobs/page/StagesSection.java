package io.daybreak.jobs.page;

import java.util.Locale;

/** When each stage ran, how long it took, and which of them the night had to wait for. */
final class StagesSection implements PageSection {

    @Override
    public String id() {
        return "stages";
    }

    @Override
    public String title() {
        return "Stages";
    }

    @Override
    public boolean ran(NightSummary night) {
        return !night.stages().isEmpty();
    }

    @Override
    public void write(Markup page, NightSummary night) {
        CriticalPath path = CriticalPath.of(night.stages());
        double total = night.stages().stream()
                .mapToDouble(stage -> stage.startedSeconds() + stage.seconds())
                .max()
                .orElse(0);
        double work = night.stages().stream()
                .mapToDouble(NightSummary.StageLine::seconds)
                .sum();
        if (!path.stages().isEmpty()) {
            page.open("p", "class", "lede")
                    .text("Stages run as soon as those they wait for are published: " + Format.seconds(total) + " for "
                            + Format.seconds(work) + " of stages. Critical path, dark: ")
                    .element("strong", String.join(" → ", path.stages()))
                    .text(", " + Format.seconds(path.seconds())
                            + "; with machines enough to run the rest beside it, the night takes no less.")
                    .close();
        }
        Tables.open(page, "", "stage", "class", "state", "timeline", ">seconds", ">rows", ">rows/s", "wrote");
        for (NightSummary.StageLine stage : night.stages()) {
            Tables.row(page, stage.name());
            Tables.soft(page, stage.stageClass().toLowerCase(Locale.ROOT));
            state(page, stage);
            page.open("td", "class", "chart fit");
            if (total > 0 && !stage.runId().isEmpty()) {
                Bars.timeline(
                        page,
                        stage.startedSeconds() / total,
                        stage.seconds() / total,
                        path.stages().contains(stage.name()));
            }
            page.close();
            boolean none = stage.runId().isEmpty();
            Tables.number(page, none ? "–" : Format.decimal(stage.seconds(), 1));
            Tables.number(page, none ? "–" : Format.count(stage.rows()));
            Tables.number(page, none ? "–" : Format.count(Math.round(stage.rowsPerSecond())));
            page.element("td", wrote(stage), "class", "soft small");
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    private static void state(Markup page, NightSummary.StageLine stage) {
        switch (stage.state()) {
            case "PUBLISHED" -> Tables.tag(page, "good", "published");
            case "FAILED" -> Tables.tag(page, "bad", "✗ stopped");
            case "KEPT" -> Tables.tag(page, "calm", "kept of run " + stage.runId());
            default -> Tables.tag(page, "calm", "not run");
        }
    }

    private static String wrote(NightSummary.StageLine stage) {
        StringBuilder wrote = new StringBuilder();
        for (NightSummary.OutputLine output : stage.outputs()) {
            wrote.append(wrote.isEmpty() ? "" : ", ")
                    .append(output.table())
                    .append(' ')
                    .append(Format.count(output.rows()));
        }
        return wrote.toString();
    }
}
