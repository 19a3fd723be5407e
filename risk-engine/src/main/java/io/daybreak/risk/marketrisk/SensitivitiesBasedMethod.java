package io.daybreak.risk.marketrisk;

import io.daybreak.risk.Refuse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sensitivities-based method: delta, vega and curvature of all risk classes under three correlation scenarios.
 *
 * <p>Definition (MAR21.4): {@code WS_k = RW_k s_k}, {@code K_b = sqrt(max(0, sum_kl rho_kl WS_k WS_l))}, capital
 * {@code sqrt(sum_b K_b^2 + sum_{b != c} gamma_bc S_b S_c)} with {@code S_b = sum WS}; where that sum is negative,
 * {@code S_b = max(min(sum WS, K_b), -K_b)}. "Other" buckets of credit spread and equity add absolute values. The scenario
 * is chosen for the portfolio's total, not per class (MAR21.7). The two optional divisions by the square root of two
 * (MAR21.44, MAR21.88) are taken when asked for.
 */
public final class SensitivitiesBasedMethod {
    private final String reportingCurrency;
    private final boolean divideByRootTwo;
    private final Map<SbmFactor, Double> delta = new LinkedHashMap<>();
    private final Map<SbmFactor, Double> vega = new LinkedHashMap<>();
    private final Map<SbmFactor, double[]> curvature = new LinkedHashMap<>();

    public SensitivitiesBasedMethod(String reportingCurrency, boolean divideByRootTwo) {
        this.reportingCurrency = Refuse.blank("reporting currency", reportingCurrency);
        this.divideByRootTwo = divideByRootTwo;
    }

    /** Sensitivity measure. */
    public enum Measure {
        DELTA,
        VEGA,
        CURVATURE
    }

    /** Capital of one class and measure under one scenario, with its buckets. */
    public record Line(
            SbmClass riskClass,
            Measure measure,
            CorrelationScenario scenario,
            double capital,
            List<SbmBucket> buckets) {}

    /**
     * Capital of a portfolio, with every class, measure and scenario behind it.
     *
     * @param capital total of the selected scenario
     * @param totals total by scenario
     * @param lines all classes, measures and scenarios
     */
    public record Result(
            double capital, CorrelationScenario selected, Map<CorrelationScenario, Double> totals, List<Line> lines) {
        /** Capital of a class and measure under a scenario; zero where there is no sensitivity. */
        public double capital(SbmClass riskClass, Measure measure, CorrelationScenario scenario) {
            for (Line line : lines) {
                if (line.riskClass() == riskClass && line.measure() == measure && line.scenario() == scenario) {
                    return line.capital();
                }
            }
            return 0.0;
        }
    }

    /** Adds a delta: change in value for a unit (100 %) change of the factor; for rates and spreads per 1.00. */
    public SensitivitiesBasedMethod delta(SbmFactor factor, double sensitivity) {
        delta.merge(factor, Refuse.nonFinite("delta", sensitivity), Double::sum);
        return this;
    }

    /** Adds a vega: vega times implied volatility (MAR21.25). */
    public SensitivitiesBasedMethod vega(SbmFactor factor, double sensitivity) {
        Refuse.nonPositive("option maturity of vega to " + factor.name(), factor.optionYears());
        vega.merge(factor, Refuse.nonFinite("vega", sensitivity), Double::sum);
        return this;
    }

    /**
     * Adds curvature: the loss beyond delta when the factor's whole curve moves up or down by its risk weight
     * (MAR21.5); see {@link #curvatureLoss}. Tenor and basis of the factor are not read.
     */
    public SensitivitiesBasedMethod curvature(SbmFactor factor, double lossUp, double lossDown) {
        Refuse.nonFinite("curvature loss up", lossUp);
        Refuse.nonFinite("curvature loss down", lossDown);
        SbmFactor whole = new SbmFactor(
                factor.riskClass(), factor.bucket(), curvatureName(factor), SbmFactor.Kind.STANDARD, "", 0.0, 0.0);
        double[] losses = curvature.computeIfAbsent(whole, key -> new double[2]);
        losses[0] += lossUp;
        losses[1] += lossDown;
        return this;
    }

