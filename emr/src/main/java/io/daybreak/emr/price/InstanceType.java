package io.daybreak.emr.price;

import io.daybreak.emr.night.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An instance type with its list prices.
 *
 * @param type name, as {@code r5.4xlarge}
 * @param vcpu virtual processors
 * @param memoryGib memory in GiB
 * @param nvmeGb local NVMe in GB; 0 when there is none
 * @param yarnMemoryMib memory EMR gives to YARN on this type
 * @param networkGbitPerS baseline network bandwidth
 * @param ec2UsdPerHour on-demand price of the instance
 * @param emrUsdPerHour EMR's fee; not discounted on spot
 * @param spotSavingPercent saving on the instance price when bought on spot, 0 to below 100
 * @param interruption how often spot capacity of the type is reclaimed
 * @param note what of this row is inferred or assumed
 */
public record InstanceType(
        String type,
        Architecture architecture,
        int vcpu,
        int memoryGib,
        int nvmeGb,
        int yarnMemoryMib,
        double networkGbitPerS,
        BigDecimal ec2UsdPerHour,
        BigDecimal emrUsdPerHour,
        BigDecimal spotSavingPercent,
        InterruptionClass interruption,
        String note) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public InstanceType {
        if (vcpu < 1 || memoryGib < 1 || yarnMemoryMib < 1024 || networkGbitPerS <= 0) {
            throw Refusal.configuration("instance " + type + ": vcpu, memory and network must be positive");
        }
        if (yarnMemoryMib > memoryGib * 1024) {
            throw Refusal.configuration(
                    "instance " + type + ": YARN memory " + yarnMemoryMib + " MiB exceeds " + memoryGib + " GiB");
        }
        if (ec2UsdPerHour.signum() <= 0 || emrUsdPerHour.signum() < 0) {
            throw Refusal.configuration("instance " + type + ": prices must be positive");
        }
        if (spotSavingPercent.signum() < 0 || spotSavingPercent.compareTo(HUNDRED) >= 0) {
            throw Refusal.configuration(
                    "instance " + type + ": spot saving " + spotSavingPercent + " % is outside [0, 100)");
        }
    }

    /** Instance and EMR fee together, USD per hour. */
    public BigDecimal usdPerHour(Market market) {
        return ec2UsdPerHour(market).add(emrUsdPerHour);
    }

    /** The instance alone, USD per hour. */
    public BigDecimal ec2UsdPerHour(Market market) {
        return switch (market) {
            case ON_DEMAND -> ec2UsdPerHour;
            case SPOT ->
                ec2UsdPerHour.multiply(HUNDRED.subtract(spotSavingPercent)).divide(HUNDRED, 6, RoundingMode.HALF_UP);
        };
    }

    /** Instance and fee per vCPU-hour, USD, six decimals. */
    public BigDecimal usdPerVcpuHour(Market market) {
        return usdPerHour(market).divide(BigDecimal.valueOf(vcpu), 6, RoundingMode.HALF_UP);
    }

    /** Weight of one instance in a fleet: its vCPUs in units of eight, at least one. */
    public int weight() {
        return Math.max(1, vcpu / 8);
    }
}
