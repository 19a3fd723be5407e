package io.daybreak.report.rules;

import java.math.BigDecimal;
import java.util.List;

/** An arithmetic expression over cells. */
sealed interface Term {

    /** A number. */
    record Constant(BigDecimal value) implements Term {}

    /**
     * A cell; parts left empty are given by the place at which the rule is run. In {@code sum}, {@code max} and {@code min} a part may stand for
     * several, see {@link Axis}.
     */
    record Reference(Cell cell) implements Term {}

    /** A sum or product of two expressions. */
    record Operation(char operator, Term left, Term right) implements Term {}

    /** The largest or smallest of, or the sum over, several expressions. */
    record Function(String name, List<Term> arguments) implements Term {
        public Function {
            arguments = List.copyOf(arguments);
        }
    }

    /** The sum over those rows of a template in which another cell of the row compares so to a number. */
    record SumWhere(Cell filter, String operator, BigDecimal bound, Cell summed) implements Term {}
}
