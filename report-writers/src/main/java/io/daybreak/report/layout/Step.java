package io.daybreak.report.layout;

import java.io.IOException;
import java.util.List;

/** A node of a layout made ready to be walked: what can be decided before there is a record has been. Immutable. */
public abstract sealed class Step permits LeafStep, OnceStep, RecordsStep, ChoiceStep {

    Step() {}

    /** The steps of nodes, in order. */
    static Step[] of(List<Node> nodes) {
        return nodes.stream().map(Step::of).toArray(Step[]::new);
    }

    private static Step of(Node node) {
        if (node instanceof Node.Leaf leaf) {
            return LeafStep.of(leaf);
        }
        if (node instanceof Node.Choice choice) {
            return new ChoiceStep(choice);
        }
        Node.Container container = (Node.Container) node;
        return container.group() == Node.Container.ONCE ? new OnceStep(container) : new RecordsStep(container);
    }

    /** Writes what the node stands for, at the rows the walk is at. */
    abstract void run(Walk walk, Emitter emitter) throws IOException;

    /** Whether there is something to write. */
    abstract boolean hasContent(Walk walk);

    /** What findings call it. */
    abstract String name();

    static boolean anyContent(Step[] steps, Walk walk) {
        for (Step step : steps) {
            if (step.hasContent(walk)) {
                return true;
            }
        }
        return false;
    }
}
