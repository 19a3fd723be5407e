package io.daybreak.report.layout;

import io.daybreak.report.text.ByteText;
import java.io.IOException;
import java.util.function.Supplier;

/** Writes one file of a physical format, told by the walker what comes next. Everything it is handed has been checked. */
public interface Emitter {

    /** A file begins. */
    default void beginFile() throws IOException {}

    /** The records of a group begin. */
    default void beginRecords(Node.Container container) throws IOException {}

    /** A container begins, under its own name or the one a column gives it. */
    void begin(Node.Container container, String name) throws IOException;

    /** A value; the text is good until the call returns. */
    void value(Node.Leaf leaf, ByteText text) throws IOException;

    /** A leaf has no value; engines with fixed places fill it. */
    default void absent(Node.Leaf leaf) throws IOException {}

    /** A value that is known only when the file is complete. */
    void deferred(Node.Leaf leaf, Supplier<String> text) throws IOException;

    /** A container ends. */
    void end(Node.Container container) throws IOException;

    /** The records of a group end. */
    default void endRecords(Node.Container container) throws IOException {}

    /** The file ends. */
    default void endFile() throws IOException {}

    /**
     * A count only this engine keeps, such as {@code lines}.
     *
     * @throws IllegalArgumentException if it keeps no such count
     */
    default long count(String name) {
        throw new IllegalArgumentException("this engine keeps no count of '" + name + "'");
    }
}
