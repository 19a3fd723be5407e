package io.daybreak.risk.measure;

import io.daybreak.risk.Refuse;

/**
 * From shortfalls to the capital of desks on internal models (MAR33); {@link LiquidityHorizonShortfall} gives the
 * shortfalls. All amounts positive, in one currency.
 */
public final class InternalModels {
    private static final double SYSTEMATIC = 0.6;
    private static final double ADD_ON = 0.5;

    private InternalModels() {}

    /**
     * Stress scenario capital of factors without enough real prices (MAR33.17):
     * {@code sqrt(sum ISES_credit^2) + sqrt(sum ISES_equity^2) + sqrt((0.6 sum SES)^2 + (1 - 0.36) sum SES^2)}.
     *
     * @param idiosyncraticCredit stress losses of idiosyncratic credit spread factors shown to be uncorrelated
     * @param idiosyncraticEquity the same for equity factors
     * @param others all other non-modellable factors
     */
    public static double stressScenarioCapital(
            double[] idiosyncraticCredit, double[] idiosyncraticEquity, double[] others) {
        double systematic = SYSTEMATIC * sum(others);
        return Math.sqrt(squares(idiosyncraticCredit))
                + Math.sqrt(squares(idiosyncraticEquity))
                + Math.sqrt(systematic * systematic + (1.0 - SYSTEMATIC * SYSTEMATIC) * squares(others));
    }

    /**
     * Capital of modelled desks before the default risk charge (MAR33.41): the greater of yesterday's and of the
     * multiplied average of the last sixty days.
     *
     * @param multiplier at least 1.5, see {@link io.daybreak.risk.backtest.TrafficLight#multiplier}
     */
    public static double capital(
            double latestShortfall,
            double averageShortfall,
            double latestStressScenario,
            double averageStressScenario,
            double multiplier) {
        Refuse.outside("multiplier", multiplier, 1.5, 2.0);
        double latest = Refuse.negative("latest shortfall capital", latestShortfall)
                + Refuse.negative("latest stress scenario capital", latestStressScenario);
        double average = multiplier * Refuse.negative("average shortfall capital", averageShortfall)
                + Refuse.negative("average stress scenario capital", averageStressScenario);
        return Math.max(latest, average);
    }

    /**
     * Surcharge for desks in the amber zone of P&L attribution (MAR33.45): {@code k max(0, SA - IMA)},
     * {@code k = 0.5 sum SA_amber / sum SA_(green and amber)}.
     *
     * @param standardisedByAmberDesk standardised capital of each amber desk alone
     * @param standardisedByGreenDesk the same of each green desk
     * @param standardised of both together
     * @param modelled of both together
     */
    public static double attributionSurcharge(
            double[] standardisedByAmberDesk, double[] standardisedByGreenDesk, double standardised, double modelled) {
        double amber = sum(standardisedByAmberDesk);
        double all = amber + sum(standardisedByGreenDesk);
        if (all == 0.0) {
            return 0.0;
        }
        return ADD_ON
                * amber
                / all
                * Math.max(
                        0.0,
                        Refuse.negative("standardised capital", standardised)
                                - Refuse.negative("modelled capital", modelled));
    }

    private static double sum(double[] amounts) {
        double sum = 0.0;
        for (double amount : amounts) {
            sum += Refuse.negative("amount", amount);
        }
        return sum;
    }

    private static double squares(double[] amounts) {
        double sum = 0.0;
        for (double amount : amounts) {
            sum += Refuse.negative("amount", amount) * amount;
        }
        return sum;
    }
}
