package io.daybreak.jobs.capital;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/** {@code capital_measures_of(sums)}: the bank's measures from the night's sums, one row each. */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ROW<measure STRING, amount DECIMAL(18,8), unit STRING, minimum DECIMAL(18,8), rule STRING>"))
public final class MeasuresFunction extends TableFunction<Row> {

    private static final long serialVersionUID = 1L;

    private final LocalDate businessDate;

    public MeasuresFunction(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    public void eval(@DataTypeHint("MAP<STRING, DECIMAL(38, 2)>") Map<String, BigDecimal> sums) {
        for (CapitalReport.Measure measure : new CapitalReport(new NightFigures(sums), businessDate).measures()) {
            collect(Row.of(measure.name(), measure.amount(), measure.unit(), measure.minimum(), measure.rule()));
        }
    }
}
