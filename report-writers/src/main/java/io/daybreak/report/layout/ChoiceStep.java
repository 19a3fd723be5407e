package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes exactly one of its alternatives, or none if it is optional. */
final class ChoiceStep extends Step {

    private final boolean optional;
    private final Step[] alternatives;

    ChoiceStep(Node.Choice choice) {
        this.optional = choice.optional();
        this.alternatives = of(choice.alternatives());
    }

    @Override
    String name() {
        return "choice";
    }

    @Override
    boolean hasContent(Walk walk) {
        return anyContent(alternatives, walk);
    }

    @Override
    void run(Walk walk, Emitter emitter) throws IOException {
        @Nullable Step first = null;
        boolean several = false;
        for (Step alternative : alternatives) {
            if (alternative.hasContent(walk)) {
                several = first != null;
                first = first == null ? alternative : first;
                if (several) {
                    break;
                }
            }
        }
        if (several || (first == null && !optional)) {
            refuse(walk);
        }
        if (first != null) {
            first.run(walk, emitter);
        }
    }

    private void refuse(Walk walk) {
        List<String> names = Arrays.stream(alternatives).map(Step::name).toList();
        List<String> present = Arrays.stream(alternatives)
                .filter(alternative -> alternative.hasContent(walk))
                .map(Step::name)
                .toList();
        walk.add(Finding.error(
                "choice",
                walk.describeCurrent(),
                String.join("|", names),
                present.toString(),
                "exactly one of " + names));
    }
}
