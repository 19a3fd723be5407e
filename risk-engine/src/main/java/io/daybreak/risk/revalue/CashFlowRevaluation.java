package io.daybreak.risk.revalue;

import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.ScenarioTile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Present value of netted cash flows under moved curves and exchange rates; no allocation per scenario. */
final class CashFlowRevaluation {
    private final FactorSet factors;
    private final List<Leg> legs = new ArrayList<>();
    private final double today;

    /** A curve and its rates as they were last moved. */
    private static final class Moved {
        private final DiscountCurve curve;
        private final int[] nodeFactors;
        private final double[] ratesToday;
        private final double[] rates;

        Moved(DiscountCurve curve) {
            this.curve = curve;
            nodeFactors = curve.nodeFactors();
            ratesToday = curve.zeroRates();
            rates = new double[ratesToday.length];
        }

        void move(FactorSet factors, double[] moves) {
            for (int node = 0; node < rates.length; node++) {
                rates[node] = factors.get(nodeFactors[node]).apply(ratesToday[node], moves[nodeFactors[node]]);
            }
        }

        void move(FactorSet factors, ScenarioTile tile, int i) {
            for (int node = 0; node < rates.length; node++) {
                rates[node] = factors.get(nodeFactors[node]).apply(ratesToday[node], tile.row(nodeFactors[node])[i]);
            }
        }

        double discount(double years) {
            return curve.discount(years, rates);
        }

        boolean dependsOnNode(int factor) {
            return Arrays.stream(nodeFactors).anyMatch(node -> node == factor);
        }
    }

    /** The certain flows or the floating coupons of one pair of curves, by ascending date. */
    private static final class Leg {
        private final Moved discounting;
        private final Moved projecting;
        private final double[] starts;
        private final double[] ends;
        private final double[] amounts;

        Leg(DiscountCurve curve, TreeMap<Double, Long> flows) {
            discounting = new Moved(curve);
            projecting = discounting;
            starts = new double[0];
            ends = flows.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            amounts = flows.values().stream().mapToDouble(Quantum::toUnits).toArray();
        }

        Leg(CashFlowBook.Projection curves, TreeMap<CashFlowBook.Period, Long> coupons) {
            discounting = new Moved(curves.discounting());
            projecting = new Moved(curves.projecting());
            starts = coupons.keySet().stream()
                    .mapToDouble(CashFlowBook.Period::startYears)
                    .toArray();
            ends = coupons.keySet().stream()
                    .mapToDouble(CashFlowBook.Period::endYears)
                    .toArray();
            amounts = coupons.values().stream().mapToDouble(Quantum::toUnits).toArray();
        }

        /** Value in the curve's currency from the rates last set. */
        double value() {
            double sum = 0.0;
            if (starts.length == 0) {
                for (int i = 0; i < ends.length; i++) {
                    sum += amounts[i] * discounting.discount(ends[i]);
                }
                return sum;
            }
            for (int i = 0; i < ends.length; i++) {
                double growth = projecting.discount(starts[i]) / projecting.discount(ends[i]) - 1.0;
                sum += amounts[i] * growth * discounting.discount(ends[i]);
            }
            return sum;
        }

        boolean dependsOn(int factor) {
            return discounting.curve.dependsOn(factor) || projecting.dependsOnNode(factor);
        }
    }

    CashFlowRevaluation(CashFlowBook book) {
        factors = book.factors();
        Comparator<DiscountCurve> order = Comparator.comparing(DiscountCurve::currency)
                .thenComparing(curve -> Arrays.toString(curve.nodeFactors()))
                .thenComparing(curve -> Arrays.toString(curve.zeroRates()));
        book.flows().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(entry -> legs.add(new Leg(entry.getKey(), entry.getValue())));
        book.coupons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(CashFlowBook.Projection::discounting, order)
                        .thenComparing(CashFlowBook.Projection::projecting, order)))
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
            leg.discounting.move(factors, moves);
            if (leg.projecting != leg.discounting) {
                leg.projecting.move(factors, moves);
            }
            DiscountCurve curve = leg.discounting.curve;
            int exchange = curve.exchangeFactor();
            sum += leg.value() * (exchange < 0 ? 1.0 : rate(curve, moves[exchange]));
        }
        return sum;
    }

    private double rate(DiscountCurve curve, double move) {
        return factors.get(curve.exchangeFactor()).apply(curve.exchangeRate(), move);
    }

    boolean dependsOn(int factor) {
        for (Leg leg : legs) {
            if (leg.dependsOn(factor)) {
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
        leg.discounting.move(factors, tile, i);
        if (leg.projecting != leg.discounting) {
            leg.projecting.move(factors, tile, i);
        }
        DiscountCurve curve = leg.discounting.curve;
        int exchange = curve.exchangeFactor();
        return leg.value() * (exchange < 0 ? 1.0 : rate(curve, tile.row(exchange)[i]));
    }
}
