package io.daybreak.report.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.Node;
import io.daybreak.report.spec.FieldType;

/** The names of a layout's values, escaped once, and how the values stand. Immutable. */
final class JsonNames {

    /** How a value stands. */
    enum Shape {
        NUMBER,
        FLAG,
        STRING
    }

    private final SerializableString[] names;
    private final Shape[] shapes;

    JsonNames(Layout layout) {
        this.names = new SerializableString[layout.nodes()];
        this.shapes = new Shape[layout.nodes()];
        layout.forEachNode(node -> {
            if (node instanceof Node.Leaf leaf) {
                SerializedString name = new SerializedString(leaf.name());
                name.asQuotedUTF8();
                names[leaf.ordinal()] = name;
                shapes[leaf.ordinal()] = shapeOf(leaf.type());
            }
        });
    }

    private static Shape shapeOf(FieldType type) {
        return switch (type.kind()) {
            case INTEGER, DECIMAL, IMPLIED -> Shape.NUMBER;
            case FLAG ->
                type.facets().yes().equals("true") && type.facets().no().equals("false") ? Shape.FLAG : Shape.STRING;
            case TEXT, DATE, TIMESTAMP -> Shape.STRING;
        };
    }

    SerializableString of(Node.Leaf leaf) {
        return names[leaf.ordinal()];
    }

    Shape shape(Node.Leaf leaf) {
        return shapes[leaf.ordinal()];
    }
}
