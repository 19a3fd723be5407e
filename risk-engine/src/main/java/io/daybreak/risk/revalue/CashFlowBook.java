package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorSet;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bonds, swaps and forwards of one book as dated cash flows, netted per (curve, date).
 *
 * <p>Whatever the number of positions, a scenario costs one exponential per distinct date. Values are converted with
 * the scenario's own exchange rate, so {@code P&L = V' X' - V X}: the gain in the currency and the currency's gain on
 * what was held. Amounts are whole quanta; adding and merging gives the same bits in any order. Mutable and not
 * thread-safe.
 */
public final class CashFlowBook implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FactorSet factors;
    private final Map<DiscountCurve, TreeMap<Double, Long>> flows = new HashMap<>();
    private final Map<Projection, TreeMap<Period, Long>> coupons = new HashMap<>();

    /** Curves of a floating coupon: one discounts it, the other says what it will be. */
    record Projection(DiscountCurve discounting, DiscountCurve projecting) implements Serializable {}

    /** Running time of a floating coupon, paid at its end. */
    record Period(double startYears, double endYears) implements Serializable, Comparable<Period> {
        @Override
        public int compareTo(Period other) {
            int byStart = Double.compare(startYears, other.startYears);
            return byStart != 0 ? byStart : Double.compare(endYears, other.endYears);
        }
    }

    public CashFlowBook(FactorSet factors) {
        this.factors = factors;
    }

    /** Adds a certain payment in the curve's currency, so many years from today; negative when it is paid out. */
    public void add(DiscountCurve curve, double years, double amount) {
        curve.check(factors);
        Refuse.negative("years of cash flow", years);
        flows.computeIfAbsent(curve, key -> new TreeMap<>())
                .merge(years, Quantum.of("cash flow", amount), CashFlowBook::sum);
    }

    /**
     * Adds a bond with level coupons.
     *
     * @param notional held; negative for short
     * @param couponRate per year
     * @param firstCouponYears to the next coupon, at most {@code 1 / frequency}
     * @param coupons still to come; the last comes with the notional
     */
    public void addBond(
            DiscountCurve curve,
            double notional,
            double couponRate,
            int frequency,
            double firstCouponYears,
            int coupons) {
        Refuse.fewerThan("coupon frequency", frequency, 1);
        Refuse.fewerThan("coupons", coupons, 1);
        Refuse.outside("firstCouponYears", firstCouponYears, 0.0, 1.0 / frequency + 0.01);
        for (int i = 0; i < coupons; i++) {
            double years = firstCouponYears + (double) i / frequency;
            add(curve, years, notional * couponRate / frequency + (i == coupons - 1 ? notional : 0.0));
        }
    }

    /**
     * Adds an interest rate swap on one curve: the floating leg is worth the notional received at the next reset, with the
     * coupon already fixed, less the notional at the end.
     *
     * @param notional positive to pay the fixed rate, negative to receive it
     * @param nextFixing rate of the running floating period, per year
     */
    public void addSwap(
            DiscountCurve curve,
            double notional,
            double fixedRate,
            int frequency,
            double firstPaymentYears,
            int payments,
            double nextFixing) {
        addBond(curve, -notional, fixedRate, frequency, firstPaymentYears, payments);
        add(curve, firstPaymentYears, notional * (1.0 + nextFixing / frequency));
    }

    /**
     * Adds a coupon that is fixed in the future: {@code notional (P(start) / P(end) - 1)} on the projecting curve, paid at
     * the end and discounted on the other, as swaps against overnight collateral are.
     *
     * @param notional positive to receive it
     */
    public void addFloatingCoupon(
            DiscountCurve discounting, DiscountCurve projecting, double notional, double startYears, double endYears) {
        discounting.check(factors);
        projecting.check(factors);
        if (!discounting.currency().equals(projecting.currency())) {
            throw new RefusedInputException("floating coupon is projected in " + projecting.currency()
                    + " and discounted in " + discounting.currency() + "; one currency is needed");
        }
        Refuse.negative("start of floating coupon", startYears);
        if (!(endYears > startYears)) {
            throw new RefusedInputException(
                    "floating coupon ends after " + endYears + " years and starts after " + startYears);
        }
        coupons.computeIfAbsent(new Projection(discounting, projecting), key -> new TreeMap<>())
                .merge(
                        new Period(startYears, endYears),
                        Quantum.of("notional of floating coupon", notional),
                        CashFlowBook::sum);
    }

    /**
     * Adds an interest rate swap on two curves; fixed and floating payments on the same dates.
     *
     * @param notional positive to pay the fixed rate, negative to receive it
     * @param nextFixing rate of the running floating period, per year
     * @param spread over the floating rate, per year
     */
    public void addSwap(
            DiscountCurve discounting,
            DiscountCurve projecting,
            double notional,
            double fixedRate,
            int frequency,
            double firstPaymentYears,
            int payments,
            double nextFixing,
            double spread) {
        Refuse.fewerThan("payment frequency", frequency, 1);
        Refuse.fewerThan("payments", payments, 1);
        for (int i = 0; i < payments; i++) {
            double years = firstPaymentYears + (double) i / frequency;
            double known = spread - fixedRate + (i == 0 ? nextFixing : 0.0);
            add(discounting, years, notional * known / frequency);
            if (i > 0) {
                addFloatingCoupon(discounting, projecting, notional, years - 1.0 / frequency, years);
            }
        }
    }

    /** Adds an exchange forward: so much of one currency received against so much of another paid. */
    public void addExchangeForward(
            DiscountCurve received, double receivedAmount, DiscountCurve paid, double paidAmount, double years) {
        add(received, years, receivedAmount);
        add(paid, years, -paidAmount);
    }

    public void merge(CashFlowBook other) {
        if (!factors.equals(other.factors)) {
            throw new RefusedInputException("cash flow books over different factor sets do not merge");
        }
        other.flows.forEach((curve, dated) -> {
            TreeMap<Double, Long> mine = flows.computeIfAbsent(curve, key -> new TreeMap<>());
            dated.forEach((years, amount) -> mine.merge(years, amount, CashFlowBook::sum));
        });
        other.coupons.forEach((curves, dated) -> {
            TreeMap<Period, Long> mine = coupons.computeIfAbsent(curves, key -> new TreeMap<>());
            dated.forEach((period, notional) -> mine.merge(period, notional, CashFlowBook::sum));
        });
    }

    public FactorSet factors() {
        return factors;
    }

    public boolean isEmpty() {
        return flows.isEmpty() && coupons.isEmpty();
    }

    /** Distinct (curve, date) pairs, and periods of floating coupons. */
    public int dates() {
        return flows.values().stream().mapToInt(Map::size).sum()
                + coupons.values().stream().mapToInt(Map::size).sum();
    }

    Map<DiscountCurve, TreeMap<Double, Long>> flows() {
        return flows;
    }

    Map<Projection, TreeMap<Period, Long>> coupons() {
        return coupons;
    }

    /** Present value today in the reporting currency. */
    public double value() {
        return new CashFlowRevaluation(this).today();
    }

    private static long sum(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw new RefusedInputException("cash flow overflows: " + a + " + " + b + " quanta");
        }
    }
}
