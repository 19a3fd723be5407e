package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import java.io.IOException;

/** Writes a container for each record of a group that belongs to the current record above. */
final class RecordsStep extends Step {

    private final Node.Container container;
    private final int group;
    private final OnceStep.Contents contents;

    RecordsStep(Node.Container container) {
        this.container = container;
        this.group = container.group();
        this.contents = new OnceStep.Contents(container);
    }

    @Override
    String name() {
        return container.name();
    }

    @Override
    boolean hasContent(Walk walk) {
        return walk.hasNext(group);
    }

    @Override
    void run(Walk walk, Emitter emitter) throws IOException {
        walk.beginRecords(group);
        emitter.beginRecords(container);
        long written = 0;
        Condition when = container.when();
        while (walk.hasNext(group) && walk.hasRoom(group)) {
            walk.advance(group);
            written++;
            if (when == null || when.holds(walk.value(when.column()))) {
                contents.write(walk, emitter);
            }
        }
        emitter.endRecords(container);
        checkOccurrences(walk, written);
        walk.endRecords(group);
    }

    private void checkOccurrences(Walk walk, long written) {
        boolean tooFew = written < container.least() && (written > 0 || !container.optional());
        if (tooFew || written > container.most()) {
            walk.add(Finding.error(
                    "occurrences",
                    walk.describeParent(group),
                    container.name(),
                    Long.toString(written),
                    "%s records of %s"
                            .formatted(
                                    tooFew ? "at least " + container.least() : "at most " + container.most(),
                                    walk.name(group))));
        }
    }
}
