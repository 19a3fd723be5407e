package io.daybreak.jobs.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.TableLoader;

/** Where a published table is found by whoever reads or writes it, in this process or in a task elsewhere. */
public record TableAddress(String table, String warehouse, LakeCatalog catalog) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Iceberg's loader of the table; to be opened and closed. */
    public TableLoader loader() {
        return catalog.inFolder()
                ? TableLoader.fromHadoopTable(warehouse + "/" + PublishedCatalog.DATABASE + "/" + table)
                : TableLoader.fromCatalog(
                        catalog.loader(warehouse), TableIdentifier.of(PublishedCatalog.DATABASE, table));
    }

    /** One text, for the options of a table in Flink. */
    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@link #text} was made of. */
    static TableAddress of(String text) {
        try {
            return JSON.readValue(text, TableAddress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the address of a table: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public String toString() {
        return warehouse + "/" + PublishedCatalog.DATABASE + "/" + table;
    }
}
