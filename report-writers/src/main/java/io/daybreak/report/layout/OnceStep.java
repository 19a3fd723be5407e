package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a container that stands once. */
final class OnceStep extends Step {

    private final Node.Container container;
    private final Contents contents;

    OnceStep(Node.Container container) {
        this.container = container;
        this.contents = new Contents(container);
    }

    @Override
    String name() {
        return container.name();
    }

    @Override
    void run(Walk walk, Emitter emitter) throws IOException {
        Condition when = container.when();
        if (when != null && !when.holds(walk.value(when.column()))) {
            return;
        }
        if (!container.optional() || contents.any(walk)) {
            contents.write(walk, emitter);
        }
    }

    @Override
    boolean hasContent(Walk walk) {
        Condition when = container.when();
        if (when != null) {
            boolean holds = when.holds(walk.value(when.column()));
            if (!holds || !container.optional()) {
                return holds;
            }
        }
        return contents.any(walk);
    }

    /** A container's name and parts. */
    static final class Contents {
        private final Node.Container container;
        private final Step[] steps;

        Contents(Node.Container container) {
            this.container = container;
            this.steps = of(container.children());
        }

        boolean any(Walk walk) {
            return anyContent(steps, walk);
        }

        void write(Walk walk, Emitter emitter) throws IOException {
            Node.Renaming renaming = container.renaming();
            emitter.begin(container, renaming == null ? container.name() : nameOf(walk, renaming));
            for (Step step : steps) {
                step.run(walk, emitter);
            }
            emitter.end(container);
        }

        private String nameOf(Walk walk, Node.Renaming renaming) {
            Object value = walk.value(renaming.column());
            @Nullable String name = value == null ? null : renaming.names().get(value.toString());
            if (name == null) {
                walk.add(Finding.error(
                        "code-list",
                        walk.describe(renaming.column()),
                        renaming.column().name(),
                        String.valueOf(value),
                        "one of " + renaming.names().keySet()));
                return container.name();
            }
            return name;
        }
    }
}
