package io.daybreak.report.layout;

import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.Row;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks one group in step with its parent: hands out a row only while it belongs to the parent's current row. */
final class GroupCursor {

    private static final long UNDECIDED = -1;

    private final GroupModel model;
    private final @Nullable GroupCursor parent;
    private final Iterator<? extends Row> rows;
    private final int[] sourcePositions;
    private final int[] parentKey;
    private final int[] ownParentKey;
    private final int[] key;
    private @Nullable Row pending;
    private final @Nullable Object[] current;
    private boolean begun;
    private boolean belongs;
    private long decidedFor = UNDECIDED;
    private long version;
    private long index;
    private @Nullable Object[] previousKey;
    private @Nullable Object[] nextKey;
    private boolean hasPreviousKey;

    GroupCursor(GroupModel model, @Nullable GroupCursor parent, @Nullable RecordGroup group) {
        this.model = model;
        this.parent = parent;
        this.rows = group == null ? List.<Row>of().iterator() : group.rows();
        this.sourcePositions = model.columns().stream()
                .mapToInt(column -> group == null ? -1 : position(model, group, column.name()))
                .toArray();
        List<String> shared = parent == null ? List.of() : parent.fullKey();
        this.parentKey = shared.stream()
                .mapToInt(name -> Objects.requireNonNull(parent).model.indexOf(name))
                .toArray();
        this.ownParentKey = shared.stream().mapToInt(model::indexOf).toArray();
        this.key = model.key().stream().mapToInt(model::indexOf).toArray();
        this.current = new Object[sourcePositions.length];
        this.previousKey = new Object[key.length];
        this.nextKey = new Object[key.length];
    }

    private static int position(GroupModel model, RecordGroup group, String column) {
        int position = group.columns().indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException("group '%s' lacks column '%s'; it has %s and the format reads %s"
                    .formatted(
                            model.name(),
                            column,
                            group.columns(),
                            model.columnNames().toList()));
        }
        return position;
    }

    private List<String> fullKey() {
        if (parent == null) {
            return model.key();
        }
        return java.util.stream.Stream.concat(parent.fullKey().stream(), model.key().stream())
                .distinct()
                .toList();
    }

    /** Whether another row belongs to the parent's current row. */
    boolean hasNext() {
        Row next = pending;
        if (next == null) {
            if (!rows.hasNext()) {
                return false;
            }
            next = rows.next();
            pending = next;
            decidedFor = UNDECIDED;
        }
        if (parent == null) {
            return true;
        }
        if (decidedFor != parent.version) {
            decidedFor = parent.version;
            belongs = belongs(next, parent);
        }
        return belongs;
    }

    private boolean belongs(Row row, GroupCursor above) {
        for (int i = 0; i < parentKey.length; i++) {
            if (!Objects.equals(row.value(sourcePositions[ownParentKey[i]]), above.current[parentKey[i]])) {
                return false;
            }
        }
        return true;
    }

    /** Moves to the next row; {@link #hasNext} must have said there is one. */
    void advance() {
        Row row = Objects.requireNonNull(pending);
        for (int i = 0; i < current.length; i++) {
            current[i] = row.value(sourcePositions[i]);
        }
        pending = null;
        begun = true;
        version++;
        index++;
    }

    /** A parent's records begin: numbering and the order of keys start again. */
    void restart() {
        index = 0;
        hasPreviousKey = false;
    }

    long index() {
        return index;
    }

    String name() {
        return model.name();
    }

    @Nullable Object value(int column) {
        return current[column];
    }

    /** Whether the key of the current row does not rise strictly over the row before; remembers it. */
    boolean keyRepeats() {
        @Nullable Object[] now = nextKey;
        for (int i = 0; i < key.length; i++) {
            now[i] = current[key[i]];
        }
        boolean repeats = hasPreviousKey && compare(previousKey, now) >= 0;
        nextKey = previousKey;
        previousKey = now;
        hasPreviousKey = true;
        return repeats;
    }

    private static int compare(@Nullable Object[] left, @Nullable Object[] right) {
        for (int i = 0; i < left.length; i++) {
            int order = String.valueOf(left[i]).compareTo(String.valueOf(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The current row named for a finding. */
    String describe() {
        return begun ? describe(position -> current[position]) : model.name();
    }

    /** The row that no parent took, named for a finding; null if all were taken. */
    @Nullable String describeLeftOver() {
        if (pending == null && rows.hasNext()) {
            pending = rows.next();
        }
        Row left = pending;
        return left == null ? null : describe(position -> left.value(sourcePositions[position]));
    }

    private String describe(IntFunction<@Nullable Object> valueAt) {
        int[] named = key.length == 0 ? ownParentKey : key;
        return model.name()
                + Arrays.stream(named)
                        .mapToObj(position -> String.valueOf(valueAt.apply(position)))
                        .collect(Collectors.joining("/", "[", "]"));
    }
}
