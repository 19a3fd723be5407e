package io.daybreak.report.layout;

/** Where a leaf's value comes from. */
public sealed interface Binding {

    /**
     * A column of the input.
     *
     * @param column which
     * @param fallback text written where the column has no value; empty for none
     */
    record Cell(ColumnRef column, java.util.Optional<String> fallback) implements Binding {}

    /** A text the specification fixes. */
    record Literal(String text) implements Binding {}

    /** The position of a counter after it is advanced: {@code seq} counts through the file. */
    record Sequence() implements Binding {}

    /** The number of the current record of a group within its parent, from 1. */
    record Index(int group) implements Binding {}

    /** The number of the file among the parts of this report, from 1. */
    record Part() implements Binding {}

    /** Something only the engine's emitter counts: lines, blocks, bytes. */
    record EngineCount(String name) implements Binding {}

    /** A weighted sum of counts and sums. */
    record Total(Formula formula) implements Binding {}
}
