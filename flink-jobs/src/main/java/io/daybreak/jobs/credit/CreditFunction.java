package io.daybreak.jobs.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/** {@code assess_credit(...)}: one row per exposure, scored, or with the reason why not. */
@FunctionHint(
        output = @DataTypeHint("ROW<score INT, pd DECIMAL(18,8), lgd DECIMAL(18,8), ead DECIMAL(18,2), ifrs9_stage INT,"
                        + " expected_credit_loss DECIMAL(18,2), reasons ARRAY<STRING>, refusal STRING>"))
public final class CreditFunction extends TableFunction<Row> {

    private static final long serialVersionUID = 1L;
    private static final int RATE_SCALE = 8;

    private final LocalDate businessDate;
    private transient @Nullable CreditModel model;

    public CreditFunction(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    @Override
    public void open(FunctionContext context) {
        model = new CreditModel(businessDate);
    }

    /** @param rateToBase fixing of the exposure's currency; none if there is none */
    public void eval(
            String exposureClass,
            String product,
            @DataTypeHint("DECIMAL(18,2)") BigDecimal drawnAmount,
            @DataTypeHint("DECIMAL(18,2)") BigDecimal undrawnAmount,
            @DataTypeHint("DECIMAL(38,2)") BigDecimal securedBase,
            @DataTypeHint("DECIMAL(18,8)") @Nullable BigDecimal rateToBase,
            @DataTypeHint("DATE") LocalDate maturityDate,
            @DataTypeHint("DECIMAL(18,8)") BigDecimal interestRate,
            Integer daysPastDue,
            @DataTypeHint("DECIMAL(18,8)") BigDecimal originationPd,
            Integer yearsEmployed,
            String checkingStatus,
            Integer priorDefaults) {
        try {
            if (rateToBase == null) {
                throw new IllegalArgumentException("no fixing for its currency on or before the business date");
            }
            Facility facility = new Facility(
                    exposureClass,
                    product,
                    base(drawnAmount, rateToBase),
                    base(undrawnAmount, rateToBase),
                    securedBase,
                    maturityDate,
                    interestRate.doubleValue(),
                    daysPastDue,
                    originationPd.doubleValue(),
                    yearsEmployed,
                    checkingStatus,
                    priorDefaults);
            collect(row(java.util.Objects.requireNonNull(model, "open() comes first")
                    .assess(facility)));
        } catch (IllegalArgumentException refused) {
            collect(Row.of(null, null, null, null, null, null, null, String.valueOf(refused.getMessage())));
        }
    }

    private static Row row(CreditModel.Assessment assessment) {
        return Row.of(
                assessment.score(),
                rate(assessment.pd()),
                rate(assessment.lgd()),
                assessment.ead(),
                assessment.stage(),
                assessment.expectedLoss(),
                assessment.reasons().toArray(String[]::new),
                null);
    }

    private static BigDecimal rate(double value) {
        return BigDecimal.valueOf(value).setScale(RATE_SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal base(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }
}
