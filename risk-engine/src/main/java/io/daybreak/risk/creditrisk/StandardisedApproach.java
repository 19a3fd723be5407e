package io.daybreak.risk.creditrisk;

import io.daybreak.risk.CurrencyRounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Risk-weighted assets of an exposure by the standardised approach.
 *
 * <p>Order of work: provisions are taken off what is drawn, then off what is not; what is not drawn is converted;
 * collateral reduces the amount by {@code C (1 - H_c - H_fx)} (comprehensive approach, CRE22.45); guarantees move parts of
 * the rest to their provider's weight where that is lower (CRE22.76); the currency mismatch multiplier of 1.5, capped
 * at 150 %, comes last (CRE20.93). Amounts are rounded to cents once per part.
 */
public final class StandardisedApproach implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final BigDecimal MISMATCH = new BigDecimal("1.5");
    private static final BigDecimal MISMATCH_CAP = new BigDecimal("1.50");

    private final RiskWeights weights;

    public StandardisedApproach(RiskWeights weights) {
        this.weights = weights;
    }

    /** One part of an exposure and its weight; {@code basis} says whose weight it is. */
    public record Part(String basis, BigDecimal amount, BigDecimal riskWeight, BigDecimal riskWeightedAmount) {}

    /**
     * What one exposure weighs, part by part.
     *
     * @param exposureValue after provisions and conversion, before mitigation
     * @param collateralEffect taken off by financial collateral
     * @param parts of what remains; their amounts add up to it
     * @param riskWeightedAmount sum over the parts
     */
    public record Result(
            String exposureId,
            BigDecimal exposureValue,
            BigDecimal collateralEffect,
            List<Part> parts,
            BigDecimal riskWeightedAmount) {}

    public Result apply(Exposure exposure) {
        BigDecimal value = CurrencyRounding.toCents(exposureValue(exposure));
        BigDecimal collateral = CurrencyRounding.toCents(collateral(exposure)).min(value);
        BigDecimal rest = value.subtract(collateral);
        BigDecimal own = withMismatch(exposure, weights.of(exposure));
        List<Part> parts = new ArrayList<>();
        for (Guarantee guarantee : exposure.guarantees()) {
            BigDecimal provider =
                    weights.of(guarantee.provider(), guarantee.providerRating(), guarantee.providerFeatures());
            BigDecimal cut = guarantee.sameCurrency() ? BigDecimal.ZERO : SupervisoryHaircut.CURRENCY_MISMATCH;
            BigDecimal covered = CurrencyRounding.toCents(guarantee.amount().multiply(BigDecimal.ONE.subtract(cut)))
                    .min(rest);
            if (provider.compareTo(own) < 0 && covered.signum() > 0) {
                parts.add(part("guaranteed by " + guarantee.provider(), covered, provider));
                rest = rest.subtract(covered);
            }
        }
        if (rest.signum() > 0 || parts.isEmpty()) {
            parts.add(part(exposure.exposureClass().name(), rest, own));
        }
        BigDecimal total = parts.stream().map(Part::riskWeightedAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Result(exposure.id(), value, collateral, List.copyOf(parts), total);
    }

    private static Part part(String basis, BigDecimal amount, BigDecimal weight) {
        return new Part(basis, amount, weight, CurrencyRounding.toCents(amount.multiply(weight)));
    }

    private static BigDecimal exposureValue(Exposure exposure) {
        BigDecimal offDrawn = exposure.specificProvisions().min(exposure.drawn());
        BigDecimal offUndrawn = exposure.specificProvisions().subtract(offDrawn);
        BigDecimal converted = exposure.undrawn()
                .subtract(offUndrawn)
                .multiply(exposure.commitment().conversionFactor());
        return exposure.drawn().subtract(offDrawn).add(converted);
    }

    private static BigDecimal collateral(Exposure exposure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Collateral item : exposure.collateral()) {
            BigDecimal haircut = SupervisoryHaircut.of(item);
            if (!item.sameCurrency()) {
                haircut = haircut.add(SupervisoryHaircut.CURRENCY_MISMATCH);
            }
            BigDecimal adjusted = item.value().multiply(BigDecimal.ONE.subtract(haircut));
            sum = sum.add(adjusted.multiply(maturityFactor(item)));
        }
        return sum;
    }

    /** CRE22.13 and 14: {@code (t - 0.25) / (T - 0.25)}; nothing for protection of three months or less that ends early. */
    private static BigDecimal maturityFactor(Collateral item) {
        double exposureYears = Math.min(item.exposureYears(), 5.0);
        if (item.protectionYears() >= exposureYears) {
            return BigDecimal.ONE;
        }
        if (item.protectionYears() <= 0.25) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(item.protectionYears() - 0.25)
                .divide(BigDecimal.valueOf(exposureYears - 0.25), 12, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal withMismatch(Exposure exposure, BigDecimal weight) {
        if (!exposure.features().currencyMismatch()) {
            return weight;
        }
        return switch (exposure.exposureClass()) {
            case RETAIL, RETAIL_TRANSACTOR, RETAIL_OTHER, RESIDENTIAL_REAL_ESTATE, RESIDENTIAL_INCOME_PRODUCING ->
                weight.max(weight.multiply(MISMATCH).min(MISMATCH_CAP));
            default -> weight;
        };
    }
}
