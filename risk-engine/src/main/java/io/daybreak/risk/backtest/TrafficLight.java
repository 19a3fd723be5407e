package io.daybreak.risk.backtest;

import io.daybreak.risk.Refuse;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The supervisory zones of a back-test.
 *
 * <p>For 250 days at 99 % the multipliers are those MAR32 prints (Table 1): six exceptions give 1.76, though the rule
 * of thumb 1.5 (3 + 0.5) / 3 would give 1.75. Other windows and levels take the zones' definition: amber from the first
 * count whose cumulative binomial probability reaches 95 %, red from 99.99 %.
 */
public final class TrafficLight {
    /** MAR32.9 Table 1, in force from 1 January 2023, by number of exceptions; ten and more give the last. */
    private static final double[] MULTIPLIER = {1.50, 1.50, 1.50, 1.50, 1.50, 1.70, 1.76, 1.83, 1.88, 1.92, 2.00};

    /** Plus factors of the framework of January 1996, Table 2, added to a multiplier of three. */
    private static final double[] PLUS_FACTOR_1996 = {0.0, 0.0, 0.0, 0.0, 0.0, 0.40, 0.50, 0.65, 0.75, 0.85, 1.00};

    private static final double AMBER = 0.95;
    private static final double RED = 0.9999;
    private static final int DESK_LIMIT_99 = 12;
    private static final int DESK_LIMIT_97_5 = 30;

    private TrafficLight() {}

    /** Supervisory zone. */
    public enum Zone {
        GREEN,
        AMBER,
        RED
    }

    /** Zone of an exception count at a coverage level over a window of days. */
    public static Zone zone(int exceptions, int days, double level) {
        Refuse.fewerThan("exceptions", exceptions, 0);
        if (exceptions >= start(days, level, RED)) {
            return Zone.RED;
        }
        return exceptions >= start(days, level, AMBER) ? Zone.AMBER : Zone.GREEN;
    }

    /** First count of the amber zone. */
    public static int amberStart(int days, double level) {
        return start(days, level, AMBER);
    }

    /** First count of the red zone. */
    public static int redStart(int days, double level) {
        return start(days, level, RED);
    }

    /** Capital multiplier for 250 days at 99 % (MAR32.9). */
    public static double multiplier(int exceptions) {
        Refuse.fewerThan("exceptions", exceptions, 0);
        return MULTIPLIER[Math.min(exceptions, MULTIPLIER.length - 1)];
    }

    /** Multiplier where the framework of 1996 is still in force: three plus the plus factor. */
    public static double multiplierOf1996(int exceptions) {
        Refuse.fewerThan("exceptions", exceptions, 0);
        return 3.0 + PLUS_FACTOR_1996[Math.min(exceptions, PLUS_FACTOR_1996.length - 1)];
    }

    /** Probability of at most so many exceptions if the model is right. */
    public static double cumulativeProbability(int exceptions, int days, double level) {
        return new BinomialDistribution(null, days, 1.0 - level).cumulativeProbability(exceptions);
    }

    /** Whether a desk keeps internal-model treatment (MAR32.18): at most 12 exceptions at 99 % and 30 at 97.5 % in 250 days. */
    public static boolean deskPasses(int exceptionsAt99, int exceptionsAt97point5) {
        return exceptionsAt99 <= DESK_LIMIT_99 && exceptionsAt97point5 <= DESK_LIMIT_97_5;
    }

    private static int start(int days, double level, double cumulative) {
        Refuse.fewerThan("days", days, 1);
        Refuse.outside("level", level, 0.5, 0.9999);
        BinomialDistribution binomial = new BinomialDistribution(null, days, 1.0 - level);
        int count = 0;
        while (count < days && binomial.cumulativeProbability(count) < cumulative) {
            count++;
        }
        return count;
    }
}
