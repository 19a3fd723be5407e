package io.daybreak.emr.price;

import io.daybreak.emr.night.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Prices of S3: requests, and storage by tier in the order objects pass through them. */
public record S3Prices(BigDecimal usdPerThousandPuts, BigDecimal usdPerThousandGets, List<StorageTier> tiers) {

    public S3Prices {
        tiers = List.copyOf(tiers);
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).fromDay() <= tiers.get(i - 1).fromDay()) {
                throw Refusal.configuration("storage tier " + tiers.get(i).name() + " must begin after "
                        + tiers.get(i - 1).name());
            }
        }
    }

    /** Cost of requests, USD, six decimals. */
    public BigDecimal requestsUsd(long puts, long gets) {
        BigDecimal putUsd = usdPerThousandPuts.multiply(BigDecimal.valueOf(puts));
        BigDecimal getUsd = usdPerThousandGets.multiply(BigDecimal.valueOf(gets));
        return putUsd.add(getUsd).divide(BigDecimal.valueOf(1000), 6, RoundingMode.HALF_UP);
    }
}
