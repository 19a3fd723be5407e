package io.daybreak.jobs.stage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The balance board of a stage: what went in against what came out and what was rejected, line by line. */
public final class Balance {

    /** Rows and amount on one side of a line. */
    public record Figure(long rows, BigDecimal amount) {

        static final Figure ZERO = new Figure(0, BigDecimal.ZERO);

        Figure plus(Figure other) {
            return new Figure(rows + other.rows, amount.add(other.amount));
        }

        @Override
        public String toString() {
            return rows + " rows of " + amount.toPlainString();
        }
    }

    /** One measure in one currency. */
    public record Line(String measure, String currency, Figure in, Figure out, Figure rejected) {

        /** Whether in = out + rejected, by count and to the cent. */
        public boolean balanced() {
            Figure accounted = out.plus(rejected);
            return in.rows() == accounted.rows() && in.amount().compareTo(accounted.amount()) == 0;
        }
    }

    /** The lines of some totals, by measure and currency. A side without a total counts as nothing. */
    public static List<Line> of(List<ControlTotal> totals) {
        Map<List<String>, Figure[]> lines =
                new TreeMap<>((a, b) -> String.join("\u0000", a).compareTo(String.join("\u0000", b)));
        for (ControlTotal total : totals) {
            Figure[] sides = lines.computeIfAbsent(List.of(total.measure(), total.currency()), key ->
                    new Figure[] {Figure.ZERO, Figure.ZERO, Figure.ZERO});
            int side = total.side().ordinal();
            sides[side] = sides[side].plus(new Figure(total.rows(), total.amount()));
        }
        List<Line> result = new ArrayList<>();
        lines.forEach((key, sides) -> result.add(new Line(key.get(0), key.get(1), sides[0], sides[1], sides[2])));
        return List.copyOf(result);
    }

    private Balance() {}
}
