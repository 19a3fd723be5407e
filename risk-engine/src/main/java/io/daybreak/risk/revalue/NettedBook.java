package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskFactor;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exposure of one book to each factor: net delta and gamma. A million linear positions cost what one costs.
 *
 * <p>Definition: {@code P&L = sum_f (delta_f x_f + gamma_f x_f^2 / 2) + sum_{f<g} cross_fg x_f x_g} with {@code x_f} the
 * factor's move in its own shift type; delta in currency units per unit of move, gammas per product of two. Net
 * sensitivities are whole
 * quanta ({@link Quantum}), so adding positions and merging partial books gives the same bits in any order. Mutable and
 * not thread-safe: one per task, then {@link #merge}.
 */
public final class NettedBook implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FactorSet factors;
    private final long[] delta;
    private final long[] gamma;
    /** Cross gammas by pair, the lower factor in the upper half of the key; ascending, so that sums have one order. */
    private final TreeMap<Long, Long> cross = new TreeMap<>();

    private long positions;

    public NettedBook(FactorSet factors) {
        this.factors = factors;
        this.delta = new long[factors.size()];
        this.gamma = new long[factors.size()];
    }

    /** Adds a position's sensitivity to one factor, per unit of that factor's move. */
    public void add(int factor, double deltaPerMove, double gammaPerSquaredMove) {
        delta[factor] = sum(factor, delta[factor], quanta("delta", factor, deltaPerMove));
        gamma[factor] = sum(factor, gamma[factor], quanta("gamma", factor, gammaPerSquaredMove));
        positions++;
    }

    /**
     * Adds a linear holding: so many units of something whose price is the factor's level.
     *
     * <p>Under log and relative moves the P&L of a holding is {@code value * (exp(x) - 1)} and {@code value * x}; the
     * delta is the value and, for log moves, so is the gamma (second-order term of the exponential).
     *
     * @param quantity units held; negative for short
     * @param level today's level of the factor, in the currency of the P&L
     */
    public void addHolding(int factor, double quantity, double level) {
        RiskFactor risk = factors.get(factor);
        risk.checkLevel("today", level);
        double slope = quantity * risk.shiftType().levelPerMove(level, risk.displacement());
        add(factor, slope, curvature(risk, slope));
    }

    /** Adds a cross gamma: what a product of two factors' moves is worth. */
    public void addCrossGamma(int factor, int other, double gammaPerProduct) {
        if (factor == other) {
            throw new RefusedInputException("cross gamma of "
                    + factors.get(factor).id() + " with itself; add it as gamma, which counts half the square");
        }
        String pair = factors.get(factor).id() + " and " + factors.get(other).id();
        long key = ((long) Math.min(factor, other) << 32) | Math.max(factor, other);
        long amount = Quantum.of("cross gamma to " + pair, gammaPerProduct);
        cross.merge(key, amount, (a, b) -> sum(pair, a, b));
    }

    /**
     * Adds a linear holding quoted in a foreign currency. To second order its P&L is converted with the scenario's own
     * exchange rate: {@code q (S' X' - S X)}, the product of both moves included.
     *
     * @param level today's level of the asset in its currency
     * @param exchange factor of the exchange rate
     * @param rate reporting currency per unit of the asset's currency, today
     */
    public void addForeignHolding(int asset, double level, int exchange, double rate, double quantity) {
        RiskFactor assetRisk = factors.get(asset);
        RiskFactor exchangeRisk = factors.get(exchange);
        assetRisk.checkLevel("today", level);
        exchangeRisk.checkLevel("today", rate);
        Refuse.nonFinite("quantity", quantity);
        double assetSlope = assetRisk.shiftType().levelPerMove(level, assetRisk.displacement());
        double exchangeSlope = exchangeRisk.shiftType().levelPerMove(rate, exchangeRisk.displacement());
        add(asset, quantity * rate * assetSlope, quantity * rate * curvature(assetRisk, assetSlope));
        add(exchange, quantity * level * exchangeSlope, quantity * level * curvature(exchangeRisk, exchangeSlope));
        addCrossGamma(asset, exchange, quantity * assetSlope * exchangeSlope);
        positions--;
    }

    /** Second derivative of the level by the move: that of an exponential is its slope, that of a line nothing. */
    private static double curvature(RiskFactor factor, double slope) {
        return switch (factor.shiftType()) {
            case LOG, SHIFTED_LOG -> slope;
            case ABSOLUTE, RELATIVE -> 0.0;
        };
    }

    /** Adds everything of another partial book over the same factors. */
    public void merge(NettedBook other) {
        if (!factors.equals(other.factors)) {
            throw new RefusedInputException("books over different factor sets do not merge: " + factors.size() + " and "
                    + other.factors.size() + " factors, or other ids");
        }
        for (int f = 0; f < delta.length; f++) {
            delta[f] = sum(f, delta[f], other.delta[f]);
            gamma[f] = sum(f, gamma[f], other.gamma[f]);
        }
        other.cross.forEach((pair, amount) -> cross.merge(pair, amount, (a, b) -> sum("a pair of factors", a, b)));
        positions += other.positions;
    }

    /** This book with every net sensitivity multiplied; for homogeneity checks and what-if sizes. */
    public NettedBook scaledBy(double size) {
        Refuse.nonFinite("size", size);
        NettedBook scaled = new NettedBook(factors);
        for (int f = 0; f < delta.length; f++) {
            scaled.delta[f] = Quantum.of("scaled delta", delta(f) * size);
            scaled.gamma[f] = Quantum.of("scaled gamma", gamma(f) * size);
        }
        cross.forEach((pair, amount) ->
                scaled.cross.put(pair, Quantum.of("scaled cross gamma", Quantum.toUnits(amount) * size)));
        scaled.positions = positions;
        return scaled;
    }

    public FactorSet factors() {
        return factors;
    }

    /** Net delta in currency units per unit of the factor's move. */
    public double delta(int factor) {
        return Quantum.toUnits(delta[factor]);
    }

    /** Net gamma in currency units per squared unit of the factor's move. */
    public double gamma(int factor) {
        return Quantum.toUnits(gamma[factor]);
    }

    /** Sensitivities added so far. */
    public long positions() {
        return positions;
    }

    /** P&L of one set of moves, in currency units. */
    public double pnl(double[] moves) {
        Refuse.differentLength("moves", moves.length, delta.length);
        double sum = 0.0;
        for (int f = 0; f < delta.length; f++) {
            sum += contribution(f, moves[f]);
        }
        for (Map.Entry<Long, Long> entry : cross.entrySet()) {
            sum += Quantum.toUnits(entry.getValue()) * moves[first(entry.getKey())] * moves[second(entry.getKey())];
        }
        return sum;
    }

    /** Net cross gammas by pair, ascending; see {@link #first} and {@link #second}. */
    TreeMap<Long, Long> cross() {
        return cross;
    }

    static int first(long pair) {
        return (int) (pair >>> 32);
    }

    static int second(long pair) {
        return (int) pair;
    }

    /** What one factor's move contributes to the P&L, in currency units. */
    public double contribution(int factor, double move) {
        return move * (delta(factor) + 0.5 * gamma(factor) * move);
    }

    /** Called once per position: the message is only made when there is something to say. */
    private long quanta(String kind, int factor, double amount) {
        return Quantum.holds(amount)
                ? Quantum.rounded(amount)
                : Quantum.of(kind + " to " + factors.get(factor).id(), amount);
    }

    private long sum(int factor, long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? sum(factors.get(factor).id(), a, b) : sum;
    }

    private static long sum(String id, long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new RefusedInputException("net sensitivity to " + id + " overflows: " + a + " + " + b + " quanta");
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NettedBook that
                && factors.equals(that.factors)
                && Arrays.equals(delta, that.delta)
                && Arrays.equals(gamma, that.gamma)
                && cross.equals(that.cross)
                && positions == that.positions;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(delta) + Arrays.hashCode(gamma);
    }
}
