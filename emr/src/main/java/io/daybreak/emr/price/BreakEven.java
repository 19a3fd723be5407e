package io.daybreak.emr.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What has to be true for spot, reserved capacity and another processor to pay, from list prices alone.
 *
 * @param type the instance type asked about
 * @param spotSavingPercent saving of spot on instance and fee together; the fee is not discounted
 * @param spotDiscountForSixtyPercent discount on the instance that a 60 % saving overall would need; above 100 it cannot be
 * @param spotReworkPercent work that may be done twice before spot costs as much as on-demand
 * @param reservedDiscountPercent discount a reservation needs to pay when the node runs this many hours a day
 * @param usdPerVcpuHour price of a vCPU-hour on demand, fee included
 */
public record BreakEven(
        String type,
        BigDecimal spotSavingPercent,
        BigDecimal spotDiscountForSixtyPercent,
        BigDecimal spotReworkPercent,
        BigDecimal reservedDiscountPercent,
        BigDecimal usdPerVcpuHour) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SIXTY_PERCENT = new BigDecimal("0.6");

    /** The break-evens of a type whose nodes run some hours of every day. */
    public static BreakEven of(InstanceType type, BigDecimal hoursPerDay) {
        BigDecimal onDemand = type.usdPerHour(Market.ON_DEMAND);
        BigDecimal spot = type.usdPerHour(Market.SPOT);
        BigDecimal saved = onDemand.subtract(spot);
        return new BreakEven(
                type.type(),
                percent(saved, onDemand),
                percent(onDemand.multiply(SIXTY_PERCENT), type.ec2UsdPerHour()),
                percent(saved, spot),
                HUNDRED.subtract(percent(hoursPerDay, BigDecimal.valueOf(24))),
                type.usdPerVcpuHour(Market.ON_DEMAND));
    }

    /**
     * How much slower per vCPU another type may be and still cost less for the same work, percent; negative when it has
     * to be faster.
     */
    public static BigDecimal slowerPercent(InstanceType from, InstanceType to) {
        BigDecimal here = from.usdPerVcpuHour(Market.ON_DEMAND);
        return percent(here.subtract(to.usdPerVcpuHour(Market.ON_DEMAND)), here);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
