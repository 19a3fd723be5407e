package io.daybreak.emr.simulate;

import java.util.Locale;

/** A rehearsal as an SVG picture: how many nights were published when, the deadline, and the cost beside it. */
public final class Chart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int BINS = 60;

    private Chart() {}

    /** The picture of an outcome; the text is a whole SVG document without outside references. */
    public static String svg(Outcome outcome, double deadlineSeconds) {
        StringBuilder svg = new StringBuilder(8192);
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"20\" y=\"24\" font-size=\"15\">%s: %d nights, %.2f %% on time, mean %.2f USD</text>%n",
                escape(outcome.label()),
                outcome.nights(),
                outcome.onTime().value() * 100,
                outcome.usd().mean()));
        double[] finish = new double[outcome.nights()];
        double[] usd = new double[outcome.nights()];
        for (int i = 0; i < finish.length; i++) {
            finish[i] = outcome.results().get(i).finishSeconds() / 3600;
            usd[i] = outcome.results().get(i).usd();
        }
        double latest = Math.max(deadlineSeconds / 3600 * 1.05, 0.1);
        panel(
                svg,
                50,
                40,
                "published, hours after midnight (square root of nights)",
                finish,
                0,
                latest,
                deadlineSeconds / 3600);
        double dearest = Math.max(outcome.usd().max() * 1.05, 0.01);
        panel(svg, 50, 235, "cost, USD (square root of nights)", usd, 0, dearest, Double.NaN);
        return svg.append("</svg>\n").toString();
    }

    private static void panel(
            StringBuilder svg, int x, int y, String title, double[] values, double low, double high, double mark) {
        int width = WIDTH - 2 * x;
        int height = 130;
        int[] counts = bins(values, low, high);
        double most = 1;
        for (int count : counts) {
            most = Math.max(most, Math.sqrt(count));
        }
        double step = (double) width / BINS;
        for (int i = 0; i < BINS; i++) {
            double bar = Math.sqrt(counts[i]) / most * height;
            if (counts[i] > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#3b6ea5\"><title>%d</title></rect>%n",
                        x + i * step,
                        y + height - bar,
                        step - 1,
                        bar,
                        counts[i]));
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"black\"/>%n",
                x,
                y + height,
                x + width,
                y + height));
        for (int i = 0; i <= 6; i++) {
            double value = low + (high - low) * i / 6;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
                    x + (double) width * i / 6,
                    y + height + 15,
                    value));
        }
        svg.append(
                String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", x, y + height + 32, escape(title)));
        if (!Double.isNaN(mark)) {
            double at = x + (mark - low) / (high - low) * width;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#b02a2a\" stroke-width=\"2\"/>%n"
                            + "<text x=\"%.1f\" y=\"%d\" fill=\"#b02a2a\" text-anchor=\"end\">deadline</text>%n",
                    at,
                    y,
                    at,
                    y + height,
                    at - 4,
                    y + 12));
        }
    }

    /** Counts per bin; what lies above the range (nights never published) goes to the last. */
    static int[] bins(double[] values, double low, double high) {
        int[] counts = new int[BINS];
        for (double value : values) {
            double place = (value - low) / (high - low) * BINS;
            counts[(int) Math.max(0, Math.min(BINS - 1, place))]++;
        }
        return counts;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
