package io.daybreak.bench.jmh;

import io.daybreak.risk.revalue.BlackScholes;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.EuropeanOption;
import io.daybreak.risk.revalue.EuropeanOption.OptionType;
import io.daybreak.risk.revalue.OptionPosition;
import io.daybreak.risk.scenario.AddressableNormals;
import io.daybreak.risk.scenario.FactorSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions of twenty books as they come in: nine of ten are linear with delta and gamma to five factors, every tenth is
 * one of 20,000 option contracts.
 */
final class SampleBook {
    private static final int BOOKS = 20;
    private static final int EXPOSURES = 5;
    private static final int OPTION_EVERY = 10;
    private static final int UNDERLYINGS = 100;
    private static final int STRIKES = 20;
    private static final int EXPIRIES = 5;
    private static final double SPOT = 100.0;
    private static final double VOL = 0.25;

    private final int positions;
    private final int[] factor;
    private final double[] delta;
    private final double[] gamma;

    SampleBook(int positions) {
        this.positions = positions;
        factor = new int[positions * EXPOSURES];
        delta = new double[positions * EXPOSURES];
        gamma = new double[positions * EXPOSURES];
        AddressableNormals numbers = new AddressableNormals(positions);
        for (int e = 0; e < factor.length; e++) {
            factor[e] = (int) (numbers.uniformAt(0, e) * RiskSample.FACTORS);
            delta[e] = 1e4 * numbers.at(1, e);
            gamma[e] = 1e3 * numbers.at(2, e);
        }
    }

    int positions() {
        return positions;
    }

    /** Delta of an exposure; a position has five. */
    double delta(int position, int exposure) {
        return delta[position * EXPOSURES + exposure];
    }

    int factor(int position, int exposure) {
        return factor[position * EXPOSURES + exposure];
    }

    /** All positions, or the linear ones, netted by book and factor or by book and contract. */
    List<Book> netted(FactorSet factors, boolean options) {
        List<Book> books = new ArrayList<>();
        for (int b = 0; b < BOOKS; b++) {
            books.add(Book.empty("book " + b, factors));
        }
        for (int p = 0; p < positions; p++) {
            Book book = books.get(p % BOOKS);
            if (p / BOOKS % OPTION_EVERY == 0) {
                if (options) {
                    book.options().add(contract(p), delta(p, 1) / SPOT);
                }
            } else {
                for (int e = p * EXPOSURES; e < (p + 1) * EXPOSURES; e++) {
                    book.netted().add(factor[e], delta[e], gamma[e]);
                }
            }
        }
        return books;
    }

    private OptionPosition contract(int position) {
        int at = factor(position, 0) * 7_919 + factor(position, 2) * 104_729 + factor(position, 3);
        int underlying = at % UNDERLYINGS;
        int strike = at / UNDERLYINGS % STRIKES;
        int expiry = at / (UNDERLYINGS * STRIKES) % EXPIRIES;
        OptionType type = (factor(position, 4) & 1) == 0 ? OptionType.CALL : OptionType.PUT;
        return new OptionPosition(
                new EuropeanOption(type, SPOT * (0.8 + 0.02 * strike), 0.25 * (expiry + 1)),
                OptionPosition.Exercise.EUROPEAN,
                underlying,
                RiskSample.PRICES + underlying,
                new BlackScholes.Market(SPOT, 0.02, 0.0, VOL));
    }
}
