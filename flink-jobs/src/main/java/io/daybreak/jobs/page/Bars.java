package io.daybreak.jobs.page;

import java.util.Locale;

/** Bars inside table cells. They repeat a figure of their row, so readers who listen to the page are spared them. */
final class Bars {

    private static final int HEIGHT = 12;
    private static final int SHARE_WIDTH = 150;
    private static final int TIMELINE_WIDTH = 300;
    private static final int DIVERGING_WIDTH = 300;
    private static final int BULLET_WIDTH = 220;
    private static final double LEAST = 1;

    /** A bar as long as a share of one. */
    static void share(Markup page, double share) {
        open(page, SHARE_WIDTH);
        bar(page, "bar", 0, Math.max(LEAST, share * SHARE_WIDTH));
        page.close();
    }

    /** A stretch of time; both figures are shares of the whole. */
    static void timeline(Markup page, double from, double length, boolean critical) {
        open(page, TIMELINE_WIDTH);
        page.empty("line", "class", "axis", "x1", "0", "y1", "6", "x2", Integer.toString(TIMELINE_WIDTH), "y2", "6");
        bar(page, critical ? "bar" : "bar-soft", from * TIMELINE_WIDTH, Math.max(LEAST, length * TIMELINE_WIDTH));
        page.close();
    }

    /** A gain to the right of the middle, a loss to its left; the share is of the largest either way. */
    static void diverging(Markup page, double share) {
        open(page, DIVERGING_WIDTH);
        double middle = DIVERGING_WIDTH / 2.0;
        double length = Math.max(LEAST, Math.abs(share) * middle);
        bar(page, share < 0 ? "tail" : "bar", share < 0 ? middle - length : middle, length);
        page.empty("line", "class", "zero", "x1", at(middle), "y1", "0", "x2", at(middle), "y2", at(HEIGHT));
        page.close();
    }

    /** A measure against its minimum, both as shares of the scale. */
    static void bullet(Markup page, double share, double minimum, boolean kept) {
        open(page, BULLET_WIDTH);
        bar(page, kept ? "bar" : "tail", 0, Math.max(LEAST, Math.min(1, share) * BULLET_WIDTH));
        double mark = minimum * BULLET_WIDTH;
        page.empty("line", "class", "minimum", "x1", at(mark), "y1", "-2", "x2", at(mark), "y2", at(HEIGHT + 2.0));
        page.close();
    }

    private static void open(Markup page, int width) {
        page.open(
                "svg",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(HEIGHT),
                "viewBox",
                "0 0 " + width + " " + HEIGHT,
                "aria-hidden",
                "true");
    }

    private static void bar(Markup page, String style, double x, double width) {
        page.empty("rect", "class", style, "x", at(x), "y", "1", "width", at(width), "height", "10");
    }

    /** A coordinate: a tenth of a pixel is enough. */
    static String at(double coordinate) {
        String text = String.format(Locale.ROOT, "%.1f", coordinate);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private Bars() {}
}
