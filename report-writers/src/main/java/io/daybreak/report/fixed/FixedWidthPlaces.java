package io.daybreak.report.fixed;

import io.daybreak.report.layout.Binding;
import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.Node;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Where each leaf of a layout stands in its record, and what a record holds before there is a value. Immutable. */
final class FixedWidthPlaces {

    static final byte[] NONE = {};

    private final int width;
    private final Place[] places;
    private final byte[][] templates;
    private final boolean[] inTemplate;

    /**
     * A place.
     *
     * @param from its first position, counted from 0
     * @param to the position after its last
     * @param fill what fills it up
     * @param right whether its text stands right
     */
    record Place(int from, int to, byte fill, boolean right) {

        /** Puts a text of single bytes at the place, filled up. */
        void put(byte[] text, int length, byte[] record) {
            int rest = to - from - length;
            if (right) {
                Arrays.fill(record, from, from + rest, fill);
                System.arraycopy(text, 0, record, from + rest, length);
            } else {
                System.arraycopy(text, 0, record, from, length);
                Arrays.fill(record, from + length, to, fill);
            }
        }
    }

    FixedWidthPlaces(Layout layout, int width) {
        this.width = width;
        this.places = new Place[layout.nodes()];
        this.templates = new byte[layout.nodes()][];
        Arrays.fill(templates, NONE);
        this.inTemplate = new boolean[layout.nodes()];
        layout.forEachNode(node -> {
            if (node instanceof Node.Leaf leaf) {
                places[leaf.ordinal()] = new Place(
                        Integer.parseInt(option(leaf, "from")),
                        Integer.parseInt(option(leaf, "to")),
                        (byte) option(leaf, "fill").charAt(0),
                        option(leaf, "align").equals("right"));
            }
        });
        layout.forEachNode(node -> {
            if (node instanceof Node.Container container && isOneRecord(container)) {
                templates[container.ordinal()] = makeTemplate(container);
            }
        });
    }

    private static String option(Node.Leaf leaf, String name) {
        return Objects.requireNonNull(leaf.options().get(name), name);
    }

    private static boolean isOneRecord(Node.Container container) {
        return container.children().stream().allMatch(child -> child instanceof Node.Leaf);
    }

    private byte[] makeTemplate(Node.Container container) {
        byte[] template = new byte[width];
        Arrays.fill(template, (byte) ' ');
        for (Node child : container.children()) {
            Node.Leaf leaf = (Node.Leaf) child;
            byte[] text = new byte[0];
            if (leaf.binding() instanceof Binding.Literal literal) {
                text = literal.text().getBytes(StandardCharsets.ISO_8859_1);
                inTemplate[leaf.ordinal()] = true;
            }
            of(leaf).put(text, text.length, template);
        }
        return template;
    }

    Place of(Node.Leaf leaf) {
        return places[leaf.ordinal()];
    }

    /** A container's record with its fixed texts and all else filled up; {@link #NONE} if it is not one record of leaves alone. */
    byte[] template(Node.Container container) {
        return templates[container.ordinal()];
    }

    /** Whether a leaf's text stands in its record's template. */
    boolean isInTemplate(Node.Leaf leaf) {
        return inTemplate[leaf.ordinal()];
    }
}
