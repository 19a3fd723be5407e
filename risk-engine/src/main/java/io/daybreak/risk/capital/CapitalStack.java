package io.daybreak.risk.capital;

import io.daybreak.risk.RefusedInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The bank's capital position: own funds over risk-weighted assets, with the floor and the buffers.
 *
 * @param lines risk-weighted assets by risk, with the chapter they follow
 * @param floored total after the output floor
 * @param ratios Common Equity Tier 1, Tier 1 and total, in this order
 */
public record CapitalStack(List<Line> lines, BigDecimal total, BigDecimal floored, List<Ratio> ratios) {
    /** RBC20.1. */
    private static final BigDecimal[] MINIMA = {new BigDecimal("0.045"), new BigDecimal("0.06"), new BigDecimal("0.08")
    };
    /** RBC30.2. */
    private static final BigDecimal CONSERVATION = new BigDecimal("0.025");

    private static final String[] NAMES = {"CET1", "Tier 1", "Total"};

    /** Kind of risk, and the chapter that says how it is weighted. */
    public enum Risk {
        CREDIT_STANDARDISED("CRE20"),
        CREDIT_INTERNAL_RATINGS("CRE31"),
        COUNTERPARTY("CRE52"),
        CREDIT_VALUATION_ADJUSTMENT("MAR50"),
        MARKET("MAR20"),
        OPERATIONAL("OPE25"),
        SETTLEMENT("CRE70");

        private final String chapter;

        Risk(String chapter) {
            this.chapter = chapter;
        }

        public String chapter() {
            return chapter;
        }
    }

    /**
     * Risk-weighted assets of one risk.
     *
     * @param modelled as the bank uses them
     * @param standardised as the standardised approach gives them; equal where no model is used
     */
    public record Line(Risk risk, BigDecimal modelled, BigDecimal standardised) {}

    /** Own funds after deductions. */
    public record OwnFunds(BigDecimal cet1, BigDecimal additionalTier1, BigDecimal tier2) {}

    /**
     * One ratio against its minima.
     *
     * @param ratio to six decimals
     * @param minimum without buffers
     * @param withBuffers minimum plus conservation, countercyclical and systemic buffers
     * @param surplus own funds beyond the minimum with buffers; negative when short
     */
    public record Ratio(
            String name, BigDecimal ratio, BigDecimal minimum, BigDecimal withBuffers, BigDecimal surplus) {}

    /**
     * Sums the lines, applies the floor and measures each tier of own funds.
     *
     * @param otherBuffers countercyclical plus systemic buffer, as a share of risk-weighted assets
     * @throws RefusedInputException if there are no risk-weighted assets
     */
    public static CapitalStack of(
            List<Line> lines, OwnFunds ownFunds, OutputFloor floor, LocalDate businessDate, BigDecimal otherBuffers) {
        BigDecimal modelled = BigDecimal.ZERO;
        BigDecimal standardised = BigDecimal.ZERO;
        for (Line line : lines) {
            modelled = modelled.add(line.modelled());
            standardised = standardised.add(line.standardised());
        }
        BigDecimal floored = floor.apply(modelled, standardised, businessDate);
        if (floored.signum() <= 0) {
            throw new RefusedInputException("risk-weighted assets are " + floored + "; there is no capital ratio");
        }
        BigDecimal tier1 = ownFunds.cet1().add(ownFunds.additionalTier1());
        BigDecimal[] funds = {ownFunds.cet1(), tier1, tier1.add(ownFunds.tier2())};
        List<Ratio> ratios = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            BigDecimal withBuffers = MINIMA[i].add(CONSERVATION).add(otherBuffers);
            BigDecimal surplus =
                    funds[i].subtract(floored.multiply(withBuffers)).setScale(2, RoundingMode.HALF_EVEN);
            ratios.add(new Ratio(
                    NAMES[i], funds[i].divide(floored, 6, RoundingMode.HALF_EVEN), MINIMA[i], withBuffers, surplus));
        }
        return new CapitalStack(List.copyOf(lines), modelled, floored, List.copyOf(ratios));
    }
}
