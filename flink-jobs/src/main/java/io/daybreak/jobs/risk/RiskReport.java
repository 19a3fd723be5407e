package io.daybreak.jobs.risk;

import io.daybreak.jobs.risk.BookRevaluation.BookKey;
import io.daybreak.jobs.risk.Market.Finding;
import io.daybreak.jobs.risk.Market.ScenarioSet;
import io.daybreak.jobs.risk.Portfolios.Level;
import io.daybreak.jobs.risk.Portfolios.Portfolio;
import io.daybreak.risk.CurrencyRounding;
import io.daybreak.risk.backtest.TrafficLight;
import io.daybreak.risk.measure.ConfidenceLevel;
import io.daybreak.risk.measure.ScenarioWeight;
import io.daybreak.risk.measure.TailRisk;
import io.daybreak.risk.revalue.PnlVector;
import io.daybreak.risk.scenario.HistoricalScenarios;
import io.daybreak.risk.scenario.Scenarios;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the risk stage says of the bank, its desks and its books, as rows of its tables. */
final class RiskReport {

    private static final double QUANTA_PER_UNIT = 1e4;

    private final Market market;
    private final MarketRequest request;
    private final String firm;
    private final BigDecimal varLimit;
    private final List<Line> lines = new ArrayList<>();

    /** A row of a table, the business date left out. */
    record Line(String table, List<@Nullable Object> values) {}

    /** What one factor did to one book under one stress. */
    record Driver(String stress, BookKey key, String factorId, long pnlE4) {}

    /**
     * @param firm the bank's name
     * @param varLimit one-day 99 % historical value at risk of the bank beyond which an alert is raised
     */
    RiskReport(Market market, MarketRequest request, String firm, BigDecimal varLimit) {
        this.market = market;
        this.request = request;
        this.firm = firm;
        this.varLimit = varLimit;
    }

    /** Every row, in a fixed order. */
    List<Line> lines(Portfolios portfolios, List<Driver> drivers) {
        scenarios();
        market.cubes().forEach((set, cube) -> measures(set, cube, portfolios.vectors(set)));
        stresses(portfolios, drivers);
        Scenarios historical = market.cubes().get(ScenarioSet.HISTORICAL);
        if (historical != null) {
            backtests(historical, portfolios.vectors(ScenarioSet.HISTORICAL));
        }
        market.findings().forEach(this::finding);
        return List.copyOf(lines);
    }

    private void scenarios() {
        Scenarios historical = market.cubes().get(ScenarioSet.HISTORICAL);
        if (historical instanceof HistoricalScenarios dated) {
            for (int i = 0; i < dated.count(); i++) {
                add("scenarios", ScenarioSet.HISTORICAL.name(), i, dated.end(i).toString());
            }
        }
        for (int i = 0; i < market.stresses().size(); i++) {
            add(
                    "scenarios",
                    ScenarioSet.STRESS.name(),
                    i,
                    market.stresses().get(i).name());
        }
    }

    private void measures(ScenarioSet set, Scenarios cube, Map<Portfolio, long[]> vectors) {
        Map<Portfolio, PnlVector> pnl = new TreeMap<>();
        vectors.forEach((portfolio, quanta) -> pnl.put(portfolio, PnlVector.ofQuanta(cube.identity(), quanta)));
        PnlVector total = pnl.get(new Portfolio(Level.FIRM, firm));
        if (total == null) {
            return;
        }
        TailRisk atFirm = TailRisk.of(total, ConfidenceLevel.P99);
        pnl.forEach((portfolio, vector) -> {
            TailRisk valueAtRisk = TailRisk.of(vector, ConfidenceLevel.P99);
            TailRisk shortfall = TailRisk.of(vector, ConfidenceLevel.P97_5);
            measure("VAR", set, valueAtRisk, portfolio, valueAtRisk.valueAtRisk(), valueAtRisk.interval(), true);
            measure("EXPECTED_SHORTFALL", set, shortfall, portfolio, shortfall.expectedShortfall(), null, false);
            if (portfolio.level() != Level.FIRM) {
                measure("COMPONENT_VAR", set, atFirm, portfolio, atFirm.componentValueAtRisk(vector), null, true);
                double incremental = atFirm.incrementalValueAtRisk(total, vector);
                measure("INCREMENTAL_VAR", set, atFirm, portfolio, incremental, null, true);
            }
        });
        if (set == ScenarioSet.HISTORICAL) {
            limit(CurrencyRounding.toCents(atFirm.valueAtRisk()), atFirm, cube);
        }
    }

    private void measure(
            String name,
            ScenarioSet set,
            TailRisk risk,
            Portfolio portfolio,
            double amount,
            TailRisk.@Nullable Interval interval,
            boolean quantile) {
        List<ScenarioWeight> tail = quantile ? risk.valueAtRiskScenarios() : risk.shortfallScenarios();
        add(
                "risk_measures",
                name,
                set.name(),
                risk.level().value(),
                BookRevaluation.HORIZON_DAYS,
                portfolio.level().name(),
                portfolio.name(),
                CurrencyRounding.toCents(amount),
                interval == null ? null : bound(interval.low()),
                interval == null ? null : bound(interval.high()),
                quantile
                        ? risk.quantileConvention().name()
                        : risk.shortfallConvention().name(),
                tail.stream().mapToInt(ScenarioWeight::scenario).toArray());
    }

