package io.daybreak.report.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule at one place of the cells. */
final class RuleAtPlace {

    /** What came of it. */
    enum Verdict {
        HOLDS,
        BROKEN,
        /** A cell it needs has no value. */
        NOT_RUN
    }

    private final CellRule rule;
    private final Cell place;
    private final Cells cells;
    private final BigDecimal halfUnit;
    private String value = "";
    private String bound = "";

    RuleAtPlace(CellRule rule, Cell place, Cells cells, BigDecimal halfUnit) {
        this.rule = rule;
        this.place = place;
        this.cells = cells;
        this.halfUnit = halfUnit;
    }

    /** The value last found wrong. */
    String value() {
        return value;
    }

    /** What it should have been. */
    String bound() {
        return bound;
    }

    Verdict judge(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return compare(comparison);
        }
        if (condition instanceof Condition.Empty empty) {
            return emptiness(empty);
        }
        if (condition instanceof Condition.Several several) {
            return several(several);
        }
        if (condition instanceof Condition.Not not) {
            return inverse(judge(not.part()));
        }
        if (condition instanceof Condition.When when) {
            Verdict asked = judge(when.condition());
            return asked == Verdict.NOT_RUN ? asked : judge(asked == Verdict.HOLDS ? when.then() : when.otherwise());
        }
        return of(((Condition.Constant) condition).holds());
    }

    private static Verdict of(boolean holds) {
        return holds ? Verdict.HOLDS : Verdict.BROKEN;
    }

    private static Verdict inverse(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Verdict.BROKEN;
            case BROKEN -> Verdict.HOLDS;
            case NOT_RUN -> Verdict.NOT_RUN;
        };
    }

    private Verdict several(Condition.Several several) {
        Verdict decisive = several.all() ? Verdict.BROKEN : Verdict.HOLDS;
        Verdict result = inverse(decisive);
        for (Condition part : several.parts()) {
            Verdict verdict = judge(part);
            if (verdict == decisive) {
                return decisive;
            }
            result = verdict == Verdict.NOT_RUN ? verdict : result;
        }
        return result;
    }

    private Verdict emptiness(Condition.Empty empty) {
        boolean none = true;
        for (Cell cell : expand(empty.cell())) {
            BigDecimal there = cells.get(cell);
            if (there != null) {
                none = false;
                value = there.toPlainString();
            }
        }
        bound = empty.negated() ? "a value" : "no value";
        return of(none != empty.negated());
    }

    private Verdict compare(Condition.Comparison comparison) {
        Measured right = measure(comparison.right());
        if (right == null) {
            return Verdict.NOT_RUN;
        }
        if (!(comparison.left() instanceof Term.Reference reference)) {
            Measured left = measure(comparison.left());
            return left == null ? Verdict.NOT_RUN : compare(left, comparison.operator(), right);
        }
        Verdict result = Verdict.NOT_RUN;
        for (Cell cell : expand(reference.cell())) {
            Measured left = cell(cell);
            if (left != null) {
                result = compare(left, comparison.operator(), right);
                if (result == Verdict.BROKEN) {
                    return result;
                }
            }
        }
        return result;
    }

    private Verdict compare(Measured left, String operator, Measured right) {
        BigDecimal slack = rule.interval() ? left.slack().add(right.slack()) : BigDecimal.ZERO;
        boolean holds = Measured.holds(left.value().subtract(right.value()), operator, slack);
        if (!holds) {
            value = left.value().toPlainString();
            bound = operator + " " + right.value().toPlainString()
                    + (slack.signum() > 0 ? " within " + slack.toPlainString() : "");
        }
        return of(holds);
    }

    private @Nullable Measured measure(Term term) {
        if (term instanceof Term.Constant constant) {
            return new Measured(constant.value(), BigDecimal.ZERO);
        }
        if (term instanceof Term.Reference reference) {
            return cell(at(reference.cell()));
        }
        if (term instanceof Term.Operation operation) {
            Measured left = measure(operation.left());
            Measured right = measure(operation.right());
            return left == null || right == null ? null : Measured.of(operation.operator(), left, right);
        }
        return term instanceof Term.SumWhere where ? sumWhere(where) : function((Term.Function) term);
    }

    private @Nullable Measured cell(Cell cell) {
        BigDecimal there = cells.get(cell);
        if (there == null) {
            return rule.missingIsZero() ? Measured.ZERO : null;
        }
        return new Measured(there, halfUnit);
    }

    private @Nullable Measured function(Term.Function function) {
        List<Measured> arguments = new ArrayList<>();
        for (Term argument : function.arguments()) {
            if (argument instanceof Term.Reference reference && isSeveral(reference.cell())) {
                for (Cell cell : expand(reference.cell())) {
                    BigDecimal there = cells.get(cell);
                    if (there != null) {
                        arguments.add(new Measured(there, halfUnit));
                    }
                }
            } else {
                Measured measured = measure(argument);
                if (measured == null) {
                    return null;
                }
                arguments.add(measured);
            }
        }
        if (arguments.isEmpty()) {
            return rule.missingIsZero() ? Measured.ZERO : null;
        }
        return combined(function.name(), arguments);
    }

    private static Measured combined(String name, List<Measured> arguments) {
        Measured result = arguments.get(0);
        for (Measured argument : arguments.subList(1, arguments.size())) {
            BigDecimal slack = result.slack().max(argument.slack());
            result = switch (name) {
                case "max" -> new Measured(result.value().max(argument.value()), slack);
                case "min" -> new Measured(result.value().min(argument.value()), slack);
                default -> result.plus(argument);
            };
        }
        return name.equals("abs") ? new Measured(result.value().abs(), result.slack()) : result;
    }

    private Measured sumWhere(Term.SumWhere where) {
        Measured sum = Measured.ZERO;
        Cell filter = at(where.filter());
        Cell summed = at(where.summed());
        for (String row : cells.rows(filter.template())) {
            BigDecimal asked = cells.get(new Cell(filter.template(), row, filter.column(), filter.sheet()));
            BigDecimal there = cells.get(new Cell(summed.template(), row, summed.column(), summed.sheet()));
            if (asked != null
                    && there != null
                    && Measured.holds(asked.subtract(where.bound()), where.operator(), BigDecimal.ZERO)) {
                sum = sum.plus(new Measured(there, halfUnit));
            }
        }
        return sum;
    }

    /** The cell with what it leaves open given by the place. */
    private Cell at(Cell cell) {
        return new Cell(
                cell.template().isEmpty() ? place.template() : cell.template(),
                cell.row().isEmpty() ? place.row() : cell.row(),
                cell.column().isEmpty() ? place.column() : cell.column(),
                cell.sheet().isEmpty() ? place.sheet() : cell.sheet());
    }

    /** Whether a cell given to a sum stands for more than one: a list, a range, or a part neither it nor the place names. */
    private boolean isSeveral(Cell cell) {
        Cell here = at(cell);
        return Axis.isSeveral(here.row())
                || Axis.isSeveral(here.column())
                || Axis.isSeveral(here.sheet())
                || here.row().isEmpty()
                || here.column().isEmpty();
    }

    private List<Cell> expand(Cell cell) {
        Cell here = at(cell);
        List<Cell> all = new ArrayList<>();
        for (String row : parts(here.row(), cells.rows(here.template()))) {
            for (String column : parts(here.column(), cells.columns(here.template()))) {
                for (String sheet : Axis.isSeveral(here.sheet())
                        ? Axis.expand(here.sheet(), cells.sheets(here.template()))
                        : List.of(here.sheet())) {
                    all.add(new Cell(here.template(), row, column, sheet));
                }
            }
        }
        return all;
    }

    private static Collection<String> parts(String part, Collection<String> there) {
        if (part.isEmpty()) {
            return there;
        }
        return Axis.isSeveral(part) ? Axis.expand(part, there) : List.of(part);
    }
}
