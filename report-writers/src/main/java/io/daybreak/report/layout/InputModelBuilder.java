package io.daybreak.report.layout;

import io.daybreak.report.input.Column;
import io.daybreak.report.input.ColumnType;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.spec.FormatSpec.GroupSpec;
import io.daybreak.report.spec.SpecException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the columns a layout binds while it is compiled; positions are given in the order of first use. */
final class InputModelBuilder {

    private final List<GroupSpec> groups = new ArrayList<>();
    private final List<Map<String, Slot>> slots = new ArrayList<>();
    private final Map<String, Slot> header = new LinkedHashMap<>();

    InputModelBuilder(List<GroupSpec> declared) {
        for (GroupSpec group : declared) {
            boolean isHeader = group.name().equals("header");
            Map<String, Slot> columns = isHeader ? header : new LinkedHashMap<>();
            if (!isHeader) {
                groups.add(group);
                slots.add(columns);
                group.key().forEach(key -> columns.put(key, new Slot(columns.size())));
            }
            group.extra()
                    .forEach((name, type) -> columns.computeIfAbsent(name, key -> new Slot(columns.size()))
                            .type(name, ColumnType.valueOf(type.toUpperCase(Locale.ROOT))));
        }
    }

    int group(String name) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new SpecException("no group '" + name + "' is declared");
    }

    int parent(int group) {
        return groups.get(group).parent().map(this::group).orElse(ColumnRef.HEADER);
    }

    String name(int group) {
        return group == ColumnRef.HEADER ? "header" : groups.get(group).name();
    }

    int size() {
        return groups.size();
    }

    boolean unique(int group) {
        return groups.get(group).unique();
    }

    /** Registers the use of a column. */
    ColumnRef use(int group, String name, @Nullable ColumnType type, boolean required) {
        Map<String, Slot> columns = group == ColumnRef.HEADER ? header : slots.get(group);
        Slot slot = columns.computeIfAbsent(name, key -> new Slot(columns.size()));
        if (type != null) {
            slot.type(name(group) + "." + name, type);
        }
        slot.required |= required;
        return new ColumnRef(group, slot.position, name);
    }

    /** Registers the use of a column in a sum: decimal unless something else says otherwise. */
    ColumnRef useInSum(int group, String name) {
        ColumnRef ref = use(group, name, null, false);
        slot(slots.get(group), name).otherwise = ColumnType.DECIMAL;
        return ref;
    }

    InputModel build() {
        List<GroupModel> models = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            GroupSpec group = groups.get(i);
            Map<String, Slot> columns = slots.get(i);
            group.key().forEach(key -> slot(columns, key).required = true);
            inheritKeys(i, columns);
            models.add(new GroupModel(group.name(), group.parent(), group.key(), columns(columns)));
        }
        return new InputModel(columns(header), models);
    }

    private void inheritKeys(int group, Map<String, Slot> columns) {
        for (int above = parent(group); above != ColumnRef.HEADER; above = parent(above)) {
            Map<String, Slot> parentColumns = slots.get(above);
            for (String key : groups.get(above).key()) {
                Slot slot = columns.computeIfAbsent(key, name -> new Slot(columns.size()));
                slot.required = true;
                if (slot.type.isEmpty()) {
                    slot.type = slot(parentColumns, key).type;
                }
            }
        }
    }

    private static Slot slot(Map<String, Slot> columns, String name) {
        return java.util.Objects.requireNonNull(columns.get(name), name);
    }

    private static List<Column> columns(Map<String, Slot> slots) {
        return slots.entrySet().stream()
                .map(entry -> new Column(
                        entry.getKey(),
                        entry.getValue().type.orElse(entry.getValue().otherwise),
                        entry.getValue().required))
                .toList();
    }

    private static final class Slot {
        private final int position;
        private Optional<ColumnType> type = Optional.empty();
        private boolean required;
        private ColumnType otherwise = ColumnType.STRING;

        Slot(int position) {
            this.position = position;
        }

        void type(String name, ColumnType other) {
            if (type.isPresent() && type.get() != other) {
                throw new SpecException("column '" + name + "' is bound as " + type.get() + " and as " + other);
            }
            type = Optional.of(other);
        }
    }
}
