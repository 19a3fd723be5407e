package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.scenario.FactorSet;
import java.io.Serializable;

/** A named book: its netted linear and gamma exposure, its options, and its bonds, swaps and forwards as cash flows. */
public record Book(String name, NettedBook netted, OptionBook options, CashFlowBook cashFlows) implements Serializable {
    public Book {
        Refuse.blank("book name", name);
        if (!netted.factors().equals(options.factors()) || !netted.factors().equals(cashFlows.factors())) {
            throw new io.daybreak.risk.RefusedInputException(
                    "book " + name + " has linear exposures, options and cash flows over different factor sets");
        }
    }

    /** An empty book to add positions to. */
    public static Book empty(String name, FactorSet factors) {
        return new Book(name, new NettedBook(factors), new OptionBook(factors), new CashFlowBook(factors));
    }

    public FactorSet factors() {
        return netted.factors();
    }

    /** Adds a partial book of the same name. */
    public void merge(Book other) {
        if (!name.equals(other.name)) {
            throw new io.daybreak.risk.RefusedInputException(
                    "partial books of different names do not merge: " + name + " and " + other.name);
        }
        netted.merge(other.netted);
        options.merge(other.options);
        cashFlows.merge(other.cashFlows);
    }

    /** Whether any position of the book reacts to a factor. */
    public boolean isExposedTo(int factor) {
        return netted.delta(factor) != 0.0
                || netted.gamma(factor) != 0.0
                || options.isExposedTo(factor)
                || cashFlows.isExposedTo(factor);
    }

    /** P&L of one set of factor moves, options priced by formula, in currency units. */
    public double pnl(double[] moves) {
        return netted.pnl(moves)
                + new OptionRevaluation(options).pnl(moves)
                + new CashFlowRevaluation(cashFlows).pnl(moves);
    }
}
