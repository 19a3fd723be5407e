package io.daybreak.jobs.lake;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.flink.CatalogLoader;

/**
 * Which of Iceberg's catalogs knows a lake's tables. On disk the folder itself does, by renames; in a bucket, where
 * there are none, a database or AWS Glue decides which commit was first.
 *
 * @param implementation Iceberg's class
 * @param properties what it is opened with, but for the warehouse; a password among them travels with every job
 */
public record LakeCatalog(String implementation, SortedMap<String, String> properties) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String IN_FOLDER = "org.apache.iceberg.hadoop.HadoopCatalog";
    private static final String IN_DATABASE = "org.apache.iceberg.jdbc.JdbcCatalog";
    private static final String IN_GLUE = "org.apache.iceberg.aws.glue.GlueCatalog";
    private static final String S3_FILES = "org.apache.iceberg.aws.s3.S3FileIO";

    /** The lake's own folder; not for a bucket. */
    public static final LakeCatalog FOLDER = new LakeCatalog(IN_FOLDER, new TreeMap<>());

    public LakeCatalog {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /**
     * A database, of this lake alone.
     *
     * @param url a {@code jdbc:postgresql:} address with user and password in it if they are needed
     * @param s3 Iceberg's properties of the bucket
     */
    public static LakeCatalog database(String url, Map<String, String> s3) {
        TreeMap<String, String> properties = files(s3);
        properties.put(CatalogProperties.URI, url);
        properties.put("jdbc.schema-version", "V1");
        return new LakeCatalog(IN_DATABASE, properties);
    }

    /** AWS Glue, with its own optimistic lock. */
    public static LakeCatalog glue(Map<String, String> s3) {
        return new LakeCatalog(IN_GLUE, files(s3));
    }

    private static TreeMap<String, String> files(Map<String, String> s3) {
        TreeMap<String, String> properties = new TreeMap<>(s3);
        properties.put(CatalogProperties.FILE_IO_IMPL, S3_FILES);
        return properties;
    }

    /** Address of the database; empty if it is not one. */
    public String databaseUrl() {
        return implementation.equals(IN_DATABASE) ? properties.getOrDefault(CatalogProperties.URI, "") : "";
    }

    boolean inFolder() {
        return implementation.equals(IN_FOLDER);
    }

    Catalog open(String warehouse) {
        return CatalogUtil.loadCatalog(
                implementation, PublishedCatalog.CATALOG, withWarehouse(warehouse), new Configuration(false));
    }

    /** For a task, which opens the catalog where it runs. */
    CatalogLoader loader(String warehouse) {
        return CatalogLoader.custom(
                PublishedCatalog.CATALOG, withWarehouse(warehouse), new Configuration(false), implementation);
    }

    /** What follows {@code CREATE CATALOG name WITH} in Flink. */
    String options(String warehouse) {
        StringBuilder options = new StringBuilder("('type' = 'iceberg', 'cache-enabled' = 'false', 'catalog-impl' = '")
                .append(implementation)
                .append('\'');
        withWarehouse(warehouse)
                .forEach((key, value) -> options.append(", '")
                        .append(key)
                        .append("' = '")
                        .append(quoted(value))
                        .append('\''));
        return options.append(')').toString();
    }

    private Map<String, String> withWarehouse(String warehouse) {
        Map<String, String> all = new TreeMap<>(properties);
        all.put(CatalogProperties.WAREHOUSE_LOCATION, warehouse);
        return all;
    }

    private static String quoted(String value) {
        return value.replace("'", "''");
    }

    /** Without its properties: there may be a password among them. */
    @Override
    public String toString() {
        return implementation.substring(implementation.lastIndexOf('.') + 1);
    }
}
