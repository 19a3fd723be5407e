package io.daybreak.report.tag;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.text.ByteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Spells a layout as tagged text. */
final class TagEmitter implements Emitter {

    private final DeferredOutput out;
    private final TagTexts texts;
    private final Deque<Level> levels = new ArrayDeque<>();
    private long lines = 1;

    TagEmitter(DeferredOutput out, TagTexts texts) {
        this.out = out;
        this.texts = texts;
    }

    private static final class Level {
        private final TagTexts.Piece separator;
        private boolean begun;

        Level(TagTexts.Piece separator) {
            this.separator = separator;
        }
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        levels.push(new Level(texts.separator(container)));
        write(texts.before(container.ordinal()));
    }

    @Override
    public void value(Node.Leaf leaf, ByteText text) throws IOException {
        separate();
        write(texts.before(leaf.ordinal()));
        if ((text.marks() & ByteText.SEPARATOR) != 0) {
            lines += TagTexts.lineFeeds(text.bytes(), text.length());
        }
        out.write(text.bytes(), 0, text.length());
        write(texts.after(leaf.ordinal()));
    }

    @Override
    public void absent(Node.Leaf leaf) throws IOException {
        Level level = levels.peek();
        if (level != null && level.separator.bytes().length > 0) {
            separate();
        }
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) throws IOException {
        separate();
        write(texts.before(leaf.ordinal()));
        out.hole(() -> text.get().getBytes(StandardCharsets.UTF_8));
        write(texts.after(leaf.ordinal()));
    }

    private void separate() throws IOException {
        Level level = levels.peek();
        if (level == null) {
            return;
        }
        if (level.begun) {
            write(level.separator);
        }
        level.begun = true;
    }

    @Override
    public void end(Node.Container container) throws IOException {
        write(texts.after(container.ordinal()));
        levels.pop();
    }

    @Override
    public long count(String name) {
        return name.equals("lines") ? lines : Emitter.super.count(name);
    }

    private void write(TagTexts.Piece piece) throws IOException {
        lines += piece.lineFeeds();
        out.write(piece.bytes());
    }
}
