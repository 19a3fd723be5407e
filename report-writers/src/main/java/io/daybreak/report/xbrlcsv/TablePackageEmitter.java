package io.daybreak.report.xbrlcsv;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.text.ByteText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Spells a layout as a report package of wide tables. */
final class TablePackageEmitter implements Emitter {

    private static final int BUFFER = 1 << 14;

    private final ZipOutputStream zip;

    /** Rows on their way into the zip, which is slow with small pieces. */
    private final OutputStream rows;

    private final String folder;
    private final PackageHeader header;
    private final Layout layout;
    private final String entryPoint;
    private final int decimals;
    private final TreeMap<String, Boolean> indicators = new TreeMap<>();
    private boolean open;
    private int fields;

    TablePackageEmitter(
            DeferredOutput out, String folder, PackageHeader header, Layout layout, String entryPoint, int decimals) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.rows = new BufferedOutputStream(zip, BUFFER);
        this.folder = folder;
        this.header = header;
        this.layout = layout;
        this.entryPoint = entryPoint;
        this.decimals = decimals;
    }

    @Override
    public void beginFile() throws IOException {
        layout.forEachNode(node -> {
            if (node instanceof Node.Container table) {
                indicators.put(option(table, "indicator"), false);
            }
        });
        text(
                "META-INF/reportPackage.json",
                "{\"documentInfo\":{\"documentType\":\"https://xbrl.org/report-package/2023\"}}");
        text(
                "reports/report.json",
                "{\"documentInfo\":{\"documentType\":\"https://xbrl.org/2021/xbrl-csv\",\"extends\":[\"" + entryPoint
                        + "\"]}}");
        text(
                "reports/parameters.csv",
                "name,value\nentityID,rs:%s.%s\nrefPeriod,%s\nbaseCurrency,iso4217:%s\ndecimalsInteger,0\ndecimalsMonetary,%d\n"
                        .formatted(
                                header.entityLei(),
                                header.scope(),
                                header.referenceDate(),
                                header.currency(),
                                decimals));
    }

    private void text(String name, String content) throws IOException {
        begin(name);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(folder + "/" + name);
        entry.setTimeLocal(header.createdAt());
        zip.putNextEntry(entry);
    }

    private static String option(Node.Container table, String name) {
        return Objects.requireNonNull(table.options().get(name), () -> "$" + name + " of " + table.name());
    }

    @Override
    public void begin(Node.Container table, String name) throws IOException {
        if (open) {
            return;
        }
        open = true;
        indicators.put(option(table, "indicator"), true);
        begin("reports/" + option(table, "file"));
        StringJoiner names = new StringJoiner(",", "", "\n");
        for (Node child : table.children()) {
            names.add(((Node.Leaf) child).name());
        }
        rows.write(names.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void value(Node.Leaf leaf, ByteText text) throws IOException {
        separate();
        if ((text.marks() & ByteText.SEPARATOR) == 0) {
            rows.write(text.bytes(), 0, text.length());
        } else {
            String quoted = '"' + text.string().replace("\"", "\"\"") + '"';
            rows.write(quoted.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void separate() throws IOException {
        if (fields++ > 0) {
            rows.write(',');
        }
    }

    @Override
    public void absent(Node.Leaf leaf) throws IOException {
        separate();
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) {
        throw new IllegalStateException("a table of a package has no place that waits for the file's end");
    }

    @Override
    public void end(Node.Container table) throws IOException {
        rows.write('\n');
        fields = 0;
    }

    @Override
    public void endRecords(Node.Container table) throws IOException {
        if (open) {
            rows.flush();
            zip.closeEntry();
            open = false;
        }
    }

    @Override
    public void endFile() throws IOException {
        StringBuilder filed = new StringBuilder("templateID,reported\n");
        indicators.forEach((template, reported) ->
                filed.append(template).append(',').append(reported).append('\n'));
        text("reports/FilingIndicators.csv", filed.toString());
        zip.finish();
    }
}
