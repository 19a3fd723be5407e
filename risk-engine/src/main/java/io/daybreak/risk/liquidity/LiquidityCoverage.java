package io.daybreak.risk.liquidity;

import io.daybreak.risk.CurrencyRounding;
import io.daybreak.risk.RefusedInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Liquidity coverage ratio: liquid assets after caps over net outflows of thirty days.
 *
 * <p>Caps (LCR30.42 and annex), on amounts after haircuts and after unwinding short-dated secured deals:
 * {@code adj15 = max(L2B' - 15/85 (L1' + L2A'), L2B' - 15/60 L1', 0)}, {@code adj40 = max(L2A' + L2B' - adj15 - 2/3 L1', 0)};
 * the stock is {@code L1 + L2A + L2B - adj15 - adj40}. Inflows count up to 75 % of outflows (LCR40.1).
 *
 * @param lines every line that entered, assets first
 * @param cap15 taken off for the Level 2B cap
 * @param cap40 taken off for the Level 2 cap
 * @param ratio to six decimals; 1 is the minimum
 */
public record LiquidityCoverage(
        List<WeightedLine> lines,
        BigDecimal liquidAssets,
        BigDecimal cap15,
        BigDecimal cap40,
        BigDecimal outflows,
        BigDecimal inflowsBeforeCap,
        BigDecimal netOutflows,
        BigDecimal ratio) {
    private static final BigDecimal INFLOW_CAP = new BigDecimal("0.75");

    /**
     * What unwinding secured transactions within thirty days would add to each level, after haircuts; may be negative.
     */
    public record Unwinding(BigDecimal level1, BigDecimal level2a, BigDecimal level2b) {
        public static final Unwinding NONE = new Unwinding(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public static LiquidityCoverage of(Map<CoverageItem, BigDecimal> amounts) {
        return of(amounts, Map.of(), Unwinding.NONE);
    }

    /**
     * Ratio with national factors and unwinding of secured deals.
     *
     * @param amounts unweighted, none negative; items left out are zero
     * @param nationalFactors factors that replace the Basel ones
     * @throws RefusedInputException if net outflows are zero, when there is no ratio
     */
    public static LiquidityCoverage of(
            Map<CoverageItem, BigDecimal> amounts, Map<CoverageItem, BigDecimal> nationalFactors, Unwinding unwinding) {
        List<WeightedLine> lines = new ArrayList<>();
        Map<CoverageItem.Section, BigDecimal> sums = new EnumMap<>(CoverageItem.Section.class);
        for (CoverageItem item : CoverageItem.values()) {
            BigDecimal amount = amounts.get(item);
            if (amount == null) {
                continue;
            }
            if (amount.signum() < 0) {
                throw new RefusedInputException("LCR item " + item + " is " + amount + "; zero or more is needed");
            }
            BigDecimal factor = nationalFactors.getOrDefault(item, item.factor());
            BigDecimal weighted = CurrencyRounding.toCents(amount.multiply(factor));
            lines.add(new WeightedLine(item.name(), amount, factor, weighted));
            sums.merge(item.section(), weighted, BigDecimal::add);
        }
        return ratio(lines, sums, unwinding);
    }

    private static LiquidityCoverage ratio(
            List<WeightedLine> lines, Map<CoverageItem.Section, BigDecimal> sums, Unwinding unwinding) {
        BigDecimal level1 = sums.getOrDefault(CoverageItem.Section.LEVEL_1, BigDecimal.ZERO);
        BigDecimal level2a = sums.getOrDefault(CoverageItem.Section.LEVEL_2A, BigDecimal.ZERO);
        BigDecimal level2b = sums.getOrDefault(CoverageItem.Section.LEVEL_2B, BigDecimal.ZERO);
        BigDecimal a1 = level1.add(unwinding.level1()).max(BigDecimal.ZERO);
        BigDecimal a2a = level2a.add(unwinding.level2a()).max(BigDecimal.ZERO);
        BigDecimal a2b = level2b.add(unwinding.level2b()).max(BigDecimal.ZERO);
        BigDecimal cap15 = a2b.subtract(share(a1.add(a2a), 15, 85))
                .max(a2b.subtract(share(a1, 15, 60)))
                .max(BigDecimal.ZERO);
        BigDecimal cap40 =
                a2a.add(a2b).subtract(cap15).subtract(share(a1, 2, 3)).max(BigDecimal.ZERO);
        BigDecimal stock = level1.add(level2a).add(level2b).subtract(cap15).subtract(cap40);
        BigDecimal outflows = sums.getOrDefault(CoverageItem.Section.OUTFLOW, BigDecimal.ZERO);
        BigDecimal inflows = sums.getOrDefault(CoverageItem.Section.INFLOW, BigDecimal.ZERO);
        BigDecimal counted = inflows.min(CurrencyRounding.toCents(outflows.multiply(INFLOW_CAP)));
        BigDecimal net = outflows.subtract(counted);
        if (net.signum() <= 0) {
            throw new RefusedInputException(
                    "net outflows are " + net + "; without outflows there is no coverage ratio");
        }
        BigDecimal ratio = stock.divide(net, 6, RoundingMode.HALF_EVEN);
        return new LiquidityCoverage(List.copyOf(lines), stock, cap15, cap40, outflows, inflows, net, ratio);
    }

    private static BigDecimal share(BigDecimal amount, int numerator, int denominator) {
        return amount.multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_EVEN);
    }
}
