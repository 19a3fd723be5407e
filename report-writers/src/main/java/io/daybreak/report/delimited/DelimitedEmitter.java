package io.daybreak.report.delimited;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Spells a layout as delimited lines. */
final class DelimitedEmitter implements Emitter {

    private final DeferredOutput out;
    private final Writer text;
    private final CsvWriter csv;
    private final DelimitedEngine.Options options;
    private final List<String> fields = new ArrayList<>();
    private @Nullable List<@Nullable Supplier<String>> deferred;
    private long lines;

    DelimitedEmitter(DeferredOutput out, DelimitedEngine.Options options) {
        this.out = out;
        this.options = options;
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder()
                .fieldSeparator(options.delimiter())
                .lineDelimiter(options.line().equals("\n") ? LineDelimiter.LF : LineDelimiter.CRLF);
        if (options.quote().equals("always")) {
            builder.quoteStrategy(QuoteStrategies.ALWAYS);
        }
        this.csv = builder.build(text);
    }

    @Override
    public void beginRecords(Node.Container container) throws IOException {
        if (container.options().containsKey("header")) {
            endLine();
            for (Node child : container.children()) {
                if (child instanceof Node.Leaf leaf) {
                    fields.add(leaf.name());
                }
            }
            endLine();
        }
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        endLine();
    }

    @Override
    public void value(Node.Leaf leaf, String value) {
        fields.add(value);
    }

    @Override
    public void absent(Node.Leaf leaf) {
        fields.add("");
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> value) {
        List<@Nullable Supplier<String>> suppliers = deferred == null ? new ArrayList<>() : deferred;
        while (suppliers.size() < fields.size()) {
            suppliers.add(null);
        }
        suppliers.add(value);
        fields.add("");
        deferred = suppliers;
    }

    @Override
    public void end(Node.Container container) throws IOException {
        endLine();
    }

    @Override
    public void endFile() throws IOException {
        endLine();
        csv.flush();
        text.flush();
    }

    @Override
    public long count(String name) {
        if (name.equals("lines")) {
            return fields.isEmpty() ? lines : lines + 1;
        }
        return Emitter.super.count(name);
    }

    private void endLine() throws IOException {
        if (fields.isEmpty()) {
            return;
        }
        if (deferred == null) {
            csv.writeRecord(fields);
        } else {
            writeWithHoles(deferred);
            deferred = null;
        }
        fields.clear();
        lines++;
    }

    private void writeWithHoles(List<@Nullable Supplier<String>> suppliers) throws IOException {
        csv.flush();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                text.write(options.delimiter());
            }
            Supplier<String> supplier = i < suppliers.size() ? suppliers.get(i) : null;
            if (supplier == null) {
                text.write(quoted(fields.get(i)));
            } else {
                text.flush();
                out.hole(() -> supplier.get().getBytes(StandardCharsets.UTF_8));
            }
        }
        text.write(options.line());
        text.flush();
    }

    private String quoted(String field) {
        boolean plain = field.indexOf(options.delimiter()) < 0 && field.indexOf('"') < 0;
        return plain && !options.quote().equals("always") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
