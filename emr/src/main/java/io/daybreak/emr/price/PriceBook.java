package io.daybreak.emr.price;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Refusal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Prices of one region on one day, with where they were read.
 *
 * @param collectedOn day of the newest source, ISO
 * @param validUntil last day on which a plan may use them without a warning, ISO
 * @param transferUsdPerGb price of sending a GB from this region to another, by region
 */
public record PriceBook(
        int schema,
        String region,
        String collectedOn,
        String validUntil,
        String currency,
        List<String> sources,
        List<InstanceType> instances,
        EbsPrices ebsGp3,
        S3Prices s3,
        Map<String, BigDecimal> transferUsdPerGb) {

    public PriceBook {
        if (schema != 1) {
            throw Refusal.configuration("price book has schema " + schema + "; this release reads schema 1");
        }
        if (!"USD".equals(currency)) {
            throw Refusal.configuration("price book is in " + currency + "; only USD is understood");
        }
        if (LocalDate.parse(validUntil).isBefore(LocalDate.parse(collectedOn))) {
            throw Refusal.configuration("price book ends " + validUntil + " before it was collected " + collectedOn);
        }
        sources = List.copyOf(sources);
        instances = List.copyOf(instances);
        transferUsdPerGb = Map.copyOf(transferUsdPerGb);
    }

    /**
     * The shipped price book of a region.
     *
     * @throws Refusal (configuration) when none ships for it
     */
    public static PriceBook shipped(String region) {
        if (!Regions.known().contains(region)) {
            throw Refusal.configuration("region '" + region + "' has no price book; shipped are " + Regions.known()
                    + "; pass --prices FILE for another");
        }
        return Regions.book(region);
    }

    /** The price book in a file. */
    public static PriceBook at(Path path) {
        return DataFile.at(path, PriceBook.class);
    }

    /**
     * The type of a name.
     *
     * @throws Refusal (configuration) with the known names when it has no row
     */
    public InstanceType instance(String type) {
        for (InstanceType each : instances) {
            if (each.type().equals(type)) {
                return each;
            }
        }
        TreeSet<String> known = new TreeSet<>();
        instances.forEach(each -> known.add(each.type()));
        throw Refusal.configuration("instance type '" + type + "' has no price in " + region + " of " + collectedOn
                + "; known are " + known);
    }

    /** A warning when the prices are too old on that day. */
    public Optional<String> warning(LocalDate today) {
        if (!today.isAfter(LocalDate.parse(validUntil))) {
            return Optional.empty();
        }
        return Optional.of("price book of " + region + " was collected on " + collectedOn + " and expired on "
                + validUntil + "; costs are indicative until it is renewed");
    }

    /** Price of sending a GB to another region; refuses (configuration) an unknown pair. */
    public BigDecimal transferUsdPerGb(String toRegion) {
        BigDecimal price = transferUsdPerGb.get(toRegion);
        if (price == null) {
            throw Refusal.configuration("no transfer price from " + region + " to " + toRegion + "; known are "
                    + new TreeSet<>(transferUsdPerGb.keySet()));
        }
        return price;
    }
}
