package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.text.ByteText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the writing of a report stands: current rows, counters, totals, findings. Holds one row per group; not thread-safe. */
final class Walk {

    private final List<Aggregate> aggregates;
    private final int splitGroup;
    private final long splitRecords;
    private final boolean[] unique;
    private final Findings findings;
    private final @Nullable LifecycleCheck[] lifecycles;
    private final @Nullable Object[] header;
    private final GroupCursor[] cursors;
    private final boolean[] finished;
    private final int[] parents;
    private final int[][] children;
    private final Totals totals;
    private final ByteText[] texts;
    private final @Nullable Object[] written;
    private long sequence;
    private int part;
    private long records;
    private long recordsInFile;

    Walk(Layout layout, ReportInput input, Findings findings) {
        this.aggregates = layout.aggregates();
        this.splitGroup = layout.splitGroup();
        this.splitRecords = layout.splitRecords();
        this.findings = findings;
        InputModel model = layout.input();
        this.header = header(model, input);
        int groups = model.groups().size();
        this.cursors = new GroupCursor[groups];
        this.parents = new int[groups];
        this.children = new int[groups][];
        this.unique = new boolean[groups];
        this.lifecycles = new LifecycleCheck[groups];
        for (int i = 0; i < groups; i++) {
            GroupModel group = model.groups().get(i);
            parents[i] = group.parent().map(name -> position(model, name)).orElse(ColumnRef.HEADER);
            GroupCursor parent = parents[i] < 0 ? null : cursors[parents[i]];
            cursors[i] = new GroupCursor(group, parent, input.groups().get(group.name()));
            unique[i] = layout.unique().get(i);
            Lifecycle lifecycle = layout.lifecycles().get(i);
            lifecycles[i] = lifecycle == null ? null : new LifecycleCheck(lifecycle);
        }
        for (int i = 0; i < groups; i++) {
            int above = i;
            children[i] = java.util.stream.IntStream.range(i + 1, groups)
                    .filter(below -> parents[below] == above)
                    .toArray();
        }
        this.finished = new boolean[groups];
        this.totals = new Totals(aggregates, groups);
        this.texts = new ByteText[layout.nodes()];
        Arrays.setAll(texts, i -> new ByteText());
        this.written = new Object[layout.nodes()];
    }

    private static @Nullable Object[] header(InputModel model, ReportInput input) {
        @Nullable Object[] header = new Object[model.header().size()];
        for (int i = 0; i < header.length; i++) {
            header[i] = input.header().get(model.header().get(i).name());
        }
        return header;
    }

    private static int position(InputModel model, String group) {
        for (int i = 0; i < model.groups().size(); i++) {
            if (model.groups().get(i).name().equals(group)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no group '" + group + "'");
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** The text of a leaf's last sound value. */
    ByteText text(int leaf) {
        return texts[leaf];
    }

    /** Whether a leaf has the value it had last, whose text stands: dates, codes and names repeat from record to record. */
    boolean repeats(int leaf, Object value) {
        return value.equals(written[leaf]);
    }

    void remember(int leaf, Object value) {
        written[leaf] = value;
    }

    void forget(int leaf) {
        written[leaf] = null;
    }

    @Nullable Object value(ColumnRef column) {
        return value(column.group(), column.column());
    }

    @Nullable Object value(int group, int column) {
        return group == ColumnRef.HEADER ? header[column] : cursors[group].value(column);
    }

    void beginFile() {
        part++;
        sequence = 0;
        recordsInFile = 0;
        totals.restartFile();
        Arrays.fill(finished, false);
    }

    /** Whether records are left for another file; a file that took none ends the report, so that records nobody takes become a finding. */
    boolean hasMoreFiles() {
        return splitGroup >= 0 && recordsInFile > 0 && cursors[splitGroup].hasNext();
    }

    long records() {
        return records;
    }

    Long nextInSequence() {
        return ++sequence;
    }

    Long index(int group) {
        return cursors[group].index();
    }

    int part() {
        return part;
    }

    boolean hasNext(int group) {
        return cursors[group].hasNext();
    }

    /** Whether the file takes another record of a group. */
    boolean hasRoom(int group) {
        return group != splitGroup || recordsInFile < splitRecords;
    }

    void beginRecords(int group) {
        if (parents[group] != ColumnRef.HEADER || part == 1) {
            cursors[group].restart();
        }
    }

    void advance(int group) {
        GroupCursor cursor = cursors[group];
        cursor.advance();
        for (int child : children[group]) {
            finished[child] = false;
        }
        totals.advanced(group, cursor);
        if (parents[group] == ColumnRef.HEADER) {
            records++;
        }
        if (group == splitGroup) {
            recordsInFile++;
        }
        if (unique[group] && cursor.keyRepeats()) {
            findings.add(Finding.error("unique", cursor.describe(), "key", "", "keys that rise strictly"));
        }
        LifecycleCheck lifecycle = lifecycles[group];
        if (lifecycle != null) {
            lifecycle.met(cursor, findings);
        }
    }

    void endRecords(int group) {
        finished[group] = true;
        for (int child : children[group]) {
            endRecords(child);
        }
    }

    BigDecimal total(Formula formula) {
        return totals.value(formula);
    }

    /** Whether records a formula counts are still to come. */
    boolean isOpen(Formula formula) {
        boolean open = false;
        for (Formula.Term term : formula.terms()) {
            if (term.aggregate() == Formula.CONSTANT) {
                continue;
            }
            Aggregate aggregate = aggregates.get(term.aggregate());
            if (!finished[aggregate.group()]) {
                open = true;
                if (aggregate.scope() >= 0) {
                    throw new IllegalStateException(aggregate.text()
                            + " stands before its records inside a group; take the total from a column there");
                }
            }
        }
        return open;
    }

    String name(int group) {
        return cursors[group].name();
    }

    String describe(ColumnRef column) {
        return column.group() == ColumnRef.HEADER ? "header" : cursors[column.group()].describe();
    }

    String describeParent(int group) {
        return parents[group] == ColumnRef.HEADER ? "header" : cursors[parents[group]].describe();
    }

    String describeCurrent() {
        for (int i = cursors.length - 1; i >= 0; i--) {
            if (!finished[i] && cursors[i].index() > 0) {
                return cursors[i].describe();
            }
        }
        return "header";
    }

    /** Finds the rows nobody took. */
    void checkLeftOvers() {
        for (GroupCursor cursor : cursors) {
            String left = cursor.describeLeftOver();
            if (left != null) {
                findings.add(Finding.error(
                        "order", left, "group", "", "a parent record with its key, met in the same order"));
            }
        }
    }
}
