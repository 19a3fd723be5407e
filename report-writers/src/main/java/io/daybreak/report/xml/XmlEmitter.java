package io.daybreak.report.xml;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.text.ByteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Spells a layout as XML 1.0 in UTF-8. What is left to do per value is to copy it, with markup escaped. */
public final class XmlEmitter implements Emitter {

    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EMPTY = "/>".getBytes(StandardCharsets.UTF_8);

    private final DeferredOutput out;
    private final XmlTags tags;
    private final Deque<String> renamed = new ArrayDeque<>();
    private boolean inStartTag;

    XmlEmitter(DeferredOutput out, XmlTags tags) {
        this.out = out;
        this.tags = tags;
    }

    @Override
    public void beginFile() throws IOException {
        out.write(DECLARATION);
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        endStartTag();
        out.write(tags.open(container, name));
        inStartTag = true;
        if (container.renaming() != null) {
            renamed.push(name);
        }
    }

    private void endStartTag() throws IOException {
        if (inStartTag) {
            out.write('>');
            inStartTag = false;
        }
    }

    @Override
    public void value(Node.Leaf leaf, ByteText text) throws IOException {
        boolean attribute = leaf.role() == Node.Role.ATTRIBUTE;
        if (!attribute) {
            endStartTag();
        }
        out.write(tags.before(leaf));
        int special = attribute ? ByteText.MARKUP | ByteText.QUOTE : ByteText.MARKUP;
        if ((text.marks() & special) == 0) {
            out.write(text.bytes(), 0, text.length());
        } else {
            escaped(text.bytes(), text.length());
        }
        out.write(tags.after(leaf));
    }

    private void escaped(byte[] bytes, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            String entity = entity(bytes[i]);
            if (entity.isEmpty()) {
                out.write(bytes[i]);
            } else {
                out.write(entity.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static String entity(byte b) {
        return switch (b) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
        };
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) throws IOException {
        if (leaf.role() != Node.Role.ATTRIBUTE) {
            endStartTag();
        }
        out.write(tags.before(leaf));
        out.hole(() -> text.get().getBytes(StandardCharsets.UTF_8));
        out.write(tags.after(leaf));
    }

    @Override
    public void end(Node.Container container) throws IOException {
        String name = container.renaming() == null ? container.name() : renamed.pop();
        if (inStartTag) {
            out.write(EMPTY);
            inStartTag = false;
        } else {
            out.write(tags.close(container, name));
        }
    }
}
