package io.daybreak.jobs.capital;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.AggregateFunction;

/** {@code gather(name, amount)}: a few hundred named sums as one map, equal names added. */
@FunctionHint(output = @DataTypeHint("MAP<STRING, DECIMAL(38, 2)>"))
public final class GatherFunction extends AggregateFunction<Map<String, BigDecimal>, GatherFunction.Sums> {

    private static final long serialVersionUID = 1L;

    /** The accumulator. */
    public static final class Sums {
        @DataTypeHint("MAP<STRING, DECIMAL(38, 2)>")
        public Map<String, BigDecimal> amounts = new HashMap<>();
    }

    @Override
    public Sums createAccumulator() {
        return new Sums();
    }

    public void accumulate(Sums sums, String name, @DataTypeHint("DECIMAL(38, 2)") BigDecimal amount) {
        sums.amounts.merge(name, amount, BigDecimal::add);
    }

    public void merge(Sums sums, Iterable<Sums> others) {
        for (Sums other : others) {
            other.amounts.forEach((name, amount) -> sums.amounts.merge(name, amount, BigDecimal::add));
        }
    }

    @Override
    public Map<String, BigDecimal> getValue(Sums sums) {
        return sums.amounts;
    }
}
