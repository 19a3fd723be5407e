package io.daybreak.report.fixed;

import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.Node;
import java.util.Objects;

/** Where each leaf of a layout stands in its record. Immutable. */
final class FixedWidthPlaces {

    private final Place[] places;

    /**
     * A place.
     *
     * @param from its first position, counted from 0
     * @param to the position after its last
     * @param fill what fills it up
     * @param right whether its text stands right
     */
    record Place(int from, int to, byte fill, boolean right) {}

    FixedWidthPlaces(Layout layout) {
        this.places = new Place[layout.nodes()];
        layout.forEachNode(node -> {
            if (node instanceof Node.Leaf leaf) {
                places[leaf.ordinal()] = new Place(
                        Integer.parseInt(option(leaf, "from")),
                        Integer.parseInt(option(leaf, "to")),
                        (byte) option(leaf, "fill").charAt(0),
                        option(leaf, "align").equals("right"));
            }
        });
    }

    private static String option(Node.Leaf leaf, String name) {
        return Objects.requireNonNull(leaf.options().get(name), name);
    }

    Place of(Node.Leaf leaf) {
        return places[leaf.ordinal()];
    }
}
