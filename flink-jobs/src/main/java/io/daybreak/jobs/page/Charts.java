package io.daybreak.jobs.page;

import static io.daybreak.jobs.page.Bars.at;

import java.util.ArrayList;
import java.util.List;

/** Charts that stand alone. Each carries a title and a description for readers who do not see it. */
final class Charts {

    private static final int WIDTH = 540;
    private static final int COLUMNS_HEIGHT = 120;
    private static final int HISTOGRAM_HEIGHT = 190;
    private static final int AXIS = 18;
    private static final int LABELS = 34;
    private static final int LABEL_LINE = 12;
    private static final int LABEL_WIDTH = 120;
    private static final int TICKS = 6;
    private static final double MILLION = 1e6;
    /** MAR32: up to 4 exceptions in 250 days are green, up to 9 amber, from 10 on red. */
    private static final int AMBER_FROM = 5;

    private static final int RED_FROM = 10;
    private static final int ZONE_END = 15;

    /** One column of a chart. */
    record Column(String label, long value) {}

    /** Columns side by side, with the largest figure written above its column. */
    static void columns(Markup page, String id, String title, List<Column> columns) {
        long most = columns.stream().mapToLong(Column::value).max().orElse(0);
        open(page, id, COLUMNS_HEIGHT + AXIS, title, described(columns));
        double step = (double) WIDTH / Math.max(1, columns.size());
        boolean labelled = false;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double height = most == 0 ? 0 : (COLUMNS_HEIGHT - 16.0) * column.value() / most;
            rect(page, "bar", i * step + 1, COLUMNS_HEIGHT - height, step - 2, height);
            text(page, "soft", "middle", (i + 0.5) * step, COLUMNS_HEIGHT + 13, column.label());
            if (column.value() == most && !labelled) {
                text(page, "", "middle", (i + 0.5) * step, COLUMNS_HEIGHT - height - 5, Format.count(most));
                labelled = true;
            }
        }
        line(page, "zero", 0, COLUMNS_HEIGHT, WIDTH, COLUMNS_HEIGHT);
        page.close();
    }

    private static String described(List<Column> columns) {
        StringBuilder said = new StringBuilder();
        for (Column column : columns) {
            said.append(said.isEmpty() ? "" : ", ")
                    .append(column.label())
                    .append(": ")
                    .append(column.value());
        }
        return said.toString();
    }

    /** A line across a histogram: a loss, positive, and what to call it. */
    record LossMark(String label, double loss) {}

    /** Profit and loss over a scenario set; what lies beyond the first mark is the tail. */
    static void histogram(
            Markup page, String id, String title, NightSummary.Histogram histogram, List<LossMark> marks) {
        double from = histogram.from();
        double span = histogram.width() * histogram.counts().size();
        int most = histogram.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
        int base = LABELS + HISTOGRAM_HEIGHT;
        StringBuilder description = new StringBuilder(histogram.scenarios() + " scenarios, from " + inMillions(from)
                + " m to " + inMillions(from + span) + " m");
        marks.forEach(mark -> description
                .append("; ")
                .append(mark.label())
                .append(" ")
                .append(inMillions(mark.loss()))
                .append(" m"));
        open(page, id, base + AXIS, title, description.toString());
        double tail = marks.isEmpty() ? Double.NEGATIVE_INFINITY : -marks.get(0).loss();
        double step = (double) WIDTH / histogram.counts().size();
        for (int i = 0; i < histogram.counts().size(); i++) {
            double height = (double) HISTOGRAM_HEIGHT * histogram.counts().get(i) / most;
            boolean inTail = from + (i + 0.5) * histogram.width() < tail;
            rect(page, inTail ? "tail" : "bar-soft", i * step + 0.5, base - height, step - 1, height);
        }
        line(page, "zero", 0, base, WIDTH, base);
        for (double tick : ticks(from, from + span)) {
            double x = (tick - from) / span * WIDTH;
            line(page, "zero", x, base, x, base + 4);
            text(page, "soft", "middle", x, base + 15, tick(tick));
        }
        for (int i = 0; i < marks.size(); i++) {
            double x = Math.max(0, (-marks.get(i).loss() - from) / span * WIDTH);
            int top = LABEL_LINE + i * 14;
            line(page, "mark", x, top - 8, x, base);
            // The mark farther out is written to the left of its line, so that no line runs through a label.
            boolean left = i > 0 && x > LABEL_WIDTH;
            String said = marks.get(i).label() + " " + inMillions(marks.get(i).loss()) + " m";
            text(page, "tail", left ? "end" : "start", left ? x - 5 : x + 5, left ? LABEL_LINE : top, said);
        }
        page.close();
    }

    /** Round figures that divide a stretch into about six parts. */
    static List<Double> ticks(double from, double to) {
        double rough = (to - from) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {2, 5, 10}) {
            if (step < rough) {
                step = factor * power;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step); i * step <= to; i++) {
            ticks.add(i * step);
        }
        return List.copyOf(ticks);
    }

    /** A round figure without needless decimals. */
    private static String tick(double amount) {
        double millions = amount / MILLION;
        return (millions == Math.rint(millions) ? Format.decimal(millions, 0) : inMillions(amount)) + " m";
    }

    private static String inMillions(double amount) {
        return Format.decimal(amount / MILLION, Math.abs(amount) < 10 * MILLION ? 2 : 1);
    }

    /** Where a number of back-test exceptions lies on the traffic light. */
    static void zones(Markup page, String id, String title, int exceptions) {
        int width = 210;
        double step = (double) width / ZONE_END;
        page.open(
                "svg",
                "role",
                "img",
                "width",
                Integer.toString(width),
                "height",
                "16",
                "viewBox",
                "0 0 " + width + " 16",
                "aria-labelledby",
                id);
        page.element("title", title, "id", id);
        rect(page, "wash-good", 0, 2, AMBER_FROM * step, 12);
        rect(page, "wash-warn", AMBER_FROM * step, 2, (RED_FROM - AMBER_FROM) * step, 12);
        rect(page, "wash-bad", RED_FROM * step, 2, (ZONE_END - RED_FROM) * step, 12);
        line(page, "axis", AMBER_FROM * step, 0, AMBER_FROM * step, 16);
        line(page, "axis", RED_FROM * step, 0, RED_FROM * step, 16);
        double x = (Math.min(exceptions, ZONE_END - 1) + 0.5) * step;
        line(page, "minimum", x, 0, x, 16);
        page.close();
    }

    static void open(Markup page, String id, int height, String title, String description) {
        open(page, id, WIDTH, height, title, description);
    }

    static void open(Markup page, String id, int width, int height, String title, String description) {
        page.open(
                "svg",
                "role",
                "img",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + width + " " + height,
                "aria-labelledby",
                id + "-title " + id + "-desc");
        page.element("title", title, "id", id + "-title");
        page.element("desc", description, "id", id + "-desc");
    }

    static void rect(Markup page, String style, double x, double y, double width, double height) {
        page.empty(
                "rect",
                "class",
                style,
                "x",
                at(x),
                "y",
                at(y),
                "width",
                at(Math.max(0, width)),
                "height",
                at(Math.max(0, height)));
    }

    static void line(Markup page, String style, double x1, double y1, double x2, double y2) {
        page.empty("line", "class", style, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
    }

    static void text(Markup page, String style, String anchor, double x, double y, String text) {
        page.element("text", text, "class", style, "text-anchor", anchor, "x", at(x), "y", at(y));
    }

    private Charts() {}
}
