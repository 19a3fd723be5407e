package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.input.ReportInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Walks a compiled layout over one report's input, once, checking every value before it is handed to an emitter.
 *
 * <p>Memory holds one row per group. Not thread-safe; good for one report.
 */
public final class LayoutWalker {

    private static final Pattern FILE_NAME_PART = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,59}");

    private final Layout layout;
    private final Walk walk;

    /**
     * A walker over an input.
     *
     * @throws IllegalArgumentException if a group lacks a column the layout binds, or a header value has no column
     */
    public LayoutWalker(Layout layout, ReportInput input, Findings findings) {
        this.layout = layout;
        this.walk = new Walk(layout, input, findings);
    }

    /** Whether records are left for another file. */
    public boolean hasMore() {
        return walk.hasMoreFiles();
    }

    /** Records of the outermost groups written so far. */
    public long records() {
        return walk.records();
    }

    /** Begins the next file and gives its name. */
    public String beginFile() {
        walk.beginFile();
        StringBuilder name = new StringBuilder();
        for (Layout.NamePart piece : layout.name()) {
            Node.Leaf leaf = piece.leaf();
            name.append(piece.literal());
            if (leaf != null) {
                name.append(fileNamePart(leaf));
            }
        }
        return name.toString();
    }

    private String fileNamePart(Node.Leaf leaf) {
        String text = LeafStep.of(leaf).string(walk);
        if (text == null || !FILE_NAME_PART.matcher(text).matches()) {
            if (text != null) {
                walk.add(Finding.error(
                        "file-name",
                        "header",
                        leaf.path(),
                        text,
                        "at most 60 letters, digits, dots, dashes or underscores"));
            }
            return "unnamed";
        }
        return text;
    }

    /** Writes one file. */
    public void write(Emitter emitter) throws IOException {
        emitter.beginFile();
        for (Step step : layout.steps()) {
            step.run(walk, emitter);
        }
        emitter.endFile();
    }

    /** Checks what can only be known at the end: rows nobody took, control totals. */
    public void finish() {
        walk.checkLeftOvers();
        for (Layout.Control control : layout.controls()) {
            Object expected = walk.value(control.column());
            BigDecimal actual = walk.total(control.formula());
            if (expected instanceof BigDecimal number && number.compareTo(actual) != 0) {
                walk.add(Finding.error(
                        "control-total", "header", control.text(), number.toPlainString(), actual.toPlainString()));
            }
        }
    }

    /** The control totals declared by the format. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        layout.totals().forEach((name, formula) -> values.put(name, walk.total(formula)));
        return values;
    }
}
