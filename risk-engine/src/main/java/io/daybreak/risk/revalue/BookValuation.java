package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;

/**
 * A book made ready for many single sets of moves, as stress tests ask for them: contracts are sorted, priced today and
 * grouped by factor once. Positions added to the book afterwards are not seen. Options are priced by formula. Not
 * thread-safe.
 */
public final class BookValuation {
    private final NettedBook netted;
    private final OptionRevaluation options;
    private final CashFlowRevaluation cashFlows;
    private final boolean[] exposed;

    public BookValuation(Book book) {
        netted = book.netted();
        options = new OptionRevaluation(book.options());
        cashFlows = new CashFlowRevaluation(book.cashFlows());
        exposed = new boolean[book.factors().size()];
        for (int f = 0; f < exposed.length; f++) {
            exposed[f] = netted.delta(f) != 0.0 || netted.gamma(f) != 0.0 || cashFlows.dependsOn(f);
        }
        for (long pair : netted.cross().keySet()) {
            exposed[NettedBook.first(pair)] = true;
            exposed[NettedBook.second(pair)] = true;
        }
        options.markFactors(exposed);
    }

    /** P&L of one move per factor, in currency units. */
    public double pnl(double[] moves) {
        Refuse.differentLength("moves", moves.length, exposed.length);
        return netted.pnl(moves) + options.pnl(moves) + cashFlows.pnl(moves);
    }

    /** P&L of one factor's move, all others standing still; prices only what depends on the factor. */
    public double pnlOfOne(int factor, double move) {
        if (!exposed[factor]) {
            return 0.0;
        }
        double cash = cashFlows.dependsOn(factor) ? cashFlows.pnlOfOne(factor, move) : 0.0;
        return netted.contribution(factor, move) + options.pnlOfOne(factor, move) + cash;
    }

    /** Whether any position of the book reacts to a factor. */
    public boolean isExposedTo(int factor) {
        return exposed[factor];
    }
}
