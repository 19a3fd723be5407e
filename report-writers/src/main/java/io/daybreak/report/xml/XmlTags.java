package io.daybreak.report.xml;

import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The tags of a layout, spelt once. Immutable. */
final class XmlTags {

    private final byte[][] opening;
    private final byte[][] closing;
    private final Map<String, byte[][]> renamed;

    XmlTags(Layout layout) {
        this.opening = new byte[layout.nodes()][];
        this.closing = new byte[layout.nodes()][];
        Map<String, byte[][]> others = new TreeMap<>();
        layout.forEachNode(node -> spell(node, others));
        this.renamed = others;
    }

    private void spell(Node node, Map<String, byte[][]> others) {
        if (node instanceof Node.Container container) {
            set(container.ordinal(), "<" + container.name(), "</" + container.name() + ">");
            Node.Renaming renaming = container.renaming();
            if (renaming != null) {
                for (String name : renaming.names().values()) {
                    others.put(name, new byte[][] {bytes("<" + name), bytes("</" + name + ">")});
                }
            }
        } else if (node instanceof Node.Leaf leaf) {
            switch (leaf.role()) {
                case ELEMENT -> set(leaf.ordinal(), "<" + leaf.name() + ">", "</" + leaf.name() + ">");
                case ATTRIBUTE -> set(leaf.ordinal(), " " + leaf.name() + "=\"", "\"");
                case TEXT -> set(leaf.ordinal(), "", "");
            }
        }
    }

    private void set(int ordinal, String open, String close) {
        opening[ordinal] = bytes(open);
        closing[ordinal] = bytes(close);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What stands before a leaf's text. */
    byte[] before(Node.Leaf leaf) {
        return opening[leaf.ordinal()];
    }

    /** What stands after a leaf's text. */
    byte[] after(Node.Leaf leaf) {
        return closing[leaf.ordinal()];
    }

    /** The beginning of a start tag, up to the name. */
    byte[] open(Node.Container container, String name) {
        return own(container, name) ? opening[container.ordinal()] : other(name)[0];
    }

    /** The end tag. */
    byte[] close(Node.Container container, String name) {
        return own(container, name) ? closing[container.ordinal()] : other(name)[1];
    }

    private static boolean own(Node.Container container, String name) {
        return container.renaming() == null || name.equals(container.name());
    }

    private byte[][] other(String name) {
        byte[][] tags = renamed.get(name);
        if (tags == null) {
            throw new IllegalArgumentException("no element of the layout is called '" + name + "'");
        }
        return tags;
    }
}
