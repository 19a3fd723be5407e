package io.daybreak.jobs.page;

import io.daybreak.jobs.stage.NightSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the night was made from: feeds with their hashes, settings, versions, and how it compares with an earlier run. */
final class RecordSection implements PageSection {

    private static final int HASH_SHOWN = 16;

    @Override
    public String id() {
        return "record";
    }

    @Override
    public String title() {
        return "Record of the run";
    }

    @Override
    public boolean ran(NightSummary night) {
        return true;
    }

    @Override
    public void write(Markup page, NightSummary night) {
        comparison(page, night);
        feeds(page, night);
        page.open("div", "class", "pair").open("div");
        Map<String, String> versions = new TreeMap<>(night.version());
        values(page, "Versions", versions);
        page.close().open("div");
        values(page, "Settings", settings(night.settings()));
        page.close().close().line();
        tables(page, night);
    }

    private static void comparison(Markup page, NightSummary night) {
        NightSummary.Comparison comparison = night.comparison();
        if (comparison.with().isEmpty()) {
            page.element("p", "No earlier finished run of this business date to compare with.", "class", "lede");
        } else if (comparison.differences().isEmpty()) {
            page.element(
                    "p",
                    night.failure() == null
                            ? "Published the same data as run " + comparison.with() + ", row for row."
                            : "Stopped before it could be compared with run " + comparison.with() + ".",
                    "class",
                    "lede");
        } else {
            page.element("p", "Differs from run " + comparison.with() + ":", "class", "lede")
                    .open("ul");
            comparison.differences().forEach(difference -> page.element("li", difference, "class", "wrap small"));
            page.close();
        }
    }

    private static void feeds(Markup page, NightSummary night) {
        if (night.feeds().isEmpty()) {
            return;
        }
        Tables.open(page, "Feeds as they landed.", "feed", ">rows", "amounts", "trailer SHA-256");
        for (NightSummary.FeedLine feed : night.feeds()) {
            Tables.row(page, feed.feed());
            Tables.number(page, Format.count(feed.rows()));
            StringBuilder amounts = new StringBuilder();
            for (Map.Entry<String, BigDecimal> amount : new TreeMap<>(feed.amounts()).entrySet()) {
                amounts.append(amounts.isEmpty() ? "" : " · ")
                        .append(Format.money(amount.getValue()))
                        .append(' ')
                        .append(BalanceSection.named(amount.getKey()));
            }
            page.element("td", amounts.toString(), "class", "soft small");
            page.element("td", shown(feed.trailerSha256()), "class", "mono soft");
            Tables.endRow(page);
        }
        Tables.close(page);
    }

    private static void tables(Markup page, NightSummary night) {
        Tables.open(page, "Tables of the business date.", "table", "stage", ">rows", "content hash", ">snapshot");
        for (NightSummary.StageLine stage : night.stages()) {
            for (NightSummary.OutputLine output : stage.outputs()) {
                Tables.row(page, output.table());
                Tables.soft(page, stage.name());
                Tables.number(page, Format.count(output.rows()));
                page.element("td", output.contentHash(), "class", "mono soft");
                page.element("td", Long.toString(output.snapshotId()), "class", "mono soft n");
                Tables.endRow(page);
            }
        }
        Tables.close(page);
    }

    private static void values(Markup page, String caption, Map<String, String> values) {
        Tables.open(page, caption, "key", "value");
        values.forEach((key, value) -> {
            Tables.row(page, key);
            page.element("td", value, "class", "wrap");
            Tables.endRow(page);
        });
        Tables.close(page);
    }

    private static Map<String, String> settings(NightSettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : NightSettings.class.getRecordComponents()) {
            try {
                values.put(
                        component.getName(),
                        String.valueOf(component.getAccessor().invoke(settings)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("settings are a public record", e);
            }
        }
        return values;
    }

    private static String shown(String hash) {
        return hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) : hash;
    }
}