    private static String curvatureName(SbmFactor factor) {
        return factor.riskClass() == SbmClass.GIRR ? "" : factor.name();
    }

    /** {@code CVR = -(V(shocked) - V - shock * s)}: positive is a loss beyond delta; {@code shock} carries the sign. */
    public static double curvatureLoss(double shockedValue, double value, double shock, double sensitivity) {
        return -(shockedValue - value - shock * sensitivity);
    }

    /** Shock of a factor's curvature (MAR21.98, 99): relative for FX and equity, parallel and absolute elsewhere. */
    public double curvatureShock(SbmFactor factor) {
        return switch (factor.riskClass()) {
            case GIRR -> SbmTables.girrGreatestWeight();
            case FX, EQUITY, COMMODITY, CSR_NON_SECURITISATION, CSR_CORRELATION_TRADING, CSR_SECURITISATION ->
                deltaWeight(factor);
        };
    }

    public Result calculate() {
        List<Line> lines = new ArrayList<>();
        Map<CorrelationScenario, Double> totals = new EnumMap<>(CorrelationScenario.class);
        for (CorrelationScenario scenario : CorrelationScenario.values()) {
            double total = 0.0;
            for (SbmClass riskClass : SbmClass.values()) {
                for (Measure measure : Measure.values()) {
                    List<SbmBucket> buckets = buckets(riskClass, measure, scenario);
                    if (!buckets.isEmpty()) {
                        double capital = across(riskClass, measure, scenario, buckets);
                        lines.add(new Line(riskClass, measure, scenario, capital, buckets));
                        total += capital;
                    }
                }
            }
            totals.put(scenario, total);
        }
        CorrelationScenario selected = CorrelationScenario.MEDIUM;
        for (CorrelationScenario scenario : CorrelationScenario.values()) {
            selected = totals.getOrDefault(scenario, 0.0) > totals.getOrDefault(selected, 0.0) ? scenario : selected;
        }
        return new Result(totals.getOrDefault(selected, 0.0), selected, Map.copyOf(totals), List.copyOf(lines));
    }

    /** Delta risk weight of a factor, after the optional division. */
    public double deltaWeight(SbmFactor factor) {
        return switch (factor.riskClass()) {
            case GIRR -> {
                double weight = factor.kind() == SbmFactor.Kind.STANDARD
                        ? SbmTables.girrWeight(factor.tenorYears())
                        : SbmTables.girrInflationOrBasis();
                yield divided(weight, SbmTables.isLiquid(factor.bucket(), reportingCurrency));
            }
            case FX -> divided(0.15, SbmTables.isSpecifiedPair(factor.bucket(), reportingCurrency));
            case CSR_NON_SECURITISATION -> SbmTables.csrWeight(factor.bucketNumber());
            case CSR_CORRELATION_TRADING -> SbmTables.correlationTradingWeight(factor.bucketNumber());
            case CSR_SECURITISATION -> SbmTables.securitisationWeight(factor.bucketNumber());
            case EQUITY -> SbmTables.equityWeight(factor.bucketNumber(), factor.kind() == SbmFactor.Kind.REPO);
            case COMMODITY -> SbmTables.commodityWeight(factor.bucketNumber());
        };
    }

    private double divided(double weight, boolean eligible) {
        return eligible && divideByRootTwo ? weight / Math.sqrt(2.0) : weight;
    }

    private List<SbmBucket> buckets(SbmClass riskClass, Measure measure, CorrelationScenario scenario) {
        Map<String, List<SbmFactor>> factors = new TreeMap<>();
        for (SbmFactor factor : keys(measure)) {
            if (factor.riskClass() == riskClass) {
                factors.computeIfAbsent(factor.bucket(), bucket -> new ArrayList<>())
                        .add(factor);
            }
        }
        List<SbmBucket> buckets = new ArrayList<>();
        factors.forEach((bucket, mine) -> buckets.add(
                switch (measure) {
                    case DELTA, VEGA -> linearBucket(bucket, mine, measure, scenario);
                    case CURVATURE -> CurvatureBucket.of(bucket, mine, curvature, isOther(riskClass, bucket), scenario);
                }));
        return List.copyOf(buckets);
    }

