package io.daybreak.risk.capital;

import io.daybreak.risk.RefusedInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Leverage ratio: Tier 1 capital over the exposure measure (LEV20.3, LEV30).
 *
 * @param exposureMeasure sum of the four parts
 * @param ratio to six decimals
 * @param minimum 3 % plus half of the higher loss absorbency of a globally systemic bank (LEV20.7, LEV40.3)
 */
public record LeverageRatio(BigDecimal exposureMeasure, BigDecimal ratio, BigDecimal minimum) {
    /** LEV20.7. */
    public static final BigDecimal MINIMUM = new BigDecimal("0.03");

    /**
     * Parts of the exposure measure (LEV30.1).
     *
     * @param onBalance net of specific provisions, without derivatives and securities financing
     * @param derivatives by SA-CCR with alpha 1.4, without collateral that LEV30 does not recognise
     * @param securitiesFinancing gross assets plus counterparty add-on
     * @param offBalance after conversion factors of CRE20, at least 10 % (LEV30.49)
     * @param deductions from Tier 1 that leave the measure (LEV30.3)
     */
    public record Measure(
            BigDecimal onBalance,
            BigDecimal derivatives,
            BigDecimal securitiesFinancing,
            BigDecimal offBalance,
            BigDecimal deductions) {}

    /**
     * Ratio of a bank, with the surcharge its systemic importance asks for.
     *
     * @param higherLossAbsorbency risk-based surcharge of a globally systemic bank, zero for others
     */
    public static LeverageRatio of(BigDecimal tier1, Measure measure, BigDecimal higherLossAbsorbency) {
        BigDecimal total = measure.onBalance()
                .add(measure.derivatives())
                .add(measure.securitiesFinancing())
                .add(measure.offBalance())
                .subtract(measure.deductions());
        if (total.signum() <= 0) {
            throw new RefusedInputException("leverage exposure measure is " + total + "; it must be positive");
        }
        BigDecimal minimum = MINIMUM.add(higherLossAbsorbency.multiply(new BigDecimal("0.5")));
        return new LeverageRatio(total, tier1.divide(total, 6, RoundingMode.HALF_EVEN), minimum);
    }

    public boolean isMet() {
        return ratio.compareTo(minimum) >= 0;
    }
}
