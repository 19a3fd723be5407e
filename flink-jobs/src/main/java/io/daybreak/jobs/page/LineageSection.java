package io.daybreak.jobs.page;

/** What was made from what: the night's graph as it ran. */
final class LineageSection implements PageSection {

    @Override
    public String id() {
        return "lineage";
    }

    @Override
    public String title() {
        return "Lineage";
    }

    @Override
    public boolean ran(NightSummary night) {
        return !night.stages().isEmpty();
    }

    @Override
    public void write(Markup page, NightSummary night) {
        page.element(
                "p",
                "Stages and the tables they wrote; a line means that one reads what another wrote, heavy ones are the"
                        + " critical path. Datasets and columns are in lineage.json beside this page.",
                "class",
                "lede");
        page.open("figure", "class", "scroll");
        new StageGraph(night.stages(), CriticalPath.of(night.stages()).stages()).draw(page);
        page.close().line();
    }
}
