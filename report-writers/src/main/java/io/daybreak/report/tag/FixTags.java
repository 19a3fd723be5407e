package io.daybreak.report.tag;

import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.Node;
import java.nio.charset.StandardCharsets;

/** The tags of a layout with their equals signs, spelt once. Immutable. */
final class FixTags {

    private final byte[][] tags;

    FixTags(Layout layout) {
        this.tags = new byte[layout.nodes()][];
        layout.forEachNode(node -> {
            if (node instanceof Node.Leaf leaf) {
                tags[leaf.ordinal()] = (leaf.name() + "=").getBytes(StandardCharsets.UTF_8);
            }
        });
    }

    byte[] of(Node.Leaf leaf) {
        return tags[leaf.ordinal()];
    }
}
