package io.daybreak.emr.price;

import io.daybreak.emr.data.DataFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The regions a price book ships for. */
final class Regions {
    private static final String HOME = "us-east-1";
    /** AWS lists the types used here at the same price in these regions as in Virginia (assumed; see the note it adds). */
    private static final List<String> SAME_LIST = List.of("us-east-2", "us-west-2");

    private Regions() {}

    static List<String> known() {
        return List.of(HOME, SAME_LIST.get(0), SAME_LIST.get(1));
    }

    static PriceBook book(String region) {
        PriceBook home = DataFile.shipped("price-book-us-east-1.json", PriceBook.class);
        if (region.equals(HOME)) {
            return home;
        }
        List<String> sources = new ArrayList<>(home.sources());
        sources.add("taken over from us-east-1 for " + region + ": same list prices assumed, spot not checked");
        Map<String, BigDecimal> transfer = new HashMap<>(home.transferUsdPerGb());
        BigDecimal back = transfer.remove(region);
        transfer.put(HOME, Objects.requireNonNull(back));
        return new PriceBook(
                home.schema(),
                region,
                home.collectedOn(),
                home.validUntil(),
                home.currency(),
                sources,
                home.instances(),
                home.ebsGp3(),
                home.s3(),
                transfer);
    }
}
