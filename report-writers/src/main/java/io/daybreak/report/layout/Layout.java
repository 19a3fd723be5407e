package io.daybreak.report.layout;

import io.daybreak.report.input.InputModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A compiled layout: a tree over numbered groups, columns and aggregates.
 *
 * @param input the columns the tree binds
 * @param roots the top of the tree, in order
 * @param nodes how many containers and leaves are numbered
 * @param steps the tree made ready to be walked
 * @param aggregates every count and sum the tree, the totals and the controls use
 * @param totals control totals by name
 * @param controls equalities between a formula and a header column
 * @param name the parts of the file name
 * @param splitGroup the group whose records are spread over files, or -1
 * @param splitRecords most records of it in one file
 * @param unique per group, whether keys must rise strictly
 * @param lifecycles by group, the order in which the records of one thing stand
 */
public record Layout(
        InputModel input,
        List<Node> roots,
        int nodes,
        List<Step> steps,
        List<Aggregate> aggregates,
        Map<String, Formula> totals,
        List<Control> controls,
        List<NamePart> name,
        int splitGroup,
        long splitRecords,
        List<Boolean> unique,
        Map<Integer, Lifecycle> lifecycles) {

    static List<Step> steps(List<Node> roots) {
        return List.copyOf(Arrays.asList(Step.of(roots)));
    }

    /** Shows every node of the tree to a visitor. */
    public void forEachNode(Consumer<Node> visitor) {
        visit(roots, visitor);
    }

    private static void visit(List<Node> nodes, Consumer<Node> visitor) {
        for (Node node : nodes) {
            visitor.accept(node);
            if (node instanceof Node.Container container) {
                visit(container.children(), visitor);
            } else if (node instanceof Node.Choice choice) {
                visit(choice.alternatives(), visitor);
            }
        }
    }

    /** A formula that must equal a header column where that has a value. */
    public record Control(Formula formula, ColumnRef column, String text) {}

    /**
     * A piece of a file name.
     *
     * @param literal text as it is, empty for a bound piece
     * @param leaf the bound piece; null for text
     */
    public record NamePart(String literal, Node.@Nullable Leaf leaf) {}
}
