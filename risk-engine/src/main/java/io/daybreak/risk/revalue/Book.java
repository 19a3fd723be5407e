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

    /**
     * P&L of one move per factor, options priced by formula, in currency units. For many sets of moves make a
     * {@link BookValuation} once.
     */
    public double pnl(double[] moves) {
        return new BookValuation(this).pnl(moves);
    }
}
