package io.daybreak.report.check;

import java.util.ArrayList;
import java.util.List;

/** Collects findings in bounded memory: all are counted, the first thousand kept. Not thread-safe. */
public final class Findings {

    private static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private long errors;
    private long warnings;

    /** Adds a finding. */
    public void add(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            errors++;
        } else {
            warnings++;
        }
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    /** How many findings hold the report. */
    public long errors() {
        return errors;
    }

    /** How many findings do not hold it. */
    public long warnings() {
        return warnings;
    }

    /** The findings kept, in the order they were made. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }
}
