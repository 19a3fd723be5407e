package io.daybreak.risk.revalue;

import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.ScenarioTile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Present value of netted cash flows under moved curves and exchange rates; no allocation per scenario. */
final class CashFlowRevaluation {
    private final FactorSet factors;
    private final List<Leg> legs = new ArrayList<>();
    private final double today;

    /** The flows of one curve, by ascending date. */
    private static final class Leg {
        private final DiscountCurve curve;
        private final double[] years;
        private final double[] amounts;
        private final int[] nodeFactors;
        private final double[] ratesToday;
        private final double[] rates;

        Leg(DiscountCurve curve, TreeMap<Double, Long> flows) {
            this.curve = curve;
            years = flows.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            amounts = flows.values().stream().mapToDouble(Quantum::toUnits).toArray();
            nodeFactors = curve.nodeFactors();
            ratesToday = curve.zeroRates();
            rates = new double[ratesToday.length];
        }

        /** Value in the curve's currency from the rates last set. */
        double value() {
            double sum = 0.0;
            for (int i = 0; i < years.length; i++) {
                sum += amounts[i] * curve.discount(years[i], rates);
            }
            return sum;
        }
    }

    CashFlowRevaluation(CashFlowBook book) {
        factors = book.factors();
        book.flows().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(DiscountCurve::currency)
                        .thenComparing(curve -> java.util.Arrays.toString(curve.nodeFactors()))
                        .thenComparing(curve -> java.util.Arrays.toString(curve.zeroRates()))))
                .forEach(entry -> legs.add(new Leg(entry.getKey(), entry.getValue())));
        today = value(new double[factors.size()]);
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }

    double today() {
        return today;
    }

    /** Value after one move per factor, in the reporting currency. */
    private double value(double[] moves) {
        double sum = 0.0;
        for (Leg leg : legs) {
            for (int node = 0; node < leg.rates.length; node++) {
                int factor = leg.nodeFactors[node];
                leg.rates[node] = factors.get(factor).apply(leg.ratesToday[node], moves[factor]);
            }
            int exchange = leg.curve.exchangeFactor();
            double rate = exchange < 0 ? 1.0 : factors.get(exchange).apply(leg.curve.exchangeRate(), moves[exchange]);
            sum += leg.value() * rate;
        }
        return sum;
    }

    boolean dependsOn(int factor) {
        for (Leg leg : legs) {
            if (leg.curve.dependsOn(factor)) {
                return true;
            }
        }
        return false;
    }

    /** P&L of one factor's move. */
    double pnlOfOne(int factor, double move) {
        double[] moves = new double[factors.size()];
        moves[factor] = move;
        return pnl(moves);
    }

    /** P&L of one set of moves. */
    double pnl(double[] moves) {
        return value(moves) - today;
    }

    /** Writes the P&L of each scenario of the tile to {@code pnl}. */
    void pnl(ScenarioTile tile, double[] pnl) {
        for (int i = 0; i < tile.length(); i++) {
            double sum = 0.0;
            for (Leg leg : legs) {
                sum += value(leg, tile, i);
            }
            pnl[i] = sum - today;
        }
    }

    private double value(Leg leg, ScenarioTile tile, int i) {
        for (int node = 0; node < leg.rates.length; node++) {
            int factor = leg.nodeFactors[node];
            leg.rates[node] = factors.get(factor).apply(leg.ratesToday[node], tile.row(factor)[i]);
        }
        int exchange = leg.curve.exchangeFactor();
        double rate = exchange < 0 ? 1.0 : factors.get(exchange).apply(leg.curve.exchangeRate(), tile.row(exchange)[i]);
        return leg.value() * rate;
    }
}
