package io.daybreak.report.layout;

import io.daybreak.report.spec.FieldType;
import java.util.Map;

/** What an engine adds to the reading of a layout. */
@FunctionalInterface
public interface Dialect {

    /**
     * The type of a leaf under the engine's own bounds, such as the width of its place.
     *
     * @param name the leaf's name as written
     * @param type its declared type
     * @param options its options, to which the engine may add
     */
    FieldType adapt(String name, FieldType type, Map<String, String> options);

    /** Adds nothing. */
    static Dialect plain() {
        return (name, type, options) -> type;
    }
}
