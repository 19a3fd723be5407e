package io.daybreak.emr.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices of gp3 volumes: capacity per GB-month, IOPS above 3,000 and throughput above 125 MB/s. */
public record EbsPrices(
        BigDecimal usdPerGbMonth, BigDecimal usdPerIopsMonthOver3000, BigDecimal usdPerMbpsMonthOver125) {
    /** Hours in AWS's month. */
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    /** A volume of this size and performance, USD per hour, eight decimals. */
    public BigDecimal usdPerHour(int gb, int iops, int mbps) {
        BigDecimal month = usdPerGbMonth
                .multiply(BigDecimal.valueOf(gb))
                .add(usdPerIopsMonthOver3000.multiply(BigDecimal.valueOf(Math.max(0, iops - 3000))))
                .add(usdPerMbpsMonthOver125.multiply(BigDecimal.valueOf(Math.max(0, mbps - 125))));
        return month.divide(HOURS_PER_MONTH, 8, RoundingMode.HALF_UP);
    }
}
