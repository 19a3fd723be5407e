package io.daybreak.risk.capital;

import io.daybreak.risk.RefusedInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Large exposures by chapter LEX: sums per group of connected counterparties against Tier 1 capital. */
public final class LargeExposures {
    /** LEX20.1. */
    public static final BigDecimal LIMIT = new BigDecimal("0.25");
    /** LEX40.3: between globally systemic banks. */
    public static final BigDecimal SYSTEMIC_LIMIT = new BigDecimal("0.15");
    /** LEX20.4: from here an exposure is large and is reported. */
    public static final BigDecimal REPORTING = new BigDecimal("0.10");

    private LargeExposures() {}

    /** One group: its exposure, the share of Tier 1, and whether the limit is broken. */
    public record Line(String group, BigDecimal exposure, BigDecimal shareOfTier1, BigDecimal limit, boolean breach) {}

    /**
     * The lines of the large exposures report.
     *
     * @param exposures after mitigation, by group of connected counterparties
     * @param systemicGroups groups that are globally systemic banks; their limit is 15 % if the bank is one too
     * @return groups at or above ten percent of Tier 1 and the twenty largest (LEX20.5), largest first
     */
    public static List<Line> of(
            Map<String, BigDecimal> exposures,
            java.util.Set<String> systemicGroups,
            boolean bankIsSystemic,
            BigDecimal tier1) {
        if (tier1.signum() <= 0) {
            throw new RefusedInputException("Tier 1 capital is " + tier1 + "; it must be positive");
        }
        List<Line> lines = new ArrayList<>();
        exposures.forEach((group, exposure) -> {
            BigDecimal limit = bankIsSystemic && systemicGroups.contains(group) ? SYSTEMIC_LIMIT : LIMIT;
            BigDecimal share = exposure.divide(tier1, 6, RoundingMode.HALF_EVEN);
            boolean breach = exposure.compareTo(tier1.multiply(limit)) > 0;
            lines.add(new Line(group, exposure, share, limit, breach));
        });
        lines.sort(Comparator.comparing(Line::exposure).reversed().thenComparing(Line::group));
        List<Line> reported = new ArrayList<>();
        for (Line line : lines) {
            if (reported.size() < 20 || line.exposure().compareTo(tier1.multiply(REPORTING)) >= 0) {
                reported.add(line);
            }
        }
        return List.copyOf(reported);
    }
}
