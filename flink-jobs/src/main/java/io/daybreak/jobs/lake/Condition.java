package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.expressions.CallExpression;
import org.apache.flink.table.expressions.FieldReferenceExpression;
import org.apache.flink.table.expressions.ResolvedExpression;
import org.apache.flink.table.expressions.ValueLiteralExpression;
import org.apache.flink.table.functions.BuiltInFunctionDefinitions;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators;
import org.apache.parquet.io.api.Binary;

/**
 * A comparison of a column with a constant, by which files and row groups are passed over: those whose statistics show
 * that no row can meet it. The rows that are read are still filtered by the query.
 *
 * @param value a String, an Integer (a date is its day since 1970-01-01) or a Long
 */
record Condition(String column, Comparison comparison, Serializable value) implements Serializable {

    enum Comparison {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        private Comparison mirrored() {
            return switch (this) {
                case EQUAL -> EQUAL;
                case LESS -> GREATER;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                case GREATER -> LESS;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            };
        }
    }

    /** What a filter of a query comes to, if it is such a comparison. */
    static Optional<Condition> of(ResolvedExpression filter, TableSpec table) {
        if (!(filter instanceof CallExpression call)
                || call.getResolvedChildren().size() != 2) {
            return Optional.empty();
        }
        Optional<Comparison> comparison = comparison(call.getFunctionDefinition());
        if (comparison.isEmpty()) {
            return Optional.empty();
        }
        List<ResolvedExpression> sides = call.getResolvedChildren();
        if (sides.get(0) instanceof FieldReferenceExpression field
                && sides.get(1) instanceof ValueLiteralExpression value) {
            return of(field, comparison.get(), value, table);
        }
        if (sides.get(1) instanceof FieldReferenceExpression field
                && sides.get(0) instanceof ValueLiteralExpression value) {
            return of(field, comparison.get().mirrored(), value, table);
        }
        return Optional.empty();
    }

    private static Optional<Comparison> comparison(FunctionDefinition function) {
        if (function.equals(BuiltInFunctionDefinitions.EQUALS)) {
            return Optional.of(Comparison.EQUAL);
        } else if (function.equals(BuiltInFunctionDefinitions.LESS_THAN)) {
            return Optional.of(Comparison.LESS);
        } else if (function.equals(BuiltInFunctionDefinitions.LESS_THAN_OR_EQUAL)) {
            return Optional.of(Comparison.LESS_OR_EQUAL);
        } else if (function.equals(BuiltInFunctionDefinitions.GREATER_THAN)) {
            return Optional.of(Comparison.GREATER);
        } else if (function.equals(BuiltInFunctionDefinitions.GREATER_THAN_OR_EQUAL)) {
            return Optional.of(Comparison.GREATER_OR_EQUAL);
        }
        return Optional.empty();
    }

    private static Optional<Condition> of(
            FieldReferenceExpression field, Comparison comparison, ValueLiteralExpression value, TableSpec table) {
        String name = field.getName();
        if (!table.columnNames().contains(name)) {
            return Optional.empty();
        }
        ColumnType type = table.columns().get(table.indexOf(name)).type();
        if (type == ColumnType.STRING && comparison != Comparison.EQUAL && !name.equals(TableSpec.PROCESSING_DATE)) {
            // Flink, Iceberg and Parquet do not order all texts alike; dates they do.
            return Optional.empty();
        }
        return constant(type, value).map(constant -> new Condition(name, comparison, constant));
    }

    private static Optional<Serializable> constant(ColumnType type, ValueLiteralExpression value) {
        return switch (type) {
            case STRING -> value.getValueAs(String.class).map(text -> text);
            case INT -> value.getValueAs(Integer.class).map(number -> number);
            case BIGINT -> value.getValueAs(Long.class).map(number -> number);
            case DATE -> value.getValueAs(LocalDate.class).map(day -> Math.toIntExact(day.toEpochDay()));
            default -> Optional.empty();
        };
    }

    /** For Iceberg, which passes over files. */
    Expression ofFiles() {
        return switch (comparison) {
            case EQUAL -> Expressions.equal(column, value);
            case LESS -> Expressions.lessThan(column, value);
            case LESS_OR_EQUAL -> Expressions.lessThanOrEqual(column, value);
            case GREATER -> Expressions.greaterThan(column, value);
            case GREATER_OR_EQUAL -> Expressions.greaterThanOrEqual(column, value);
        };
    }

    /** For parquet-java, which passes over row groups. */
    FilterPredicate ofRowGroups() {
        if (value instanceof Integer number) {
            return compare(FilterApi.intColumn(column), number);
        } else if (value instanceof Long number) {
            return compare(FilterApi.longColumn(column), number);
        }
        return compare(FilterApi.binaryColumn(column), Binary.fromString((String) value));
    }

    private <T extends Comparable<T>, C extends Operators.Column<T> & Operators.SupportsLtGt> FilterPredicate compare(
            C of, T constant) {
        return switch (comparison) {
            case EQUAL -> FilterApi.eq(of, constant);
            case LESS -> FilterApi.lt(of, constant);
            case LESS_OR_EQUAL -> FilterApi.ltEq(of, constant);
            case GREATER -> FilterApi.gt(of, constant);
            case GREATER_OR_EQUAL -> FilterApi.gtEq(of, constant);
        };
    }
}
