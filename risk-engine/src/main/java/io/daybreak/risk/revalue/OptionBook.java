package io.daybreak.risk.revalue;

import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorSet;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of one book, netted by identical contract: many positions in one contract are priced once.
 * Quantities are whole quanta of 1e-4 units, so adding and merging gives the same bits in any order. Mutable and not
 * thread-safe.
 */
public final class OptionBook implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Total over contracts: equal only where every term is equal. */
    private static final Comparator<OptionPosition> BY_TERMS = Comparator.comparingInt(OptionPosition::spotFactor)
            .thenComparingInt(OptionPosition::volFactor)
            .thenComparing(OptionPosition::exercise)
            .thenComparing(contract -> contract.option().type())
            .thenComparingDouble(contract -> contract.option().strike())
            .thenComparingDouble(contract -> contract.option().expiryYears())
            .thenComparingDouble(contract -> contract.today().spot())
            .thenComparingDouble(contract -> contract.today().vol())
            .thenComparingDouble(contract -> contract.today().rate())
            .thenComparingDouble(contract -> contract.today().yield())
            .thenComparingInt(OptionPosition::exchangeFactor)
            .thenComparingDouble(OptionPosition::exchangeRate);

    private final FactorSet factors;
    private final Map<OptionPosition, Long> quantities = new HashMap<>();

    public OptionBook(FactorSet factors) {
        this.factors = factors;
    }

    /** A contract and how many units of it are held, in an order that does not depend on how they came in. */
    record Holding(OptionPosition contract, double quantity) {}

    /** Adds so many units of a contract; negative for short. */
    public void add(OptionPosition contract, double quantity) {
        contract.check(factors);
        quantities.merge(contract, Quantum.of("option quantity", quantity), OptionBook::sum);
    }

    public void merge(OptionBook other) {
        if (!factors.equals(other.factors)) {
            throw new RefusedInputException("option books over different factor sets do not merge");
        }
        other.quantities.forEach((contract, quantity) -> quantities.merge(contract, quantity, OptionBook::sum));
    }

    public FactorSet factors() {
        return factors;
    }

    /** Distinct contracts, including those that net to nothing. */
    public int contracts() {
        return quantities.size();
    }

    List<Holding> holdings() {
        return quantities.entrySet().stream()
                .filter(entry -> entry.getValue() != 0L)
                .map(entry -> new Holding(entry.getKey(), Quantum.toUnits(entry.getValue())))
                .sorted(Comparator.comparing(Holding::contract, BY_TERMS))
                .toList();
    }

    private static long sum(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw new RefusedInputException("option quantity overflows: " + a + " + " + b + " quanta");
        }
    }
}
