package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.Condition.Comparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.expressions.CallExpression;
import org.apache.flink.table.expressions.FieldReferenceExpression;
import org.apache.flink.table.expressions.ResolvedExpression;
import org.apache.flink.table.expressions.ValueLiteralExpression;
import org.apache.flink.table.functions.BuiltInFunctionDefinitions;
import org.apache.flink.table.functions.FunctionDefinition;

/** Reads the filters the planner offers a table as {@link Condition}s, as far as they are ones. */
final class ConditionParser {

    static final int MONEY_SCALE = 2;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private static final Map<FunctionDefinition, Comparison> COMPARISONS = Map.of(
            BuiltInFunctionDefinitions.EQUALS, Comparison.EQUAL,
            BuiltInFunctionDefinitions.NOT_EQUALS, Comparison.NOT_EQUAL,
            BuiltInFunctionDefinitions.LESS_THAN, Comparison.LESS,
            BuiltInFunctionDefinitions.LESS_THAN_OR_EQUAL, Comparison.LESS_OR_EQUAL,
            BuiltInFunctionDefinitions.GREATER_THAN, Comparison.GREATER,
            BuiltInFunctionDefinitions.GREATER_THAN_OR_EQUAL, Comparison.GREATER_OR_EQUAL);

    private final TableSpec table;

    ConditionParser(TableSpec table) {
        this.table = table;
    }

    /** What a filter comes to, if it asks one column what {@link Condition} can say. */
    Optional<Condition> parse(ResolvedExpression filter) {
        if (!(filter instanceof CallExpression call)) {
            return Optional.empty();
        }
        FunctionDefinition function = call.getFunctionDefinition();
        List<ResolvedExpression> sides = call.getResolvedChildren();
        if (function.equals(BuiltInFunctionDefinitions.IS_NULL)) {
            return column(sides.get(0)).map(column -> new Condition.OfAbsence(column, true));
        } else if (function.equals(BuiltInFunctionDefinitions.IS_NOT_NULL)) {
            return column(sides.get(0)).map(column -> new Condition.OfAbsence(column, false));
        } else if (function.equals(BuiltInFunctionDefinitions.OR)) {
            return anyOf(sides);
        }
        Comparison comparison = COMPARISONS.get(function);
        if (comparison == null) {
            return Optional.empty();
        }
        return sides.get(1) instanceof ValueLiteralExpression value
                ? column(sides.get(0)).flatMap(column -> compared(column, comparison, value))
                : sides.get(0) instanceof ValueLiteralExpression value
                        ? column(sides.get(1)).flatMap(column -> compared(column, comparison.mirrored(), value))
                        : Optional.empty();
    }

    private Optional<Column> column(ResolvedExpression expression) {
        return expression instanceof FieldReferenceExpression field
                        && table.columnNames().contains(field.getName())
                ? Optional.of(table.columns().get(table.indexOf(field.getName())))
                : Optional.empty();
    }

    /** Texts of one column: how the planner says {@code IN}. */
    private Optional<Condition> anyOf(List<ResolvedExpression> sides) {
        List<String> texts = new ArrayList<>();
        Column column = null;
        for (ResolvedExpression side : sides) {
            if (!(parse(side).orElse(null) instanceof Condition.OfTexts one)
                    || !one.wanted()
                    || column != null && !column.equals(one.column())) {
                return Optional.empty();
            }
            column = one.column();
            texts.addAll(one.texts());
        }
        return column == null ? Optional.empty() : Optional.of(new Condition.OfTexts(column, texts, true));
    }

    private static Optional<Condition> compared(Column column, Comparison comparison, ValueLiteralExpression value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (column.name().equals(TableSpec.PROCESSING_DATE)) {
            return value.getValueAs(String.class).map(day -> new Condition.OfPartition(column, comparison, day));
        }
        if (column.type() == ColumnType.STRING) {
            return comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL
                    ? value.getValueAs(String.class)
                            .map(text -> new Condition.OfTexts(column, List.of(text), comparison == Comparison.EQUAL))
                    : Optional.empty();
        }
        return number(column.type(), value).map(number -> ranged(column, comparison, number));
    }

    private static Condition ranged(Column column, Comparison comparison, long number) {
        return switch (comparison) {
            case EQUAL -> new Condition.OfRange(column, number, number, true);
            case NOT_EQUAL -> new Condition.OfRange(column, number, number, false);
            case LESS -> new Condition.OfRange(column, Long.MIN_VALUE, Math.subtractExact(number, 1), true);
            case LESS_OR_EQUAL -> new Condition.OfRange(column, Long.MIN_VALUE, number, true);
            case GREATER -> new Condition.OfRange(column, Math.addExact(number, 1), Long.MAX_VALUE, true);
            case GREATER_OR_EQUAL -> new Condition.OfRange(column, number, Long.MAX_VALUE, true);
        };
    }

    /** The number a column of a type holds for a constant; none for a type that is not kept as a whole number. */
    private static Optional<Long> number(ColumnType type, ValueLiteralExpression value) {
        return switch (type) {
            case INT -> value.getValueAs(Integer.class).map(Integer::longValue);
            case BIGINT -> value.getValueAs(Long.class);
            case DATE -> value.getValueAs(LocalDate.class).map(LocalDate::toEpochDay);
            case TIMESTAMP -> value.getValueAs(LocalDateTime.class).flatMap(ConditionParser::micros);
            case MONEY -> value.getValueAs(BigDecimal.class).flatMap(ConditionParser::cents);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> micros(LocalDateTime time) {
        return time.getNano() % NANOS_PER_MICRO == 0
                ? Optional.of(time.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO)
                : Optional.empty();
    }

    private static Optional<Long> cents(BigDecimal amount) {
        BigDecimal cents = amount.movePointRight(MONEY_SCALE);
        return cents.stripTrailingZeros().scale() <= 0 && cents.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                ? Optional.of(cents.setScale(0, RoundingMode.UNNECESSARY).longValueExact())
                : Optional.empty();
    }
}
