package io.daybreak.risk.stress;

import java.util.List;

/**
 * What a stress does to a book.
 *
 * @param pnlUnits P&L in currency units, gains positive
 * @param drivers what each factor's move does alone, the greatest size first
 * @param crossEffect what the moves do together beyond the sum of the drivers; zero for a book without options
 * @param unmovedExposed ids of factors the book is exposed to and the scenario leaves standing still
 */
public record StressResult(
        String book,
        StressScenario scenario,
        double pnlUnits,
        List<Driver> drivers,
        double crossEffect,
        List<String> unmovedExposed) {
    /** One factor's part in a stress result, in currency units. */
    public record Driver(String factorId, double move, double pnlUnits) {}
}
