package io.daybreak.report.layout;

import io.daybreak.report.spec.FieldType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a layout: what comes in which order. */
public sealed interface Node {

    /**
     * An element, record, object or line that holds others.
     *
     * @param name its name
     * @param optional whether it is left out where it has no content
     * @param group the group each of whose records it is written for, or {@link #ONCE}
     * @param least fewest records of that group within a parent
     * @param most most records of it
     * @param when when it is written; null for whenever it has content
     * @param renaming how a column decides its name; null for its own
     * @param options what the engine wants to know
     * @param children its parts in order
     * @param ordinal its number among the layout's nodes
     */
    record Container(
            String name,
            boolean optional,
            int group,
            long least,
            long most,
            @Nullable Condition when,
            @Nullable Renaming renaming,
            Map<String, String> options,
            List<Node> children,
            int ordinal)
            implements Node {

        /** Written once, not per record. */
        public static final int ONCE = -1;
    }

    /**
     * A name decided by a column, as where the element says which action is reported.
     *
     * @param column the column
     * @param names names by the column's values
     */
    record Renaming(ColumnRef column, Map<String, String> names) {}

    /** Exactly one of its alternatives is written, or none if it is optional. */
    record Choice(boolean optional, List<Node> alternatives) implements Node {}

    /**
     * A value.
     *
     * @param name its name
     * @param role how it stands in its container
     * @param binding where the value comes from
     * @param type what it must satisfy
     * @param optional whether it may be absent
     * @param options what the engine wants to know
     * @param path its place in the layout, for findings
     * @param ordinal its number among the layout's nodes
     */
    record Leaf(
            String name,
            Role role,
            Binding binding,
            FieldType type,
            boolean optional,
            Map<String, String> options,
            String path,
            int ordinal)
            implements Node {}

    /** How a leaf stands in its container. */
    enum Role {
        /** A named part. */
        ELEMENT,
        /** An attribute of the container. */
        ATTRIBUTE,
        /** The container's own text. */
        TEXT
    }
}
