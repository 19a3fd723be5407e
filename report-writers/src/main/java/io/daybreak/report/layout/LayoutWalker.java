package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.check.Violation;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.spec.FieldType;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks a compiled layout over one report's input, once, checking every value before it is handed to an emitter.
 *
 * <p>Memory holds one row per group. Not thread-safe; good for one report.
 */
public final class LayoutWalker {

    private static final Pattern FILE_NAME_PART = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,59}");

    private final Layout layout;
    private final Findings findings;
    private final @Nullable Object[] header;
    private final GroupCursor[] cursors;
    private final boolean[] finished;
    private final int[] parents;
    private final Totals totals;
    private long sequence;
    private int part;
    private long records;
    private long recordsInFile;

    /**
     * A walker over an input.
     *
     * @throws IllegalArgumentException if a group lacks a column the layout binds, or a header value has no column
     */
    public LayoutWalker(Layout layout, ReportInput input, Findings findings) {
        this.layout = layout;
        this.findings = findings;
        InputModel model = layout.input();
        this.header = header(model, input);
        int groups = model.groups().size();
        this.cursors = new GroupCursor[groups];
        this.parents = new int[groups];
        for (int i = 0; i < groups; i++) {
            GroupModel group = model.groups().get(i);
            parents[i] = group.parent().map(name -> position(model, name)).orElse(ColumnRef.HEADER);
            GroupCursor parent = parents[i] < 0 ? null : cursors[parents[i]];
            cursors[i] = new GroupCursor(group, parent, input.groups().get(group.name()));
        }
        this.finished = new boolean[groups];
        this.totals = new Totals(layout.aggregates(), groups);
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

    /** Whether records are left for another file; a file that took none ends the report, so that records nobody takes become a finding. */
    public boolean hasMore() {
        return layout.splitGroup() >= 0 && recordsInFile > 0 && cursors[layout.splitGroup()].hasNext();
    }

    /** Records of the outermost groups written so far. */
    public long records() {
        return records;
    }

    /** Begins the next file and gives its name. */
    public String beginFile() {
        part++;
        sequence = 0;
        recordsInFile = 0;
        totals.restartFile();
        java.util.Arrays.fill(finished, false);
        StringBuilder name = new StringBuilder();
        for (Layout.NamePart piece : layout.name()) {
            Node.Leaf leaf = piece.leaf();
            name.append(piece.literal());
            if (leaf != null) {
                name.append(fileNamePart(leaf));
            }
        }
        return name.toString();
    }

    private String fileNamePart(Node.Leaf leaf) {
        String text = text(leaf);
        if (text == null || !FILE_NAME_PART.matcher(text).matches()) {
            if (text != null) {
                findings.add(Finding.error(
                        "file-name",
                        "header",
                        leaf.path(),
                        text,
                        "at most 60 letters, digits, dots, dashes or underscores"));
            }
            return "unnamed";
        }
        return text;
    }

    /** Writes one file. */
    public void write(Emitter emitter) throws IOException {
        emitter.beginFile();
        for (Node root : layout.roots()) {
            write(root, emitter);
        }
        emitter.endFile();
    }

    /** Checks what can only be known at the end: rows nobody took, control totals. */
    public void finish() {
        for (GroupCursor cursor : cursors) {
            String left = cursor.describeLeftOver();
            if (left != null) {
                findings.add(Finding.error(
                        "order", left, "group", "", "a parent record with its key, met in the same order"));
            }
        }
        for (Layout.Control control : layout.controls()) {
            Object expected = header[control.column().column()];
            BigDecimal actual = totals.value(control.formula());
            if (expected instanceof BigDecimal number && number.compareTo(actual) != 0) {
                findings.add(Finding.error(
                        "control-total", "header", control.text(), number.toPlainString(), actual.toPlainString()));
            }
        }
    }

    /** The control totals declared by the format. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        layout.totals().forEach((name, formula) -> values.put(name, totals.value(formula)));
        return values;
    }

    private void write(Node node, Emitter emitter) throws IOException {
        if (node instanceof Node.Leaf leaf) {
            writeLeaf(leaf, emitter);
        } else if (node instanceof Node.Container container) {
            writeContainer(container, emitter);
        } else {
            writeChoice((Node.Choice) node, emitter);
        }
    }

    private void writeChoice(Node.Choice choice, Emitter emitter) throws IOException {
        List<Node> present = new ArrayList<>(1);
        for (Node alternative : choice.alternatives()) {
            if (hasContent(alternative)) {
                present.add(alternative);
            }
        }
        if (present.size() > 1 || (present.isEmpty() && !choice.optional())) {
            List<String> names =
                    choice.alternatives().stream().map(LayoutWalker::name).toList();
            findings.add(Finding.error(
                    "choice",
                    describeCurrent(),
                    String.join("|", names),
                    present.stream().map(LayoutWalker::name).toList().toString(),
                    "exactly one of " + names));
        }
        if (!present.isEmpty()) {
            write(present.get(0), emitter);
        }
    }

    private static String name(Node node) {
        if (node instanceof Node.Leaf leaf) {
            return leaf.path();
        }
        return node instanceof Node.Container container ? container.name() : "choice";
    }

    private void writeContainer(Node.Container container, Emitter emitter) throws IOException {
        if (container.group() != Node.Container.ONCE) {
            writeRecords(container, emitter);
            return;
        }
        Condition when = container.when();
        if (when != null && !when.holds(value(when.column()))) {
            return;
        }
        if (!container.optional() || hasContent(container)) {
            writeOnce(container, emitter);
        }
    }

    private void writeOnce(Node.Container container, Emitter emitter) throws IOException {
        emitter.begin(container, nameOf(container));
        for (Node child : container.children()) {
            write(child, emitter);
        }
        emitter.end(container);
    }

    private String nameOf(Node.Container container) {
        Node.Renaming renaming = container.renaming();
        if (renaming == null) {
            return container.name();
        }
        Object value = value(renaming.column());
        String name = value == null ? null : renaming.names().get(value.toString());
        if (name == null) {
            findings.add(Finding.error(
                    "code-list",
                    describe(renaming.column()),
                    renaming.column().name(),
                    String.valueOf(value),
                    "one of " + renaming.names().keySet()));
            return container.name();
        }
        return name;
    }

    private void writeRecords(Node.Container container, Emitter emitter) throws IOException {
        int group = container.group();
        GroupCursor cursor = cursors[group];
        if (parents[group] != ColumnRef.HEADER || part == 1) {
            cursor.restart();
        }
        boolean split = group == layout.splitGroup();
        emitter.beginRecords(container);
        long written = 0;
        while (cursor.hasNext() && (!split || recordsInFile < layout.splitRecords())) {
            advance(group, cursor);
            written++;
            Condition when = container.when();
            if (when == null || when.holds(value(when.column()))) {
                writeOnce(container, emitter);
            }
        }
        emitter.endRecords(container);
        checkOccurrences(container, written);
        finish(group);
    }

    private void checkOccurrences(Node.Container container, long written) {
        boolean tooFew = written < container.least() && (written > 0 || !container.optional());
        if (tooFew || written > container.most()) {
            findings.add(Finding.error(
                    "occurrences",
                    describeParent(container.group()),
                    container.name(),
                    Long.toString(written),
                    "%s records of %s"
                            .formatted(
                                    tooFew ? "at least " + container.least() : "at most " + container.most(),
                                    layout.input()
                                            .groups()
                                            .get(container.group())
                                            .name())));
        }
    }

    private String describeParent(int group) {
        return parents[group] == ColumnRef.HEADER ? "header" : cursors[parents[group]].describe();
    }

    private void advance(int group, GroupCursor cursor) {
        cursor.advance();
        for (int i = group + 1; i < cursors.length; i++) {
            if (parents[i] == group) {
                finished[i] = false;
            }
        }
        totals.advanced(group, cursor);
        if (parents[group] == ColumnRef.HEADER) {
            records++;
        }
        if (group == layout.splitGroup()) {
            recordsInFile++;
        }
        if (layout.unique().get(group) && cursor.keyRepeats()) {
            findings.add(Finding.error("unique", cursor.describe(), "key", "", "keys that rise strictly"));
        }
    }

    private void finish(int group) {
        finished[group] = true;
        for (int i = group + 1; i < cursors.length; i++) {
            if (parents[i] == group) {
                finish(i);
            }
        }
    }

    private boolean hasContent(Node node) {
        if (node instanceof Node.Leaf leaf) {
            return leaf.binding() instanceof Binding.Cell cell && isPresent(value(cell.column()), leaf.type());
        }
        if (node instanceof Node.Choice choice) {
            return anyContent(choice.alternatives());
        }
        Node.Container container = (Node.Container) node;
        if (container.group() != Node.Container.ONCE) {
            return cursors[container.group()].hasNext();
        }
        Condition when = container.when();
        if (when != null) {
            boolean holds = when.holds(value(when.column()));
            if (!holds || !container.optional()) {
                return holds;
            }
        }
        return anyContent(container.children());
    }

    private static boolean isPresent(@Nullable Object value, FieldType type) {
        if (value == null || "".equals(value)) {
            return false;
        }
        // A flag whose false is written as nothing says nothing when false.
        return !(Boolean.FALSE.equals(value) && type.facets().no().isEmpty());
    }

    private boolean anyContent(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (hasContent(nodes.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void writeLeaf(Node.Leaf leaf, Emitter emitter) throws IOException {
        if (leaf.binding() instanceof Binding.Total total && isOpen(total)) {
            emitter.deferred(leaf, deferredText(leaf, total));
            return;
        }
        if (leaf.binding() instanceof Binding.EngineCount count) {
            emit(leaf, BigDecimal.valueOf(emitter.count(count.name())), emitter);
            return;
        }
        String text = text(leaf);
        if (text == null) {
            emitter.absent(leaf);
        } else {
            emitter.value(leaf, text);
        }
    }

    private void emit(Node.Leaf leaf, Object value, Emitter emitter) throws IOException {
        String text = checked(leaf, value);
        if (text != null) {
            emitter.value(leaf, text);
        }
    }

    private boolean isOpen(Binding.Total total) {
        boolean open = false;
        for (Formula.Term term : total.formula().terms()) {
            if (term.aggregate() == Formula.CONSTANT) {
                continue;
            }
            Aggregate aggregate = layout.aggregates().get(term.aggregate());
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

    private Supplier<String> deferredText(Node.Leaf leaf, Binding.Total total) {
        return () -> Objects.requireNonNullElse(checked(leaf, totals.value(total.formula())), "");
    }

    private @Nullable String text(Node.Leaf leaf) {
        Binding binding = leaf.binding();
        if (binding instanceof Binding.Literal literal) {
            return literal.text();
        }
        if (binding instanceof Binding.Cell cell) {
            return cellText(leaf, cell);
        }
        Object value;
        if (binding instanceof Binding.Sequence) {
            value = ++sequence;
        } else if (binding instanceof Binding.Index ofGroup) {
            value = cursors[ofGroup.group()].index();
        } else if (binding instanceof Binding.Part) {
            value = (long) part;
        } else {
            value = totals.value(((Binding.Total) binding).formula());
        }
        return checked(leaf, value);
    }

    private @Nullable String cellText(Node.Leaf leaf, Binding.Cell cell) {
        Object value = value(cell.column());
        if (value == null || "".equals(value)) {
            if (cell.fallback().isPresent()) {
                return cell.fallback().get();
            }
            if (!leaf.optional()) {
                findings.add(Finding.error("required", describe(cell.column()), leaf.path(), "", "a value"));
            }
            return null;
        }
        if (!leaf.type().columnType().accepts(value)) {
            findings.add(Finding.error(
                    "type",
                    describe(cell.column()),
                    leaf.path(),
                    value.toString(),
                    leaf.type().columnType() + ", not " + value.getClass().getSimpleName()));
            return null;
        }
        String text = checked(leaf, value);
        return text != null && text.isEmpty() && leaf.optional() ? null : text;
    }

    private @Nullable String checked(Node.Leaf leaf, Object value) {
        String text = leaf.type().format(value);
        Violation violation = leaf.type().check(value, text);
        if (violation == null) {
            return text;
        }
        String where = leaf.binding() instanceof Binding.Cell cell ? describe(cell.column()) : describeCurrent();
        findings.add(Finding.error(violation.rule(), where, leaf.path(), text, violation.bound()));
        return null;
    }

    private @Nullable Object value(ColumnRef column) {
        return column.group() == ColumnRef.HEADER
                ? header[column.column()]
                : cursors[column.group()].value(column.column());
    }

    private String describe(ColumnRef column) {
        return column.group() == ColumnRef.HEADER ? "header" : cursors[column.group()].describe();
    }

    private String describeCurrent() {
        for (int i = cursors.length - 1; i >= 0; i--) {
            if (!finished[i] && cursors[i].index() > 0) {
                return cursors[i].describe();
            }
        }
        return "header";
    }
}
