package io.daybreak.jobs.objects;

import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/**
 * How S3 is reached. Who reaches it is not said here: both clients, Flink's and Iceberg's, find keys, a profile or an
 * instance's role as every AWS program does.
 *
 * @param endpoint another server than Amazon's, as {@code http://host:port}; empty for Amazon's
 * @param region empty for the one AWS's own settings name
 * @param partMebibytes size from which an object is put in parts, and of each part; at least 5
 */
public record S3Access(String endpoint, String region, int partMebibytes) {

    private static final int DEFAULT_PART_MEBIBYTES = 64;
    private static final int LEAST_PART_MEBIBYTES = 5;

    /** Held, as the setting of a logger nobody holds is lost. */
    private static final Logger FLINKS_CLIENT = Logger.getLogger("com.amazonaws");

    public S3Access {
        if (partMebibytes < LEAST_PART_MEBIBYTES) {
            throw new IllegalArgumentException(
                    "parts of " + partMebibytes + " MiB are smaller than S3's least of " + LEAST_PART_MEBIBYTES);
        }
    }

    /** From the environment variables AWS's own tools read. */
    public static S3Access of(Map<String, String> environment) {
        String endpoint =
                environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        String region = environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", ""));
        return new S3Access(endpoint, region, DEFAULT_PART_MEBIBYTES);
    }

    /** For Flink's S3 file system, in this process or in a cluster's configuration. */
    public Map<String, String> flink() {
        Map<String, String> settings = new TreeMap<>();
        if (!endpoint.isEmpty()) {
            settings.put("s3.endpoint", endpoint);
            settings.put("s3.path.style.access", "true");
            settings.put("s3.connection.ssl.enabled", Boolean.toString(endpoint.startsWith("https:")));
        }
        if (!region.isEmpty()) {
            settings.put("s3.endpoint.region", region);
        }
        String bytes = Long.toString((long) partMebibytes << 20);
        settings.put("s3.multipart.size", bytes);
        settings.put("s3.multipart.threshold", bytes);
        // Markers of empty folders are not looked for, so that none are deleted after every put.
        settings.put("s3.directory.marker.retention", "keep");
        return settings;
    }

    /** For Iceberg's S3FileIO. */
    public Map<String, String> iceberg() {
        Map<String, String> settings = new TreeMap<>();
        if (!endpoint.isEmpty()) {
            settings.put("s3.endpoint", endpoint);
            settings.put("s3.path-style-access", "true");
        }
        if (!region.isEmpty()) {
            settings.put("client.region", region);
        }
        settings.put("s3.multipart.part-size-bytes", Long.toString((long) partMebibytes << 20));
        return settings;
    }

    /** Makes buckets known to Flink's file systems in this process: by the plugins in {@code FLINK_PLUGINS_DIR}. */
    public void open() {
        // It warns of its own age and of a file of MIME types: nothing for an operator.
        FLINKS_CLIENT.setLevel(Level.SEVERE);
        Configuration configuration = Configuration.fromMap(flink());
        FileSystem.initialize(configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
    }
}
