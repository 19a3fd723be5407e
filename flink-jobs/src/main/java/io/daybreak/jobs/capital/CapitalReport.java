package io.daybreak.jobs.capital;

import io.daybreak.risk.CurrencyRounding;
import io.daybreak.risk.capital.CapitalStack;
import io.daybreak.risk.capital.LargeExposures;
import io.daybreak.risk.capital.LeverageRatio;
import io.daybreak.risk.capital.OperationalRisk;
import io.daybreak.risk.capital.OutputFloor;
import io.daybreak.risk.liquidity.CoverageItem;
import io.daybreak.risk.liquidity.FundingItem;
import io.daybreak.risk.liquidity.LiquidityCoverage;
import io.daybreak.risk.liquidity.StableFunding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bank's capital and liquidity from the sums of the night.
 *
 * <p>A measure whose inputs are not there (no ledger of its area, no outflows) has no row. Market risk is a model, not
 * the rule: one-day 97.5 % historical expected shortfall, times the root of ten days, times the back-test multiplier;
 * neither MAR21's sensitivities nor MAR33's liquidity horizons are in it. Operational risk takes a loss multiplier of
 * one, for there is no loss history among the feeds (OPE25.11 leaves that to the supervisor).
 */
final class CapitalReport {

    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final BigDecimal PER_CAPITAL = new BigDecimal("12.5");
    private static final double BILLION = 1e9;
    private static final double TEN_DAYS = 10;
    private static final int SCALE = 8;

    private final NightFigures figures;
    private final LocalDate businessDate;
    private final List<Measure> measures = new ArrayList<>();

    /**
     * One figure.
     *
     * @param unit RATIO or MILLIONS
     */
    record Measure(
            String name,
            BigDecimal amount,
            String unit,
            @Nullable BigDecimal minimum,
            String rule) {}

    CapitalReport(NightFigures figures, LocalDate businessDate) {
        this.figures = figures;
        this.businessDate = businessDate;
    }

    List<Measure> measures() {
        List<CapitalStack.Line> lines = riskWeightedAssets();
        if (figures.has("OWN_FUNDS")) {
            BigDecimal tier1 = figures.of("OWN_FUNDS", "CET1").add(figures.of("OWN_FUNDS", "AT1"));
            capital(lines);
            leverage(tier1);
            largeExposures(tier1);
        }
        coverage();
        funding();
        if (figures.has("ECL")) {
            millions("EXPECTED_CREDIT_LOSS", figures.total("ECL"), "IFRS 9 5.5");
        }
        return List.copyOf(measures);
    }

    private List<CapitalStack.Line> riskWeightedAssets() {
        figures.section("RWA").forEach((exposureClass, amount) -> millions("RWA_" + exposureClass, amount, "CRE20"));
        BigDecimal credit = figures.total("RWA");
        BigDecimal market = marketRisk();
        BigDecimal operational = operationalRisk();
        List<CapitalStack.Line> lines = new ArrayList<>();
        line(lines, CapitalStack.Risk.CREDIT_STANDARDISED, credit, "CREDIT_RWA", "CRE20.1");
        line(lines, CapitalStack.Risk.MARKET, market, "MARKET_RWA", "model: ES 97.5 % x sqrt(10) x multiplier x 12.5");
        line(lines, CapitalStack.Risk.OPERATIONAL, operational, "OPERATIONAL_RWA", "OPE25.2, ILM 1");
        return lines;
    }

    private void line(
            List<CapitalStack.Line> lines, CapitalStack.Risk risk, BigDecimal amount, String name, String rule) {
        if (amount.signum() > 0) {
            lines.add(new CapitalStack.Line(risk, amount, amount));
            millions(name, amount, rule);
        }
    }

    private BigDecimal marketRisk() {
        BigDecimal shortfall = figures.of("RISK", "EXPECTED_SHORTFALL").max(BigDecimal.ZERO);
        BigDecimal multiplier = figures.of("RISK", "MULTIPLIER");
        double charge = shortfall.multiply(multiplier).doubleValue() * Math.sqrt(TEN_DAYS);
        return CurrencyRounding.toCents(CurrencyRounding.toCents(charge).multiply(PER_CAPITAL));
    }

    /** Business indicator of three-year averages; amounts are taken for euro where the base currency is another. */
    private BigDecimal operationalRisk() {
        if (!figures.has("BUSINESS_INDICATOR")) {
            return BigDecimal.ZERO;
        }
        double indicator = OperationalRisk.businessIndicator(
                income("NET_INTEREST"),
                income("INTEREST_EARNING_ASSETS"),
                income("DIVIDEND_INCOME"),
                income("OTHER_OPERATING_INCOME"),
                income("OTHER_OPERATING_EXPENSE"),
                income("FEE_INCOME"),
                income("FEE_EXPENSE"),
                income("TRADING_BOOK_PROFIT"),
                income("BANKING_BOOK_PROFIT"));
        if (indicator <= 0) {
            return BigDecimal.ZERO;
        }
        OperationalRisk risk = OperationalRisk.of(indicator / BILLION, 0, false);
        return CurrencyRounding.toCents(risk.riskWeightedAssets() * BILLION);
    }

    private double income(String item) {
        return figures.of("BUSINESS_INDICATOR", item).doubleValue();
    }

