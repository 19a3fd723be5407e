package io.daybreak.report.layout;

import io.daybreak.report.input.InputModel;
import java.util.List;
import java.util.Map;

/**
 * A compiled layout: a tree over numbered groups, columns and aggregates.
 *
 * @param input the columns the tree binds
 * @param roots the top of the tree, in order
 * @param aggregates every count and sum the tree, the totals and the controls use
 * @param totals control totals by name
 * @param controls equalities between a formula and a header column
 * @param name the parts of the file name
 * @param splitGroup the group whose records are spread over files, or -1
 * @param splitRecords most records of it in one file
 * @param unique per group, whether keys must rise strictly
 */
public record Layout(
        InputModel input,
        List<Node> roots,
        List<Aggregate> aggregates,
        Map<String, Formula> totals,
        List<Control> controls,
        List<NamePart> name,
        int splitGroup,
        long splitRecords,
        List<Boolean> unique) {

    /** A formula that must equal a header column where that has a value. */
    public record Control(Formula formula, ColumnRef column, String text) {}

    /**
     * A piece of a file name.
     *
     * @param literal text as it is, empty for a bound piece
     * @param leaf the bound piece; null for text
     */
    public record NamePart(String literal, Node.@org.jspecify.annotations.Nullable Leaf leaf) {}
}
