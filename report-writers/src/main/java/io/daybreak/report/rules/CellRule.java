package io.daybreak.report.rules;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A published rule between cells.
 *
 * @param id the authority's id
 * @param severity whether a breach holds the report
 * @param tables the templates it needs; the first gives the template where a cell names none
 * @param rows the rows it is run for; empty for the rows its cells name
 * @param columns likewise
 * @param sheets likewise
 * @param everySheet whether it is run for every sheet there is
 * @param everyRow whether it is run for every row there is
 * @param everyColumn whether it is run for every column there is
 * @param missingIsZero whether a cell without value counts as zero; otherwise the rule is not run
 * @param interval whether rounding of the cells is allowed for
 * @param formula the rule as published
 * @param comparison the rule parsed
 */
record CellRule(
        String id,
        Severity severity,
        List<String> tables,
        List<String> rows,
        List<String> columns,
        List<String> sheets,
        boolean everySheet,
        boolean everyRow,
        boolean everyColumn,
        boolean missingIsZero,
        boolean interval,
        String formula,
        FormulaParser.Comparison comparison) {

    private static final Set<String> ANYWHERE = Set.of("");

    /** A value and how far it may be off by rounding; null where a cell is missing and must not be. */
    private record Measured(BigDecimal value, BigDecimal slack) {}

    /**
     * Runs the rule wherever it applies.
     *
     * @param halfUnit half a unit of the accuracy cells are reported in, allowed per cell where the rule allows for rounding
     * @return how many places it was run at
     */
    int run(Cells cells, BigDecimal halfUnit, Collection<Finding> findings) {
        for (String table : tables) {
            if (!cells.hasTemplate(table)) {
                return 0;
            }
        }
        String first = tables.get(0);
        int places = 0;
        for (String row : everyRow ? cells.rows(first) : orAnywhere(rows)) {
            for (String column : everyColumn ? cells.columns(first) : orAnywhere(columns)) {
                for (String sheet : everySheet ? cells.sheets(first) : orAnywhere(sheets)) {
                    places += runAt(new Cell(first, row, column, sheet), cells, halfUnit, findings) ? 1 : 0;
                }
            }
        }
        return places;
    }

    private static Collection<String> orAnywhere(List<String> scope) {
        return scope.isEmpty() ? ANYWHERE : scope;
    }

    private boolean runAt(Cell place, Cells cells, BigDecimal halfUnit, Collection<Finding> findings) {
        Measured left = measure(comparison.left(), place, cells, halfUnit);
        Measured right = measure(comparison.right(), place, cells, halfUnit);
        if (left == null || right == null) {
            return false;
        }
        BigDecimal slack = interval ? left.slack().add(right.slack()) : BigDecimal.ZERO;
        if (!holds(left.value().subtract(right.value()), slack)) {
            findings.add(new Finding(
                    severity,
                    id,
                    tables.toString(),
                    place.row().isEmpty()
                                    && place.column().isEmpty()
                                    && place.sheet().isEmpty()
                            ? formula
                            : formula + " at " + place,
                    left.value().toPlainString(),
                    comparison.operator() + " " + right.value().toPlainString()
                            + (slack.signum() > 0 ? " within " + slack.toPlainString() : "")));
        }
        return true;
    }

    private boolean holds(BigDecimal difference, BigDecimal slack) {
        return switch (comparison.operator()) {
            case "=" -> difference.abs().compareTo(slack) <= 0;
            case "!=" -> difference.abs().compareTo(slack) > 0;
            case "<=" -> difference.compareTo(slack) <= 0;
            case "<" -> difference.compareTo(slack) < 0;
            case ">=" -> difference.negate().compareTo(slack) <= 0;
            default -> difference.negate().compareTo(slack) < 0;
        };
    }

    private @Nullable Measured measure(Term term, Cell place, Cells cells, BigDecimal halfUnit) {
        if (term instanceof Term.Constant constant) {
            return new Measured(constant.value(), BigDecimal.ZERO);
        }
        if (term instanceof Term.Reference reference) {
            return cell(reference.cell(), place, cells, halfUnit);
        }
        if (term instanceof Term.Operation operation) {
            Measured left = measure(operation.left(), place, cells, halfUnit);
            Measured right = measure(operation.right(), place, cells, halfUnit);
            return left == null || right == null ? null : combine(operation.operator(), left, right);
        }
        return aggregate((Term.Function) term, place, cells, halfUnit);
    }

    private @Nullable Measured cell(Cell cell, Cell place, Cells cells, BigDecimal halfUnit) {
        Cell filled = new Cell(
                cell.template().isEmpty() ? place.template() : cell.template(),
                cell.row().isEmpty() ? place.row() : cell.row(),
                cell.column().isEmpty() ? place.column() : cell.column(),
                cell.sheet().isEmpty() ? place.sheet() : cell.sheet());
        BigDecimal value = cells.get(filled);
        if (value == null) {
            return missingIsZero ? new Measured(BigDecimal.ZERO, BigDecimal.ZERO) : null;
        }
        return new Measured(value, halfUnit);
    }

    private static @Nullable Measured combine(char operator, Measured left, Measured right) {
        return switch (operator) {
            case '+' ->
                new Measured(left.value().add(right.value()), left.slack().add(right.slack()));
            case '-' ->
                new Measured(left.value().subtract(right.value()), left.slack().add(right.slack()));
            case '*' ->
                new Measured(
                        left.value().multiply(right.value()),
                        left.slack()
                                .multiply(right.value().abs())
                                .add(right.slack().multiply(left.value().abs())));
            default ->
                right.value().signum() == 0
                        ? null
                        : new Measured(
                                left.value().divide(right.value(), MathContext.DECIMAL128),
                                left.slack().divide(right.value().abs(), MathContext.DECIMAL128));
        };
    }

    private @Nullable Measured aggregate(Term.Function function, Cell place, Cells cells, BigDecimal halfUnit) {
        List<Measured> arguments = new ArrayList<>();
        for (Term argument : function.arguments()) {
            Measured measured = measure(argument, place, cells, halfUnit);
            if (measured == null) {
                return null;
            }
            arguments.add(measured);
        }
        Measured result = arguments.get(0);
        for (Measured argument : arguments.subList(1, arguments.size())) {
            BigDecimal slack = result.slack().max(argument.slack());
            result = switch (function.name()) {
                case "max" -> new Measured(result.value().max(argument.value()), slack);
                case "min" -> new Measured(result.value().min(argument.value()), slack);
                default ->
                    new Measured(
                            result.value().add(argument.value()), result.slack().add(argument.slack()));
            };
        }
        return function.name().equals("abs") ? new Measured(result.value().abs(), result.slack()) : result;
    }
}
