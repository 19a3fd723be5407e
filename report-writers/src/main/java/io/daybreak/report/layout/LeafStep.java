package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Violation;
import io.daybreak.report.text.ByteText;
import io.daybreak.report.text.ValueEncoder;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a value. */
abstract sealed class LeafStep extends Step {

    final Node.Leaf leaf;
    private final ValueEncoder encoder;

    private LeafStep(Node.Leaf leaf) {
        this.leaf = leaf;
        this.encoder = ValueEncoder.of(leaf.type());
    }

    static LeafStep of(Node.Leaf leaf) {
        Binding binding = leaf.binding();
        if (binding instanceof Binding.Literal literal) {
            return new Fixed(leaf, literal);
        }
        if (binding instanceof Binding.Cell cell) {
            return new FromCell(leaf, cell);
        }
        return binding instanceof Binding.Total total ? new FromTotal(leaf, total) : new Counted(leaf);
    }

    @Override
    String name() {
        return leaf.path();
    }

    @Override
    boolean hasContent(Walk walk) {
        return false;
    }

    @Override
    void run(Walk walk, Emitter emitter) throws IOException {
        ByteText text = text(walk, emitter);
        if (text == null) {
            emitter.absent(leaf);
        } else {
            emitter.value(leaf, text);
        }
    }

    /** The text, or null if there is none or it is not sound, which is then a finding. */
    abstract @Nullable ByteText text(Walk walk, Emitter emitter);

    /** The text of a value, or null if it is not sound, which is then a finding. */
    final @Nullable ByteText checked(Walk walk, Object value) {
        ByteText text = walk.text(leaf.ordinal());
        if (walk.repeats(leaf.ordinal(), value)) {
            return text;
        }
        if (encoder.encode(value, text)) {
            walk.remember(leaf.ordinal(), value);
            return text;
        }
        return closely(walk, value, text);
    }

    private @Nullable ByteText closely(Walk walk, Object value, ByteText text) {
        walk.forget(leaf.ordinal());
        if (!accepts(walk, value)) {
            return null;
        }
        String formatted = leaf.type().format(value);
        Violation violation = leaf.type().check(value, formatted);
        if (violation != null) {
            walk.add(Finding.error(violation.rule(), where(walk), leaf.path(), formatted, violation.bound()));
            return null;
        }
        text.set(formatted);
        walk.remember(leaf.ordinal(), value);
        return text;
    }

    /** Whether a value may be formatted at all; what is counted here always may. */
    boolean accepts(Walk walk, Object value) {
        return true;
    }

    String where(Walk walk) {
        return walk.describeCurrent();
    }

    /** A text the specification fixes. */
    private static final class Fixed extends LeafStep {
        private final ByteText text;

        Fixed(Node.Leaf leaf, Binding.Literal literal) {
            super(leaf);
            this.text = ByteText.of(literal.text());
        }

        @Override
        ByteText text(Walk walk, Emitter emitter) {
            return text;
        }
    }

    /** The value of a column. */
    private static final class FromCell extends LeafStep {
        private final ColumnRef column;
        private final int group;
        private final int position;
        private final @Nullable ByteText fallback;
        private final boolean falseIsNothing;

        FromCell(Node.Leaf leaf, Binding.Cell cell) {
            super(leaf);
            this.column = cell.column();
            this.group = column.group();
            this.position = column.column();
            this.fallback = cell.fallback().map(ByteText::of).orElse(null);
            // A flag whose false is written as nothing says nothing when false.
            this.falseIsNothing = leaf.type().facets().no().isEmpty();
        }

        @Override
        boolean hasContent(Walk walk) {
            Object value = walk.value(group, position);
            return value != null && !isEmpty(value) && !(falseIsNothing && Boolean.FALSE.equals(value));
        }

        private static boolean isEmpty(Object value) {
            return value instanceof String text && text.isEmpty();
        }

        @Override
        @Nullable ByteText text(Walk walk, Emitter emitter) {
            Object value = walk.value(group, position);
            if (value == null || isEmpty(value)) {
                if (fallback == null && !leaf.optional()) {
                    walk.add(Finding.error("required", where(walk), leaf.path(), "", "a value"));
                }
                return fallback;
            }
            ByteText text = checked(walk, value);
            return text != null && text.length() == 0 && leaf.optional() ? null : text;
        }

        @Override
        boolean accepts(Walk walk, Object value) {
            boolean accepted = leaf.type().columnType().accepts(value);
            if (!accepted) {
                walk.add(Finding.error(
                        "type",
                        where(walk),
                        leaf.path(),
                        value.toString(),
                        leaf.type().columnType() + ", not " + value.getClass().getSimpleName()));
            }
            return accepted;
        }

        @Override
        String where(Walk walk) {
            return walk.describe(column);
        }
    }

    /** A number the walk or the engine counts. */
    private static final class Counted extends LeafStep {
        Counted(Node.Leaf leaf) {
            super(leaf);
        }

        @Override
        @Nullable ByteText text(Walk walk, Emitter emitter) {
            return checked(walk, number(walk, emitter));
        }

        private Long number(Walk walk, Emitter emitter) {
            Binding binding = leaf.binding();
            if (binding instanceof Binding.Sequence) {
                return walk.nextInSequence();
            }
            if (binding instanceof Binding.Index index) {
                return walk.index(index.group());
            }
            return binding instanceof Binding.EngineCount count ? emitter.count(count.name()) : (long) walk.part();
        }
    }

    /** A sum or count; where its records are still to come, its place is filled in last. */
    private static final class FromTotal extends LeafStep {
        private final Formula formula;

        FromTotal(Node.Leaf leaf, Binding.Total total) {
            super(leaf);
            this.formula = total.formula();
        }

        @Override
        void run(Walk walk, Emitter emitter) throws IOException {
            if (walk.isOpen(formula)) {
                emitter.deferred(leaf, deferred(walk));
            } else {
                super.run(walk, emitter);
            }
        }

        private Supplier<String> deferred(Walk walk) {
            return () -> {
                ByteText text = text(walk);
                return text == null ? "" : text.string();
            };
        }

        private @Nullable ByteText text(Walk walk) {
            return checked(walk, walk.total(formula));
        }

        @Override
        @Nullable ByteText text(Walk walk, Emitter emitter) {
            return text(walk);
        }
    }

    /** A leaf's text outside the walk of a file, for its name. */
    final @Nullable String string(Walk walk) {
        if (this instanceof FromTotal total) {
            ByteText text = total.text(walk);
            return text == null ? null : text.string();
        }
        ByteText text = text(walk, NoEmitter.NONE);
        return text == null ? null : Objects.requireNonNull(text.string());
    }

    /** Stands where nothing is written. */
    private static final class NoEmitter implements Emitter {
        private static final Emitter NONE = new NoEmitter();

        @Override
        public void begin(Node.Container container, String name) {}

        @Override
        public void value(Node.Leaf leaf, ByteText text) {}

        @Override
        public void deferred(Node.Leaf leaf, Supplier<String> text) {}

        @Override
        public void end(Node.Container container) {}
    }
}
