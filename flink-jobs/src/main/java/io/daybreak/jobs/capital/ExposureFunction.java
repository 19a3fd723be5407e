package io.daybreak.jobs.capital;

import io.daybreak.risk.creditrisk.Exposure;
import io.daybreak.risk.creditrisk.RiskWeights;
import io.daybreak.risk.creditrisk.StandardisedApproach;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/** {@code weigh_exposure(...)}: one row per exposure, weighted, or with the reason why not. */
@FunctionHint(
        output = @DataTypeHint("ROW<standardised_class STRING, exposure_base DECIMAL(18,2),"
                        + " credit_conversion_factor DECIMAL(18,8), ead DECIMAL(18,2),"
                        + " mitigated_amount DECIMAL(18,2), risk_weight DECIMAL(18,8), rwa DECIMAL(18,2),"
                        + " rule STRING, refusal STRING>"))
public final class ExposureFunction extends TableFunction<Row> {

    private static final long serialVersionUID = 1L;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int RATE_SCALE = 8;

    private final LocalDate businessDate;
    private final String baseCurrency;
    private transient @Nullable StandardisedApproach approach;

    public ExposureFunction(LocalDate businessDate, String baseCurrency) {
        this.businessDate = businessDate;
        this.baseCurrency = baseCurrency;
    }

    @Override
    public void open(FunctionContext context) {
        approach = new StandardisedApproach(RiskWeights.basel2023());
    }

    /**
     * @param rateToBase fixing of the exposure's currency; none if there is none
     * @param items what secures it: type, currency, value in base currency, rating, residual years; none if nothing does
     */
    public void eval(
            String id,
            String exposureClass,
            String product,
            String currency,
            @DataTypeHint("DECIMAL(18,2)") BigDecimal drawn,
            @DataTypeHint("DECIMAL(18,2)") BigDecimal undrawn,
            @DataTypeHint("DECIMAL(18,2)") BigDecimal provision,
            @DataTypeHint("DATE") LocalDate originated,
            @DataTypeHint("DATE") LocalDate maturity,
            @Nullable String rating,
            Integer daysPastDue,
            @DataTypeHint("DECIMAL(18,8)") @Nullable BigDecimal loanToValue,
            @DataTypeHint("DECIMAL(18,8)") @Nullable BigDecimal rateToBase,
            @DataTypeHint("ARRAY<ROW<collateral_type STRING, currency STRING, value_base DECIMAL(38,2), rating STRING,"
                            + " residual_years DECIMAL(18,8)>>")
                    Row @Nullable [] items) {
        try {
            if (rateToBase == null) {
                throw new IllegalArgumentException("no fixing for its currency on or before the business date");
            }
            ExposureMapping.Landed landed = new ExposureMapping.Landed(
                    id,
                    exposureClass,
                    product,
                    rating == null ? "" : rating,
                    base(drawn, rateToBase),
                    base(undrawn, rateToBase),
                    base(provision, rateToBase),
                    loanToValue == null ? BigDecimal.ZERO : loanToValue,
                    daysPastDue,
                    years(originated, maturity),
                    Math.max(0, years(businessDate, maturity)),
                    currency.equals(baseCurrency));
            collect(weighted(landed, items(items, currency, landed.residualYears())));
        } catch (IllegalArgumentException refused) {
            collect(Row.of(null, null, null, null, null, null, null, null, String.valueOf(refused.getMessage())));
        }
    }

    private Row weighted(ExposureMapping.Landed landed, List<ExposureMapping.Item> items) {
        Exposure exposure = ExposureMapping.exposure(landed, items);
        StandardisedApproach.Result result =
                java.util.Objects.requireNonNull(approach, "open() comes first").apply(exposure);
        BigDecimal open = result.exposureValue().subtract(result.collateralEffect());
        List<StandardisedApproach.Part> parts = result.parts();
        BigDecimal weight = parts.size() == 1 || open.signum() == 0
                ? parts.get(parts.size() - 1).riskWeight()
                : result.riskWeightedAmount().divide(open, RATE_SCALE, RoundingMode.HALF_EVEN);
        BigDecimal guaranteed = parts.stream()
                .filter(part -> !part.basis().equals(exposure.exposureClass().name()))
                .map(StandardisedApproach.Part::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Row.of(
                exposure.exposureClass().name(),
                landed.drawn().subtract(landed.provision().min(landed.drawn())),
                exposure.commitment().conversionFactor().setScale(RATE_SCALE),
                result.exposureValue(),
                result.collateralEffect().add(guaranteed),
                weight.setScale(RATE_SCALE, RoundingMode.HALF_EVEN),
                result.riskWeightedAmount(),
                ExposureMapping.rule(exposure.exposureClass()),
                null);
    }

    /** In an order of their own, for the order they were gathered in means nothing. */
    private static List<ExposureMapping.Item> items(Row @Nullable [] rows, String currency, double exposureYears) {
        List<ExposureMapping.Item> items = new ArrayList<>();
        if (rows != null) {
            for (Row row : rows) {
                String rating = (String) row.getField(3);
                BigDecimal years = (BigDecimal) row.getField(4);
                items.add(new ExposureMapping.Item(
                        (String) row.getField(0),
                        (BigDecimal) row.getField(2),
                        rating == null ? "" : rating,
                        years == null ? exposureYears : years.doubleValue(),
                        currency.equals(row.getField(1))));
            }
        }
        items.sort(Comparator.comparing(ExposureMapping.Item::toString));
        return items;
    }

    private static double years(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_PER_YEAR;
    }

    private static BigDecimal base(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }
}