    private static @Nullable BigDecimal bound(double loss) {
        return Double.isInfinite(loss) ? null : CurrencyRounding.toCents(loss);
    }

    private void stresses(Portfolios portfolios, List<Driver> drivers) {
        Map<String, Map<Portfolio, Map<String, Long>>> byStress = new HashMap<>();
        for (Driver driver : drivers) {
            for (Portfolio portfolio : portfolios.of(driver.key())) {
                byStress.computeIfAbsent(driver.stress(), name -> new HashMap<>())
                        .computeIfAbsent(portfolio, p -> new TreeMap<>())
                        .merge(driver.factorId(), driver.pnlE4(), Math::addExact);
            }
        }
        Map<Portfolio, long[]> vectors = portfolios.vectors(ScenarioSet.STRESS);
        for (int s = 0; s < market.stresses().size(); s++) {
            String name = market.stresses().get(s).name();
            Map<Portfolio, Map<String, Long>> ofStress = byStress.getOrDefault(name, Map.of());
            int index = s;
            vectors.forEach((portfolio, pnl) -> {
                Map.Entry<String, Long> main = largest(ofStress.getOrDefault(portfolio, Map.of()));
                add(
                        "stress_results",
                        name,
                        portfolio.level().name(),
                        portfolio.name(),
                        cents(pnl[index]),
                        main.getKey(),
                        cents(main.getValue()));
            });
        }
    }

    /** The factor with the largest part either way, the first by name of equals; "-" where no factor moved anything. */
    private static Map.Entry<String, Long> largest(Map<String, Long> parts) {
        Map.Entry<String, Long> largest = Map.entry("-", 0L);
        for (Map.Entry<String, Long> part : parts.entrySet()) {
            if (Math.abs(part.getValue()) > Math.abs(largest.getValue())) {
                largest = part;
            }
        }
        return largest;
    }

    private void backtests(Scenarios historical, Map<Portfolio, long[]> vectors) {
        int observations = Backtest.observations(historical.count(), request.backtestDays());
        if (observations == 0) {
            return;
        }
        vectors.forEach((portfolio, quanta) -> {
            if (portfolio.level() == Level.BOOK) {
                return;
            }
            Backtest.Outcome outcome = Backtest.of(PnlVector.ofQuanta(historical.identity(), quanta), observations);
            add(
                    "backtests",
                    portfolio.level().name(),
                    portfolio.name(),
                    outcome.observations(),
                    outcome.exceptions(),
                    outcome.zone().name(),
                    BigDecimal.valueOf(outcome.multiplier()),
                    outcome.kupiec().statistic(),
                    outcome.kupiec().pValue());
            if (outcome.zone() != TrafficLight.Zone.GREEN) {
                zone(portfolio, outcome);
            }
        });
    }

    private void limit(BigDecimal valueAtRisk, TailRisk risk, Scenarios cube) {
        if (valueAtRisk.compareTo(varLimit) <= 0) {
            return;
        }
        int scenario = risk.valueAtRiskScenarios().get(0).scenario();
        alert(
                "VAR_LIMIT",
                "BANK",
                firm,
                1,
                valueAtRisk,
                valueAtRisk.doubleValue() / varLimit.doubleValue(),
                List.of(cube.label(scenario)),
                "one-day 99 % historical value at risk of " + valueAtRisk + " " + request.baseCurrency()
                        + " is beyond the limit of " + varLimit);
    }

    private void zone(Portfolio portfolio, Backtest.Outcome outcome) {
        int amber = TrafficLight.amberStart(outcome.observations(), ConfidenceLevel.P99.asDouble());
        alert(
                "BACKTEST_ZONE",
                portfolio.level() == Level.FIRM ? "BANK" : "DESK",
                portfolio.name(),
                outcome.exceptions(),
                BigDecimal.ZERO,
                (double) outcome.exceptions() / amber,
                List.of(outcome.zone().name()),
                outcome.exceptions() + " exceptions in " + outcome.observations() + " days; the amber zone begins at "
                        + amber);
    }

    private void finding(Finding finding) {
        alert(
                finding.kind().name(),
                finding.kind() == Finding.Kind.STRESS_LEFT_OUT
                                || finding.subject().equals("-")
                        ? "BANK"
                        : "FACTOR",
                finding.subject(),
                finding.count(),
                BigDecimal.ZERO,
                1,
                List.of(finding.subject()),
                finding.text());
    }

    private void alert(
            String scenario,
            String subjectType,
            String subject,
            long events,
            BigDecimal amount,
            double score,
            List<String> evidence,
            String explanation) {
        LocalDateTime start = request.businessDate().atStartOfDay();
        add(
                "risk_alerts",
                scenario + ":" + subject + ":" + request.businessDate(),
                "RISK",
                scenario,
                subjectType,
                subject,
                start,
                start.plusDays(1),
                events,
                amount,
                score,
                evidence,
                explanation);
    }

    private static BigDecimal cents(long quanta) {
        return CurrencyRounding.toCents(quanta / QUANTA_PER_UNIT);
    }

    private void add(String table, @Nullable Object... values) {
        lines.add(new Line(table, java.util.Arrays.asList(values)));
    }
}
