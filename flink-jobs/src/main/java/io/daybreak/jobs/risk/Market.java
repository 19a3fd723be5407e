package io.daybreak.jobs.risk;

import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorHistory;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.HistoricalScenarios;
import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import io.daybreak.risk.scenario.Scenarios;
import io.daybreak.risk.stress.HistoricalEpisode;
import io.daybreak.risk.stress.HypotheticalStress;
import io.daybreak.risk.stress.StressScenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The market of the business date and the scenarios it may move by.
 *
 * @param factors what can move; those without a usable history are not among them
 * @param levels where they stand, by factor index
 * @param horizonDays liquidity horizons, by factor index
 * @param cubes historical, then simulated; a set that cannot be made is absent and named in {@code findings}
 * @param stresses in the order of their P&L
 * @param landedFactors every factor with a level, usable or not
 * @param findings what had to be repaired or left out
 */
record Market(
        FactorSet factors,
        double[] levels,
        int[] horizonDays,
        FactorHistory history,
        Map<ScenarioSet, Scenarios> cubes,
        List<StressScenario> stresses,
        List<String> landedFactors,
        List<Finding> findings) {

    /** Degrees of freedom of the simulated moves: the tail of daily moves is fatter than the normal's. */
    static final double DEGREES_OF_FREEDOM = 5;

    /** Fewest scenarios from which a 99 % quantile is taken. */
    static final int LEAST_SCENARIOS = 100;

    /** A factor moved by proxy on a larger share of its days is reported even if today was observed. */
    private static final double STALE_SHARE = 0.05;

    /** Scenario sets with a P&L vector per book. */
    enum ScenarioSet {
        HISTORICAL,
        MONTE_CARLO,
        STRESS
    }

    /** Something a risk manager should know about the market data. */
    record Finding(Kind kind, String subject, int count, String text) {
        enum Kind {
            STALE_FACTOR,
            BAD_LEVEL,
            SHORT_HISTORY,
            STRESS_LEFT_OUT
        }
    }

    /**
     * Reads and repairs the market and makes the scenarios.
     *
     * @return nothing if no factor has a usable history
     */
    static List<Market> read(MarketRequest request) throws IOException {
        List<FactorFeed.Landed> landed = FactorFeed.read(request);
        if (landed.isEmpty()) {
            return List.of();
        }
        int days = landed.get(0).history().dates().size();
        List<HistoryRepair.Whole> whole = HistoryRepair.of(landed.get(0).history(), days);
        if (whole.isEmpty()) {
            return List.of();
        }
        return List.of(of(request, landed.get(0), whole.get(0)));
    }

    private static Market of(MarketRequest request, FactorFeed.Landed landed, HistoryRepair.Whole whole) {
        FactorSet factors = whole.history().factors();
        List<Finding> findings = findings(landed, whole);
        double[] levels = new double[factors.size()];
        int[] horizons = new int[factors.size()];
        for (int f = 0; f < levels.length; f++) {
            levels[f] = whole.history().latestLevel(f);
            horizons[f] = landed.horizonDays()[whole.kept().get(f)];
        }
        FactorHistory recent = recent(whole.history(), request.historicalDays() + 1);
        Map<ScenarioSet, Scenarios> cubes = new LinkedHashMap<>();
        Scenarios historical = HistoricalScenarios.of(recent, 1, HistoricalScenarios.Incomplete.REFUSE);
        if (historical.count() >= LEAST_SCENARIOS) {
            cubes.put(ScenarioSet.HISTORICAL, historical);
        } else {
            findings.add(new Finding(
                    Finding.Kind.SHORT_HISTORY,
                    "-",
                    historical.count(),
                    historical.count() + " moves are too few for a 99 % quantile; " + LEAST_SCENARIOS + " are needed"));
        }
        cubes.put(
                ScenarioSet.MONTE_CARLO,
                new MonteCarloScenarios(
                        FactorModel.estimate(recent, 1, FactorModel.Settings.standard()),
                        MonteCarloSettings.studentT(
                                request.monteCarloSeed(), request.monteCarloScenarios(), DEGREES_OF_FREEDOM)));
        return new Market(
                factors,
                levels,
                horizons,
                recent,
                cubes,
                stresses(whole.history(), levels, findings),
                landed.history().factors().asList().stream().map(f -> f.id()).toList(),
                List.copyOf(findings));
    }

    private static List<Finding> findings(FactorFeed.Landed landed, HistoryRepair.Whole whole) {
        List<Finding> findings = new ArrayList<>();
        int days = whole.history().dates().size();
        whole.proxied().forEach((id, proxied) -> {
            if (proxied.today() || proxied.days() > STALE_SHARE * days) {
                findings.add(new Finding(
                        Finding.Kind.STALE_FACTOR,
                        id,
                        proxied.days(),
                        proxied.days() + " of " + days + " days without an observation, or with one that stood for more"
                                + " than " + HistoryRepair.ALLOWED_REPEATS
                                + " days, were moved with the factor's class"));
            }
        });
        landed.badLevels()
                .forEach((id, count) -> findings.add(new Finding(
                        Finding.Kind.BAD_LEVEL,
                        id,
                        count,
                        count + " levels its shift type cannot move from were not used")));
        whole.leftOut()
                .forEach(id -> findings.add(new Finding(
                        Finding.Kind.SHORT_HISTORY,
                        id,
                        0,
                        "fewer than " + HistoryRepair.LEAST_MOVES + " moves, or none that is not zero")));
        return findings;
    }

    private static List<StressScenario> stresses(FactorHistory history, double[] levels, List<Finding> findings) {
        List<StressScenario> stresses = new ArrayList<>();
        for (HypotheticalStress stress : HypotheticalStress.standard()) {
            try {
                stresses.add(StressScenario.hypothetical(stress, history.factors(), levels));
            } catch (RefusedInputException notApplicable) {
                findings.add(new Finding(
                        Finding.Kind.STRESS_LEFT_OUT, stress.name(), 0, String.valueOf(notApplicable.getMessage())));
            }
        }
        for (HistoricalEpisode episode : HistoricalEpisode.standard()) {
            boolean covered = !history.dates().get(0).isAfter(episode.first())
                    && !history.dates().get(history.dates().size() - 1).isBefore(episode.last());
            if (covered) {
                stresses.add(StressScenario.historical(episode, history));
            }
        }
        return List.copyOf(stresses);
    }

    private static FactorHistory recent(FactorHistory history, int days) {
        int from = Math.max(0, history.dates().size() - days);
        return history.between(
                history.dates().get(from), history.dates().get(history.dates().size() - 1));
    }
}
