package io.daybreak.report.layout;

import io.daybreak.report.spec.FormatSpec;
import java.util.Set;

/**
 * In which order the records of one thing stand in a report.
 *
 * @param of the column that names the thing
 * @param step the column that says what happened to it
 * @param opens steps that come first and once
 * @param closes steps that end it
 * @param after the only steps that may follow its end
 */
record Lifecycle(ColumnRef of, ColumnRef step, Set<String> opens, Set<String> closes, Set<String> after) {

    Lifecycle(ColumnRef of, ColumnRef step, FormatSpec.LifecycleSpec spec) {
        this(of, step, Set.copyOf(spec.opens()), Set.copyOf(spec.closes()), Set.copyOf(spec.after()));
    }
}