    private Iterable<SbmFactor> keys(Measure measure) {
        return switch (measure) {
            case DELTA -> delta.keySet();
            case VEGA -> vega.keySet();
            case CURVATURE -> curvature.keySet();
        };
    }

    private SbmBucket linearBucket(
            String bucket, List<SbmFactor> factors, Measure measure, CorrelationScenario scenario) {
        int n = factors.size();
        double[] weighted = new double[n];
        double sum = 0.0;
        double absolute = 0.0;
        for (int k = 0; k < n; k++) {
            SbmFactor factor = factors.get(k);
            weighted[k] = measure == Measure.DELTA
                    ? deltaWeight(factor) * delta.getOrDefault(factor, 0.0)
                    : SbmTables.vegaWeight(factor) * vega.getOrDefault(factor, 0.0);
            sum += weighted[k];
            absolute += Math.abs(weighted[k]);
        }
        if (isOther(factors.get(0).riskClass(), bucket)) {
            return new SbmBucket(bucket, absolute, sum);
        }
        double square = 0.0;
        for (int k = 0; k < n; k++) {
            square += weighted[k] * weighted[k];
            for (int l = 0; l < k; l++) {
                double rho = measure == Measure.DELTA
                        ? SbmCorrelations.delta(factors.get(k), factors.get(l))
                        : SbmCorrelations.vega(factors.get(k), factors.get(l));
                square += 2.0 * scenario.of(rho) * weighted[k] * weighted[l];
            }
        }
        return new SbmBucket(bucket, Math.sqrt(Math.max(0.0, square)), sum);
    }

    /** MAR21.56, MAR21.66 and MAR21.79: the bucket for what fits no other adds absolute values. */
    private static boolean isOther(SbmClass riskClass, String bucket) {
        return switch (riskClass) {
            case CSR_NON_SECURITISATION, CSR_CORRELATION_TRADING -> bucket.equals("16");
            case CSR_SECURITISATION -> bucket.equals("25");
            case EQUITY -> bucket.equals("11");
            case GIRR, FX, COMMODITY -> false;
        };
    }

    private static double across(
            SbmClass riskClass, Measure measure, CorrelationScenario scenario, List<SbmBucket> buckets) {
        List<SbmBucket> inRoot = new ArrayList<>();
        double beside = 0.0;
        for (SbmBucket bucket : buckets) {
            // MAR21.70: bucket 25 of securitisations is added to the rest.
            if (riskClass == SbmClass.CSR_SECURITISATION && bucket.bucket().equals("25")) {
                beside += bucket.capital();
            } else {
                inRoot.add(bucket);
            }
        }
        double square = square(riskClass, measure, scenario, inRoot, false);
        if (square < 0.0 && measure != Measure.CURVATURE) {
            square = square(riskClass, measure, scenario, inRoot, true);
        }
        return Math.sqrt(Math.max(0.0, square)) + beside;
    }

    private static double square(
            SbmClass riskClass,
            Measure measure,
            CorrelationScenario scenario,
            List<SbmBucket> buckets,
            boolean bounded) {
        double square = 0.0;
        for (int b = 0; b < buckets.size(); b++) {
            SbmBucket first = buckets.get(b);
            square += first.capital() * first.capital();
            for (int c = 0; c < b; c++) {
                SbmBucket second = buckets.get(c);
                double gamma = SbmCorrelations.between(riskClass, first.bucket(), second.bucket());
                double scaled = scenario.of(measure == Measure.CURVATURE ? gamma * gamma : gamma);
                double left = bounded ? bounded(first) : first.sum();
                double right = bounded ? bounded(second) : second.sum();
                boolean bothGain = measure == Measure.CURVATURE && left < 0.0 && right < 0.0;
                square += bothGain ? 0.0 : 2.0 * scaled * left * right;
            }
        }
        return square;
    }

    private static double bounded(SbmBucket bucket) {
        return Math.max(Math.min(bucket.sum(), bucket.capital()), -bucket.capital());
    }
}
