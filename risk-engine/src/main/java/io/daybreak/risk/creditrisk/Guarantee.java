package io.daybreak.risk.creditrisk;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A guarantee or credit derivative: the covered part takes the protection provider's risk weight (CRE22.76).
 *
 * @param amount covered, in the reporting currency
 * @param provider class of the provider
 * @param providerFeatures what the provider's risk weight depends on
 * @param sameCurrency if not, the amount is cut by 8 % (CRE22.83)
 */
public record Guarantee(
        BigDecimal amount,
        ExposureClass provider,
        RatingBand providerRating,
        Exposure.Features providerFeatures,
        boolean sameCurrency)
        implements Serializable {
    public Guarantee {
        Exposure.checkAmount("of guarantee", "amount", amount);
    }
}
