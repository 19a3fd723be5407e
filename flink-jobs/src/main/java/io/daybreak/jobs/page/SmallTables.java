package io.daybreak.jobs.page;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.lake.PublishedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;

/** The published tables that are small by nature, read whole without a job: measures, reports, totals. */
final class SmallTables {

    private final PublishedCatalog catalog;
    private final String processingDate;
    private final Set<String> published;

    SmallTables(PublishedCatalog catalog, String processingDate, Set<String> published) {
        this.catalog = catalog;
        this.processingDate = processingDate;
        this.published = Set.copyOf(published);
    }

    /** The rows of the business date by the table's key; none if the table was not published. */
    List<Record> rows(String table) throws IOException {
        if (!published.contains(table)) {
            return List.of();
        }
        TableSpec spec = Catalogue.table(table);
        Map<String, Record> byKey = new TreeMap<>();
        PublishedReader.read(
                catalog.address(spec), catalog.publishedSnapshot(spec), processingDate, spec.columnNames(), row -> {
                    List<String> key = new ArrayList<>();
                    spec.key().forEach(column -> key.add(String.valueOf(row.getField(column))));
                    byKey.put(String.join("\u0000", key), row.copy());
                });
        return List.copyOf(byKey.values());
    }

    static String text(Record row, String column) {
        return String.valueOf(row.getField(column));
    }

    static long whole(Record row, String column) {
        return row.getField(column) instanceof Number number ? number.longValue() : 0;
    }
}
