package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An ordered list of distinct risk factors; the position of a factor is its address in every scenario tile. */
public final class FactorSet implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<RiskFactor> factors;
    private final Map<String, Integer> indexById;

    private FactorSet(List<RiskFactor> factors, Map<String, Integer> indexById) {
        this.factors = factors;
        this.indexById = indexById;
    }

    public static FactorSet of(List<RiskFactor> factors) {
        Refuse.fewerThan("number of risk factors", factors.size(), 1);
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < factors.size(); i++) {
            Integer before = index.put(factors.get(i).id(), i);
            if (before != null) {
                throw new RefusedInputException("risk factor " + factors.get(i).id() + " appears twice, at " + before
                        + " and " + i + "; ids must be unique");
            }
        }
        return new FactorSet(List.copyOf(factors), index);
    }

    public int size() {
        return factors.size();
    }

    public RiskFactor get(int index) {
        return factors.get(index);
    }

    public List<RiskFactor> asList() {
        return factors;
    }

    public boolean contains(String id) {
        return indexById.containsKey(id);
    }

    /** Address of a factor; refuses an unknown one, for a missing factor is never a factor that does not move. */
    public int indexOf(String id) {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new RefusedInputException("risk factor " + id + " is not among the " + factors.size()
                    + " factors of this set; load its history or map the position to a proxy");
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactorSet that && factors.equals(that.factors);
    }

    @Override
    public int hashCode() {
        return factors.hashCode();
    }

    @Override
    public String toString() {
        return "FactorSet[" + factors.size() + " factors]";
    }
}
