package io.daybreak.report.tag;

import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What stands before, between and after the parts of a layout, spelt once. Immutable. */
final class TagTexts {

    private final Piece[] before;
    private final Piece[] after;
    private final Piece[] separators;

    /** A fixed text and how many line feeds are in it. */
    record Piece(byte[] bytes, int lineFeeds) {
        static Piece of(Map<String, String> options, String name) {
            byte[] bytes = options.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
            return new Piece(bytes, TagTexts.lineFeeds(bytes, bytes.length));
        }
    }

    TagTexts(Layout layout) {
        this.before = new Piece[layout.nodes()];
        this.after = new Piece[layout.nodes()];
        this.separators = new Piece[layout.nodes()];
        layout.forEachNode(node -> {
            if (node instanceof Node.Leaf leaf) {
                before[leaf.ordinal()] = Piece.of(leaf.options(), "before");
                after[leaf.ordinal()] = Piece.of(leaf.options(), "after");
            } else if (node instanceof Node.Container container) {
                before[container.ordinal()] = Piece.of(container.options(), "open");
                after[container.ordinal()] = Piece.of(container.options(), "close");
                separators[container.ordinal()] = Piece.of(container.options(), "separator");
            }
        });
    }

    static int lineFeeds(byte[] bytes, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    Piece before(int ordinal) {
        return before[ordinal];
    }

    Piece after(int ordinal) {
        return after[ordinal];
    }

    Piece separator(Node.Container container) {
        return separators[container.ordinal()];
    }
}
