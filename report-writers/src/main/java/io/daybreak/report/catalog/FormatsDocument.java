package io.daybreak.report.catalog;

import io.daybreak.report.spec.FormatSpec;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The registry as Markdown: what {@code docs/formats.md} holds. */
public final class FormatsDocument {

    /**
     * All formats, by authority then id.
     *
     * @param filled whether the night fills a format, by id, from its own tables
     */
    public static String markdown(ReportCatalog catalog, Predicate<String> filled) {
        Map<String, FormatSpec> ordered = new TreeMap<>();
        for (ReportFormat format : catalog.formats()) {
            ordered.put(format.spec().authority() + "\u0000" + format.spec().id(), format.spec());
        }
        long units = ordered.values().stream()
                .filter(spec -> spec.direction() == FormatSpec.Direction.OUT)
                .map(FormatSpec::unit)
                .distinct()
                .count();
        StringBuilder text = new StringBuilder("# Formats\n\n");
        text.append(ordered.size())
                .append(" formats, ")
                .append(units)
                .append(
                        " outbound submission units (formats that differ only by a code count once). Tier A: an official schema or an")
                .append(" independent validator proves it; tier B: an independent reader or published rules do.\n\n")
                .append("Printed from the registry; a test keeps the two the same. `./daybreak reports show ID` prints")
                .append(" a format's columns. ")
                .append(ordered.keySet().stream()
                        .filter(key -> filled.test(key.substring(key.indexOf('\u0000') + 1)))
                        .count())
                .append(" are filled from the night's tables; of each other outbound one `./daybreak reports show ID`")
                .append(" and the night report say why not.\n\n");
        text.append(
                "| authority | id | title | version | engine | direction | tier | oracle | from the night |\n|---|---|---|---|---|---|---|---|---|\n");
        for (FormatSpec spec : ordered.values()) {
            row(text, spec, filled.test(spec.id()));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, FormatSpec spec, boolean filled) {
        String oracle = spec.oracle().file().isEmpty()
                ? spec.oracle().schema()
                : spec.oracle().file();
        text.append("| ").append(cell(spec.authority()));
        text.append(" | ").append(cell(spec.id()));
        text.append(" | ").append(cell(spec.title()));
        text.append(" | ").append(cell(spec.version()));
        text.append(" | ").append(cell(spec.engine()));
        text.append(" | ").append(spec.direction() == FormatSpec.Direction.OUT ? "out" : "in");
        text.append(" | ").append(cell(spec.oracle().tier()));
        text.append(" | ").append(cell(oracle));
        text.append(" | ").append(filled ? "yes" : "").append(" |\n");
    }

    private static String cell(String value) {
        return value.replace("|", "\\|");
    }

    private FormatsDocument() {}
}
