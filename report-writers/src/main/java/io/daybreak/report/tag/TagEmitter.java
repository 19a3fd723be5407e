package io.daybreak.report.tag;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Spells a layout as tagged text. */
final class TagEmitter implements Emitter {

    private final DeferredOutput out;
    private final Deque<Level> levels = new ArrayDeque<>();
    private long lines = 1;

    TagEmitter(DeferredOutput out) {
        this.out = out;
    }

    private static final class Level {
        private final String separator;
        private boolean begun;

        Level(String separator) {
            this.separator = separator;
        }
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        levels.push(new Level(container.options().getOrDefault("separator", "")));
        write(container.options().getOrDefault("open", ""));
    }

    @Override
    public void value(Node.Leaf leaf, String text) throws IOException {
        separate();
        write(leaf.options().getOrDefault("before", ""));
        write(text);
        write(leaf.options().getOrDefault("after", ""));
    }

    @Override
    public void absent(Node.Leaf leaf) throws IOException {
        Level level = levels.peek();
        if (level != null && !level.separator.isEmpty()) {
            separate();
        }
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) throws IOException {
        separate();
        write(leaf.options().getOrDefault("before", ""));
        out.hole(() -> text.get().getBytes(StandardCharsets.UTF_8));
        write(leaf.options().getOrDefault("after", ""));
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
        write(container.options().getOrDefault("close", ""));
        levels.pop();
    }

    @Override
    public long count(String name) {
        return name.equals("lines") ? lines : Emitter.super.count(name);
    }

    private void write(String text) throws IOException {
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines++;
        }
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
