package io.daybreak.emr.price;

import java.math.BigDecimal;

/**
 * A storage class of S3 in the order of the lifecycle.
 *
 * @param fromDay age in days at which objects enter it
 * @param usdPerGbMonth price of keeping a GB for a month
 * @param usdPerThousandTransitions price of moving a thousand objects into it
 */
public record StorageTier(String name, int fromDay, BigDecimal usdPerGbMonth, BigDecimal usdPerThousandTransitions) {}
