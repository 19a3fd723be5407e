package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedReader;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorHistory;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ShiftType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code risk_factors} and {@code market_history} into the engine's terms. */
final class FactorFeed {

    private static final TableSpec FACTORS = Catalogue.table("risk_factors");
    private static final TableSpec HISTORY = Catalogue.table("market_history");
    private static final int PRECISION = 18;
    private static final int SCALE = 8;
    private static final double MONTHS_PER_YEAR = 12;

    /** A curve point ends in its tenor: {@code IR.EUR.3M}, {@code IR.EUR.10Y}. */
    private static final Pattern TENOR = Pattern.compile(".*\\.(\\d+)([MY])");

    /**
     * The factors with at least one level and their levels on every day that has one.
     *
     * @param history levels; missing where none landed or the landed one was not possible
     * @param horizonDays liquidity horizon of each factor, in days, MAR33.12
     * @param badLevels factors with levels their shift type cannot move from, and how many
     */
    record Landed(FactorHistory history, int[] horizonDays, Map<String, Integer> badLevels) {}

    private record Declared(RiskFactor factor, int horizonDays) {}

    /** Everything up to the business date, or nothing if there is not one level. */
    static List<Landed> read(MarketRequest request) throws IOException {
        Map<String, Declared> declared = new TreeMap<>();
        LandedReader.read(
                request.folder(FACTORS),
                FACTORS,
                List.of("factor_id", "factor_class", "currency", "shift_type", "log_shift", "liquidity_horizon_days"),
                row -> {
                    String id = row.getString(0).toString();
                    RiskFactor factor = new RiskFactor(
                            id,
                            riskClass(id, row.getString(1).toString()),
                            row.getString(2).toString(),
                            tenorYears(id),
                            shiftType(id, row.getString(3).toString()),
                            row.getDecimal(4, PRECISION, SCALE).toBigDecimal().doubleValue());
                    declared.put(id, new Declared(factor, row.getInt(5)));
                });
        Map<String, Map<Integer, Double>> levels = new TreeMap<>();
        TreeSet<Integer> days = new TreeSet<>();
        int last = (int) request.businessDate().toEpochDay();
        LandedReader.read(request.folder(HISTORY), HISTORY, List.of("factor_id", "price_date", "level"), row -> {
            String id = row.getString(0).toString();
            if (row.getInt(1) <= last && declared.containsKey(id)) {
                days.add(row.getInt(1));
                levels.computeIfAbsent(id, key -> new TreeMap<>())
                        .put(
                                row.getInt(1),
                                row.getDecimal(2, PRECISION, SCALE)
                                        .toBigDecimal()
                                        .doubleValue());
            }
        });
        return levels.isEmpty() ? List.of() : List.of(aligned(declared, levels, new ArrayList<>(days)));
    }

    private static Landed aligned(
            Map<String, Declared> declared, Map<String, Map<Integer, Double>> levels, List<Integer> days) {
        List<RiskFactor> factors = new ArrayList<>();
        List<Integer> horizons = new ArrayList<>();
        double[][] grid = new double[levels.size()][days.size()];
        Map<String, Integer> bad = new TreeMap<>();
        levels.forEach((id, byDay) -> {
            Declared one = Objects.requireNonNull(declared.get(id), "levels are read of declared factors only");
            double[] row = grid[factors.size()];
            Arrays.fill(row, Double.NaN);
            for (int d = 0; d < row.length; d++) {
                Double level = byDay.get(days.get(d));
                if (level != null && possible(one.factor(), level)) {
                    row[d] = level;
                } else if (level != null) {
                    bad.merge(id, 1, Integer::sum);
                }
            }
            factors.add(one.factor());
            horizons.add(one.horizonDays());
        });
        List<LocalDate> dates = days.stream().map(LocalDate::ofEpochDay).toList();
        return new Landed(
                FactorHistory.of(FactorSet.of(factors), dates, grid),
                horizons.stream().mapToInt(Integer::intValue).toArray(),
                bad);
    }

    private static boolean possible(RiskFactor factor, double level) {
        try {
            factor.checkLevel("landed", level);
            return true;
        } catch (RefusedInputException outOfDomain) {
            return false;
        }
    }

    private static RiskClass riskClass(String id, String name) {
        return switch (name) {
            case "EQUITY" -> RiskClass.EQUITY;
            case "FX" -> RiskClass.FX;
            case "RATE" -> RiskClass.INTEREST_RATE;
            case "COMMODITY" -> RiskClass.COMMODITY;
            case "CREDIT" -> RiskClass.CREDIT_SPREAD;
            case "VOLATILITY" -> RiskClass.VOLATILITY;
            default ->
                throw new IllegalArgumentException("risk_factors: factor " + id + " has class '" + name
                        + "'; EQUITY, FX, RATE, COMMODITY, CREDIT and VOLATILITY are known");
        };
    }

    private static ShiftType shiftType(String id, String name) {
        try {
            return ShiftType.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "risk_factors: factor " + id + " has shift type '" + name + "'; known are "
                            + Arrays.toString(ShiftType.values()),
                    unknown);
        }
    }

    private static double tenorYears(String id) {
        Matcher matcher = TENOR.matcher(id);
        if (!matcher.matches()) {
            return 0;
        }
        double number = Integer.parseInt(matcher.group(1));
        return matcher.group(2).equals("M") ? number / MONTHS_PER_YEAR : number;
    }

    private FactorFeed() {}
}