    private void capital(List<CapitalStack.Line> lines) {
        BigDecimal cet1 = figures.of("OWN_FUNDS", "CET1");
        BigDecimal at1 = figures.of("OWN_FUNDS", "AT1");
        BigDecimal tier2 = figures.of("OWN_FUNDS", "T2");
        millions("CET1_CAPITAL", cet1, "CAP10.6");
        millions("TIER1_CAPITAL", cet1.add(at1), "CAP10.1");
        millions("OWN_FUNDS", cet1.add(at1).add(tier2), "CAP10.1");
        if (lines.isEmpty()) {
            return;
        }
        CapitalStack stack = CapitalStack.of(
                lines, new CapitalStack.OwnFunds(cet1, at1, tier2), OutputFloor.basel(), businessDate, BigDecimal.ZERO);
        millions("TOTAL_RWA", stack.floored(), "RBC20.9");
        String[] names = {"CET1_RATIO", "TIER1_RATIO", "TOTAL_CAPITAL_RATIO"};
        for (int i = 0; i < names.length; i++) {
            CapitalStack.Ratio ratio = stack.ratios().get(i);
            ratio(names[i], ratio.ratio(), ratio.withBuffers(), "RBC20.1, RBC30.2");
        }
    }

    private void leverage(BigDecimal tier1) {
        if (!figures.has("LEVERAGE")) {
            return;
        }
        // LEV30.16: replacement cost and potential future exposure, times alpha 1.4.
        BigDecimal derivatives = figures.of("LEVERAGE", "DERIVATIVES").multiply(new BigDecimal("1.4"));
        LeverageRatio ratio = LeverageRatio.of(
                tier1,
                new LeverageRatio.Measure(
                        figures.of("LEVERAGE", "ON_BALANCE"),
                        CurrencyRounding.toCents(derivatives),
                        figures.of("LEVERAGE", "SECURITIES_FINANCING"),
                        // LEV30.49: without a split by kind of commitment, the 40 % of other commitments.
                        CurrencyRounding.toCents(
                                figures.of("LEVERAGE", "OFF_BALANCE").multiply(new BigDecimal("0.40"))),
                        figures.of("OWN_FUNDS", "DEDUCTIONS")),
                BigDecimal.ZERO);
        millions("LEVERAGE_EXPOSURE", ratio.exposureMeasure(), "LEV30.1");
        ratio("LEVERAGE_RATIO", ratio.ratio(), ratio.minimum(), "LEV20.3");
    }

    private void largeExposures(BigDecimal tier1) {
        Map<String, BigDecimal> groups = figures.section("LARGE");
        if (groups.isEmpty() || tier1.signum() <= 0) {
            return;
        }
        List<LargeExposures.Line> lines = LargeExposures.of(groups, Set.of(), false, tier1);
        ratio("LARGEST_EXPOSURE_SHARE", lines.get(0).shareOfTier1(), null, "LEX20.1: at most 25 % of Tier 1");
        BigDecimal large = lines.stream()
                .filter(line -> line.shareOfTier1().compareTo(LargeExposures.REPORTING) >= 0)
                .map(LargeExposures.Line::exposure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        millions("LARGE_EXPOSURES", large, "LEX20.4");
    }

    private void coverage() {
        Map<CoverageItem, BigDecimal> items = new EnumMap<>(CoverageItem.class);
        items.putAll(figures.section("LCR", CoverageItem.class));
        boolean outflows = items.keySet().stream().anyMatch(i -> i.section() == CoverageItem.Section.OUTFLOW);
        if (!outflows) {
            return;
        }
        LiquidityCoverage coverage = LiquidityCoverage.of(items);
        millions("LCR_LIQUID_ASSETS", coverage.liquidAssets(), "LCR30");
        millions("LCR_OUTFLOWS", coverage.outflows(), "LCR40.5");
        millions("LCR_INFLOWS", coverage.inflowsBeforeCap(), "LCR40.74");
        millions("LCR_NET_OUTFLOWS", coverage.netOutflows(), "LCR40.1");
        ratio("LCR", coverage.ratio(), BigDecimal.ONE, "LCR20.4");
    }

    private void funding() {
        Map<FundingItem, BigDecimal> items = new EnumMap<>(FundingItem.class);
        items.putAll(figures.section("NSFR", FundingItem.class));
        boolean required = items.keySet().stream().anyMatch(i -> i.section() == FundingItem.Section.REQUIRED);
        if (!required) {
            return;
        }
        StableFunding funding = StableFunding.of(items);
        millions("NSFR_AVAILABLE", funding.available(), "NSF30.2");
        millions("NSFR_REQUIRED", funding.required(), "NSF30.14");
        ratio("NSFR", funding.ratio(), BigDecimal.ONE, "NSF20.2");
    }

    private void ratio(String name, BigDecimal value, @Nullable BigDecimal minimum, String rule) {
        BigDecimal scaled = minimum == null ? null : minimum.setScale(SCALE, RoundingMode.HALF_EVEN);
        measures.add(new Measure(name, value.setScale(SCALE, RoundingMode.HALF_EVEN), "RATIO", scaled, rule));
    }

    private void millions(String name, BigDecimal amount, String rule) {
        BigDecimal value = amount.divide(MILLION, SCALE, RoundingMode.HALF_EVEN);
        measures.add(new Measure(name, value, "MILLIONS", null, rule));
    }
}
