package io.daybreak.risk.measure;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.revalue.PnlVector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Value at risk and expected shortfall of one P&L vector, with what they were made of.
 *
 * @param valueAtRisk loss not exceeded with the level's probability; a negative figure is a gain
 * @param expectedShortfall mean loss in the tail
 * @param valueAtRiskScenarios scenarios and weights whose P&L is minus the value at risk
 * @param shortfallScenarios scenarios and weights whose P&L is minus the expected shortfall
 * @param interval where the true value at risk lies with the interval's confidence, for independent scenarios
 * @param shortfallStandardError asymptotic standard error of the expected shortfall, for independent scenarios
 */
public record TailRisk(
        ConfidenceLevel level,
        QuantileConvention quantileConvention,
        ShortfallConvention shortfallConvention,
        String scenarioIdentity,
        int scenarios,
        double valueAtRisk,
        double expectedShortfall,
        List<ScenarioWeight> valueAtRiskScenarios,
        List<ScenarioWeight> shortfallScenarios,
        Interval interval,
        double shortfallStandardError)
        implements Serializable {
    /**
     * Distribution-free bounds of a quantile by order statistics.
     *
     * @param low lower bound; minus infinity where even the best scenario is not low enough
     * @param high upper bound; plus infinity where even the worst scenario is not bad enough
     * @param confidence at least this, by the binomial distribution
     */
    public record Interval(double low, double high, double confidence) implements Serializable {}

    private static final double INTERVAL_CONFIDENCE = 0.95;

    /** Hull's value at risk (the fifth worst of 500 at 99 %) and the tail-weighted, coherent shortfall. */
    public static TailRisk of(PnlVector pnl, ConfidenceLevel level) {
        return of(pnl, level, QuantileConvention.FLOOR_PLUS_ONE, ShortfallConvention.TAIL_WEIGHTED);
    }

    /**
     * Value at risk and expected shortfall by named conventions.
     *
     * @throws RefusedInputException if fewer than one scenario is expected in the tail, {@code n (1 - a) < 1}: the
     *     figures would be the worst scenario whatever the level
     */
    public static TailRisk of(
            PnlVector pnl, ConfidenceLevel level, QuantileConvention quantile, ShortfallConvention shortfall) {
        int n = pnl.size();
        long tailNumerator = level.denominator() - level.numerator();
        if (tailNumerator * n < level.denominator()) {
            throw new RefusedInputException("the tail beyond " + level + " of " + n + " scenarios is empty; at least "
                    + -Math.floorDiv(-level.denominator(), tailNumerator) + " scenarios are needed");
        }
        int[] worstFirst = worstFirst(pnl);
        List<ScenarioWeight> atVar = behindQuantile(worstFirst, quantile.position(level, n));
        double valueAtRisk = -weighted(pnl, atVar);
        List<ScenarioWeight> tail = behindShortfall(pnl, worstFirst, level, atVar, shortfall);
        double expectedShortfall = -weighted(pnl, tail);
        return new TailRisk(
                level,
                quantile,
                shortfall,
                pnl.scenarioIdentity(),
                n,
                valueAtRisk,
                expectedShortfall,
                atVar,
                tail,
                interval(pnl, worstFirst, level),
                standardError(pnl, tail, level, valueAtRisk, expectedShortfall));
    }

    /** Part of the value at risk that comes from a slice: minus its P&L in the scenarios behind it. Parts add up. */
    public double componentValueAtRisk(PnlVector slice) {
        return -weighted(checked(slice), valueAtRiskScenarios);
    }

    /**
     * Part of the value at risk that comes from a slice, steadier than a single scenario tells it: the slice's mean loss
     * over the scenarios whose ranks are nearest to the value at risk, scaled so that parts still add up to it.
     *
     * @param total vector this was measured on
     * @param neighbours ranks on either side; fewer where the tail ends
     * @throws RefusedInputException if the total's mean loss over those scenarios is not positive: nothing to scale to
     */
    public double smoothedComponentValueAtRisk(PnlVector total, PnlVector slice, int neighbours) {
        Refuse.fewerThan("neighbours", neighbours, 0);
        int[] worstFirst = worstFirst(checked(total));
        int rank = rankOf(worstFirst, valueAtRiskScenarios.get(0).scenario());
        double ofTotal = 0.0;
        double ofSlice = 0.0;
        for (int i = Math.max(0, rank - neighbours); i <= Math.min(scenarios - 1, rank + neighbours); i++) {
            ofTotal -= total.units(worstFirst[i]);
            ofSlice -= checked(slice).units(worstFirst[i]);
        }
        if (!(ofTotal > 0.0)) {
            throw new RefusedInputException("mean loss around the value at risk is " + ofTotal
                    + "; a positive one is needed to share the value at risk by it");
        }
        return valueAtRisk * ofSlice / ofTotal;
    }

    /** Part of the expected shortfall that comes from a slice. Parts add up. */
    public double componentShortfall(PnlVector slice) {
        return -weighted(checked(slice), shortfallScenarios);
    }

    /** How much the value at risk would fall if the slice were not there; parts do not add up. */
    public double incrementalValueAtRisk(PnlVector total, PnlVector slice) {
        return valueAtRisk - of(total.minus(slice), level, quantileConvention, shortfallConvention).valueAtRisk;
    }

    /** How much the expected shortfall would fall if the slice were not there. */
    public double incrementalShortfall(PnlVector total, PnlVector slice) {
        return expectedShortfall
                - of(total.minus(slice), level, quantileConvention, shortfallConvention).expectedShortfall;
    }

    private PnlVector checked(PnlVector slice) {
        if (!slice.scenarioIdentity().equals(scenarioIdentity) || slice.size() != scenarios) {
            throw new RefusedInputException("slice belongs to scenario cube " + slice.scenarioIdentity() + " with "
                    + slice.size() + " scenarios; the measure belongs to " + scenarioIdentity + " with " + scenarios);
        }
        return slice;
    }

    /** Scenario indices by ascending P&L; equal P&L by ascending index, so that ties fall the same way always. */
    private static int[] worstFirst(PnlVector pnl) {
        long[] sorted = pnl.toQuanta();
        Arrays.sort(sorted);
        int n = sorted.length;
        int[] next = new int[n];
        int[] order = new int[n];
        for (int scenario = 0; scenario < n; scenario++) {
            int first = firstOf(sorted, pnl.quanta(scenario));
            order[first + next[first]++] = scenario;
        }
        return order;
    }

    private static int firstOf(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Ranks count ascending losses; the scenario of rank r is the (n - r + 1)-th worst. */
    private static List<ScenarioWeight> behindQuantile(int[] worstFirst, QuantileConvention.Position position) {
        int n = worstFirst.length;
        int lower = worstFirst[n - position.rank()];
        if (position.weight() == 0.0) {
            return List.of(new ScenarioWeight(lower, 1.0));
        }
        int upper = worstFirst[n - position.rank() - 1];
        return List.of(
                new ScenarioWeight(upper, position.weight()), new ScenarioWeight(lower, 1.0 - position.weight()));
    }

    private static List<ScenarioWeight> behindShortfall(
            PnlVector pnl,
            int[] worstFirst,
            ConfidenceLevel level,
            List<ScenarioWeight> atVar,
            ShortfallConvention convention) {
        return switch (convention) {
            case TAIL_WEIGHTED -> tailWeighted(worstFirst, level);
            case AT_OR_BEYOND_VAR -> equallyWeighted(worstFirst, countAtOrBeyond(pnl, worstFirst, atVar), level);
            case BEYOND_VAR ->
                equallyWeighted(worstFirst, rankOf(worstFirst, atVar.get(0).scenario()), level);
        };
    }

    private static List<ScenarioWeight> tailWeighted(int[] worstFirst, ConfidenceLevel level) {
        long tail = level.denominator() - level.numerator();
        long mass = tail * worstFirst.length;
        int whole = (int) (mass / level.denominator());
        long rest = mass % level.denominator();
        double size = (double) mass / level.denominator();
        List<ScenarioWeight> weights = new ArrayList<>(whole + 1);
        for (int i = 0; i < whole; i++) {
            weights.add(new ScenarioWeight(worstFirst[i], 1.0 / size));
        }
        if (rest > 0) {
            weights.add(new ScenarioWeight(worstFirst[whole], (double) rest / mass));
        }
        return List.copyOf(weights);
    }

    private static List<ScenarioWeight> equallyWeighted(int[] worstFirst, int count, ConfidenceLevel level) {
        if (count == 0) {
            throw new RefusedInputException("no scenario of " + worstFirst.length + " lies beyond the " + level
                    + " value at risk; the expected shortfall of an empty tail is not the value at risk");
        }
        List<ScenarioWeight> weights = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            weights.add(new ScenarioWeight(worstFirst[i], 1.0 / count));
        }
        return List.copyOf(weights);
    }

    private static int countAtOrBeyond(PnlVector pnl, int[] worstFirst, List<ScenarioWeight> atVar) {
        double threshold = weighted(pnl, atVar);
        int count = 0;
        while (count < worstFirst.length && pnl.units(worstFirst[count]) <= threshold) {
            count++;
        }
        return count;
    }

    private static int rankOf(int[] worstFirst, int scenario) {
        int rank = 0;
        while (worstFirst[rank] != scenario) {
            rank++;
        }
        return rank;
    }

    private static double weighted(PnlVector pnl, List<ScenarioWeight> weights) {
        double sum = 0.0;
        for (ScenarioWeight item : weights) {
            sum += item.weight() * pnl.units(item.scenario());
        }
        return sum;
    }

    private static Interval interval(PnlVector pnl, int[] worstFirst, ConfidenceLevel level) {
        int n = worstFirst.length;
        BinomialDistribution below = new BinomialDistribution(null, n, level.asDouble());
        int low = below.inverseCumulativeProbability((1.0 - INTERVAL_CONFIDENCE) / 2.0);
        int high = below.inverseCumulativeProbability((1.0 + INTERVAL_CONFIDENCE) / 2.0) + 1;
        double lowLoss = low < 1 ? Double.NEGATIVE_INFINITY : -pnl.units(worstFirst[n - low]);
        double highLoss = high > n ? Double.POSITIVE_INFINITY : -pnl.units(worstFirst[n - high]);
        return new Interval(lowLoss, highLoss, INTERVAL_CONFIDENCE);
    }

    /** B. J. Manistre and G. H. Hancock, Variance of the CTE estimator, North American Actuarial Journal 9 (2005). */
    private static double standardError(
            PnlVector pnl, List<ScenarioWeight> tail, ConfidenceLevel level, double valueAtRisk, double shortfall) {
        double a = level.asDouble();
        double variance = 0.0;
        for (ScenarioWeight item : tail) {
            double gap = -pnl.units(item.scenario()) - shortfall;
            variance += item.weight() * gap * gap;
        }
        double excess = shortfall - valueAtRisk;
        return Math.sqrt(Refuse.negative("tail variance", variance + a * excess * excess) / (pnl.size() * (1.0 - a)));
    }
}
