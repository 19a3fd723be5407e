package io.daybreak.report.delimited;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.text.ByteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Spells a layout as delimited lines in UTF-8. A field is quoted, where the format quotes, if it holds the delimiter, a quote or a line end, or
 * begins a line with {@code #}, which readers take for a comment.
 */
final class DelimitedEmitter implements Emitter {

    private final DeferredOutput out;
    private final byte delimiter;
    private final byte[] lineEnd;
    private final boolean always;
    private final boolean delimiterIsMarked;
    private final ByteText name = new ByteText();
    private int fields;
    private long lines;

    DelimitedEmitter(DeferredOutput out, DelimitedEngine.Options options) {
        this.out = out;
        this.delimiter = (byte) options.delimiter();
        this.lineEnd = options.line().getBytes(StandardCharsets.US_ASCII);
        this.always = options.quote().equals("always");
        this.delimiterIsMarked =
                (ByteText.of(String.valueOf(options.delimiter())).marks() & ByteText.SEPARATOR) != 0;
    }

    @Override
    public void beginRecords(Node.Container container) throws IOException {
        if (container.options().containsKey("header")) {
            endLine();
            for (Node child : container.children()) {
                if (child instanceof Node.Leaf leaf) {
                    name.set(leaf.name());
                    value(leaf, name);
                }
            }
            endLine();
        }
    }

    @Override
    public void begin(Node.Container container, String containerName) throws IOException {
        endLine();
    }

    @Override
    public void value(Node.Leaf leaf, ByteText text) throws IOException {
        beginField();
        boolean plain = !always && delimiterIsMarked && (text.marks() & ByteText.SEPARATOR) == 0;
        if (plain || !quotes(text)) {
            out.write(text.bytes(), 0, text.length());
        } else {
            quoted(text);
        }
    }

    private void beginField() throws IOException {
        if (fields++ > 0) {
            out.write(delimiter);
        }
    }

    private boolean quotes(ByteText text) {
        if (always) {
            return true;
        }
        byte[] bytes = text.bytes();
        for (int i = 0; i < text.length(); i++) {
            byte b = bytes[i];
            if (b == delimiter || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return fields == 1 && text.length() > 0 && bytes[0] == '#';
    }

    private void quoted(ByteText text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            byte b = text.bytes()[i];
            if (b == '"') {
                out.write('"');
            }
            out.write(b);
        }
        out.write('"');
    }

    @Override
    public void absent(Node.Leaf leaf) throws IOException {
        beginField();
        if (always) {
            out.write('"');
            out.write('"');
        }
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) throws IOException {
        beginField();
        out.hole(() -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end(Node.Container container) throws IOException {
        endLine();
    }

    @Override
    public void endFile() throws IOException {
        endLine();
    }

    @Override
    public long count(String counted) {
        if (counted.equals("lines")) {
            return fields == 0 ? lines : lines + 1;
        }
        return Emitter.super.count(counted);
    }

    private void endLine() throws IOException {
        if (fields > 0) {
            out.write(lineEnd);
            fields = 0;
            lines++;
        }
    }
}
