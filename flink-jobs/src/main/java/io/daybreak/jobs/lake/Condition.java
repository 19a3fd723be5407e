package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.RowTest;
import io.daybreak.jobs.contract.Column;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of one column of a table. Files and row groups whose statistics show that no row can meet it are
 * passed over, and of the rest only the rows that meet it are read.
 */
sealed interface Condition extends Serializable {

    Column column();

    /** For Iceberg, which passes over files: true of all files that may hold such a row. */
    Expression ofFiles();

    /** For parquet-java, which passes over row groups; empty if it could pass over none. */
    Optional<FilterPredicate> ofRowGroups();

    /** What a row must meet; empty for what the choice of files has settled. */
    Optional<RowTest> ofRows();

    /** The share of rows the planner's own rule of thumb expects to meet it. */
    double selectivity();

    /** A day of partitions, by its text: Iceberg has a partition's rows in files of their own. */
    record OfPartition(Column column, Comparison comparison, String value) implements Condition {

        @Override
        public Expression ofFiles() {
            return switch (comparison) {
                case EQUAL -> Expressions.equal(column.name(), value);
                case NOT_EQUAL -> Expressions.notEqual(column.name(), value);
                case LESS -> Expressions.lessThan(column.name(), value);
                case LESS_OR_EQUAL -> Expressions.lessThanOrEqual(column.name(), value);
                case GREATER -> Expressions.greaterThan(column.name(), value);
                case GREATER_OR_EQUAL -> Expressions.greaterThanOrEqual(column.name(), value);
            };
        }

        @Override
        public Optional<FilterPredicate> ofRowGroups() {
            return Optional.empty();
        }

        @Override
        public Optional<RowTest> ofRows() {
            return Optional.empty();
        }

        @Override
        public double selectivity() {
            return 1;
        }
    }

    /** A text among some, or none of them. Texts are not ordered alike by Flink, Iceberg and Parquet: only equality. */
    record OfTexts(Column column, List<String> texts, boolean wanted) implements Condition {

        private static final double EQUAL = 0.15;

        public OfTexts {
            texts = List.copyOf(texts);
        }

        @Override
        public Expression ofFiles() {
            return wanted ? Expressions.in(column.name(), texts) : Expressions.notNull(column.name());
        }

        @Override
        public Optional<FilterPredicate> ofRowGroups() {
            if (!wanted) {
                return Optional.empty();
            }
            HashSet<Binary> values = new HashSet<>();
            texts.forEach(text -> values.add(Binary.fromString(text)));
            return Optional.of(FilterApi.in(FilterApi.binaryColumn(column.name()), values));
        }

        @Override
        public Optional<RowTest> ofRows() {
            return Optional.of(new RowTest.Texts(texts, wanted));
        }

        @Override
        public double selectivity() {
            double among = Math.min(1, EQUAL * texts.size());
            return wanted ? among : 1 - among;
        }
    }

    /**
     * A number, date, timestamp or amount of money from one to another, or anything else; as {@link RowTest.Range} has
     * them. A bound at the end of the {@code long}s is none.
     */
    record OfRange(Column column, long least, long most, boolean wanted) implements Condition {

        private static final double EQUAL = 0.15;
        private static final double RANGE = 0.5;

        @Override
        public Expression ofFiles() {
            List<Expression> bounds = new ArrayList<>(List.of(Expressions.notNull(column.name())));
            if (wanted && least != Long.MIN_VALUE) {
                bounds.add(Expressions.greaterThanOrEqual(column.name(), literal(least)));
            }
            if (wanted && most != Long.MAX_VALUE) {
                bounds.add(Expressions.lessThanOrEqual(column.name(), literal(most)));
            }
            return bounds.stream().reduce(Expressions.alwaysTrue(), Expressions::and);
        }

        private Object literal(long value) {
            return switch (column.type()) {
                case INT, DATE -> asInt(value);
                case MONEY -> BigDecimal.valueOf(value, ConditionParser.MONEY_SCALE);
                default -> value;
            };
        }

        /** A bound beyond the column's type is taken to its end: what is passed over is still nothing but misses. */
        private static int asInt(long value) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
        }

        @Override
        public Optional<FilterPredicate> ofRowGroups() {
            boolean from = wanted && least != Long.MIN_VALUE;
            boolean to = wanted && most != Long.MAX_VALUE;
            return switch (column.type()) {
                case INT, DATE ->
                    between(FilterApi.intColumn(column.name()), from ? asInt(least) : null, to ? asInt(most) : null);
                case BIGINT -> between(FilterApi.longColumn(column.name()), from ? least : null, to ? most : null);
                // Files from elsewhere keep amounts and times in several physical types.
                default -> Optional.empty();
            };
        }

        private static <T extends Comparable<T>, C extends Operators.Column<T> & Operators.SupportsLtGt>
                Optional<FilterPredicate> between(C column, @Nullable T least, @Nullable T most) {
            Optional<FilterPredicate> from =
                    least == null ? Optional.empty() : Optional.of(FilterApi.gtEq(column, least));
            Optional<FilterPredicate> to = most == null ? Optional.empty() : Optional.of(FilterApi.ltEq(column, most));
            return from.isPresent() && to.isPresent()
                    ? Optional.of(FilterApi.and(from.get(), to.get()))
                    : from.or(() -> to);
        }

        @Override
        public Optional<RowTest> ofRows() {
            return Optional.of(new RowTest.Range(least, most, wanted));
        }

        @Override
        public double selectivity() {
            double within = least == most ? EQUAL : RANGE;
            return wanted ? within : 1 - within;
        }
    }

    /** No value, or any. */
    record OfAbsence(Column column, boolean wanted) implements Condition {

        private static final double ABSENT = 0.1;

        @Override
        public Expression ofFiles() {
            return wanted ? Expressions.isNull(column.name()) : Expressions.notNull(column.name());
        }

        @Override
        public Optional<FilterPredicate> ofRowGroups() {
            return Optional.empty();
        }

        @Override
        public Optional<RowTest> ofRows() {
            return Optional.of(new RowTest.Absence(wanted));
        }

        @Override
        public double selectivity() {
            return wanted ? ABSENT : 1 - ABSENT;
        }
    }

    /** How a column is compared with a constant. */
    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        /** The same with its sides exchanged. */
        Comparison mirrored() {
            return switch (this) {
                case EQUAL, NOT_EQUAL -> this;
                case LESS -> GREATER;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                case GREATER -> LESS;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            };
        }
    }
}
