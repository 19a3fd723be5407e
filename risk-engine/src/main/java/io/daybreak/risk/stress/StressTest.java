package io.daybreak.risk.stress;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.BookValuation;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.stress.StressResult.Driver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies stress scenarios to books, with the factors that drove each result. */
public final class StressTest {
    private StressTest() {}

    /** Options are priced by formula; drivers plus cross effect add up to the P&L. */
    public static StressResult run(Book book, StressScenario scenario) {
        FactorSet factors = book.factors();
        double[] moves = scenario.moves();
        Refuse.differentLength("moves of " + scenario.name(), moves.length, factors.size());
        BookValuation valuation = new BookValuation(book);
        double total = valuation.pnl(moves);
        List<Driver> drivers = new ArrayList<>();
        double sum = 0.0;
        for (int f = 0; f < moves.length; f++) {
            double pnl = moves[f] == 0.0 ? 0.0 : valuation.pnlOfOne(f, moves[f]);
            if (pnl != 0.0) {
                drivers.add(new Driver(factors.get(f).id(), moves[f], pnl));
                sum += pnl;
            }
        }
        drivers.sort(Comparator.comparingDouble((Driver driver) -> -Math.abs(driver.pnlUnits()))
                .thenComparing(Driver::factorId));
        List<String> standing = scenario.unmoved().stream()
                .filter(id -> valuation.isExposedTo(factors.indexOf(id)))
                .toList();
        return new StressResult(book.name(), scenario, total, List.copyOf(drivers), total - sum, standing);
    }

    /**
     * P&L of moving one factor by multiples of a step, everything else standing still.
     *
     * @return {@code 2 * rungs + 1} figures, from {@code -rungs * step} to {@code rungs * step}
     */
    public static double[] ladder(Book book, int factor, double step, int rungs) {
        Refuse.nonPositive("step", step);
        Refuse.fewerThan("rungs", rungs, 1);
        BookValuation valuation = new BookValuation(book);
        double[] pnl = new double[2 * rungs + 1];
        for (int rung = -rungs; rung <= rungs; rung++) {
            pnl[rung + rungs] = valuation.pnlOfOne(factor, rung * step);
        }
        return pnl;
    }
}
