package io.daybreak.report.release;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reconciles a report's control totals with what they should be, and with the day before. */
public final class TotalsComparison {

    private static final int PERCENT_SCALE = 1;

    private TotalsComparison() {}

    /**
     * Totals that must be equal: the report's own and the night's.
     *
     * @return an error for every total that differs or that one side lacks
     */
    public static List<Finding> equal(String report, Map<String, BigDecimal> own, Map<String, BigDecimal> night) {
        List<Finding> findings = new ArrayList<>();
        for (String name : night.keySet()) {
            BigDecimal expected = night.get(name);
            BigDecimal actual = own.get(name);
            if (actual == null) {
                findings.add(Finding.error("control-total", report, name, "", "a total of " + expected));
            } else if (expected != null && actual.compareTo(expected) != 0) {
                findings.add(
                        Finding.error("control-total", report, name, actual.toPlainString(), expected.toPlainString()));
            }
        }
        return findings;
    }

    /**
     * Totals that should not jump: today's against the day before.
     *
     * @param tolerancePercent the change beyond which a person should look, in percent of the day before
     * @return a warning for every total that moved further, appeared or vanished
     */
    public static List<Finding> movement(
            String report, Map<String, BigDecimal> today, Map<String, BigDecimal> before, BigDecimal tolerancePercent) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(today.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            BigDecimal now = today.getOrDefault(name, BigDecimal.ZERO);
            BigDecimal then = before.getOrDefault(name, BigDecimal.ZERO);
            BigDecimal bound = then.abs().multiply(tolerancePercent).movePointLeft(2);
            if (now.subtract(then).abs().compareTo(bound) > 0) {
                findings.add(new Finding(
                        Severity.WARNING,
                        "movement",
                        report,
                        name,
                        now.toPlainString(),
                        "within %s %% of %s, moved %s"
                                .formatted(
                                        tolerancePercent.toPlainString(), then.toPlainString(), percent(now, then))));
            }
        }
        return findings;
    }

    private static String percent(BigDecimal now, BigDecimal then) {
        if (then.signum() == 0) {
            return "from nothing";
        }
        return now.subtract(then)
                        .movePointRight(2)
                        .divide(then.abs(), PERCENT_SCALE, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " %";
    }
}
