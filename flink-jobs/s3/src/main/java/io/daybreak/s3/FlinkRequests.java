package io.daybreak.s3;

import io.daybreak.jobs.objects.RequestCount;
import io.daybreak.jobs.objects.S3Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;
import org.apache.flink.util.WrappingProxy;

/**
 * What Flink's S3 file system has counted. It is Hadoop's, in a class loader of its own, whose statistics are therefore
 * asked by name. Another client than Hadoop's S3A, as a cluster may have, does not count: its requests are left out.
 */
public final class FlinkRequests implements RequestCount {

    private static final String STATISTICS = "org.apache.hadoop.fs.statistics.IOStatistics";

    @Override
    public S3Requests soFar(URI bucket) {
        Map<String, Long> counted = statistics(bucket);
        return new S3Requests(
                of(counted, "action_http_get_request"),
                of(counted, "object_metadata_request"),
                puts(counted),
                of(counted, "object_list_request") + of(counted, "object_continue_list_request"),
                of(counted, "object_copy_requests"),
                of(counted, "object_delete_request") + of(counted, "object_bulk_delete_request"));
    }

    /** Objects and parts of objects count as completed; an upload in parts is begun and completed by a request each. */
    private static long puts(Map<String, Long> counted) {
        return of(counted, "object_put_request_completed")
                + of(counted, "object_multipart_initiated")
                + of(counted, "multipart_upload_completed");
    }

    private static long of(Map<String, Long> counted, String name) {
        return counted.getOrDefault(name, 0L);
    }

    /** The counters of a bucket's file system by name. */
    static Map<String, Long> statistics(URI bucket) {
        try {
            Object files = FileSystem.get(bucket);
            while (files instanceof WrappingProxy<?> proxy) {
                files = proxy.getWrappedDelegate();
            }
            Object hadoop = files.getClass().getMethod("getHadoopFileSystem").invoke(files);
            Object statistics = hadoop.getClass().getMethod("getIOStatistics").invoke(hadoop);
            Class<?> type = hadoop.getClass().getClassLoader().loadClass(STATISTICS);
            Map<String, Long> counters = new HashMap<>();
            ((Map<?, ?>) type.getMethod("counters").invoke(statistics))
                    .forEach((name, value) -> counters.put((String) name, (Long) value));
            return counters;
        } catch (UnsupportedFileSystemSchemeException notOpened) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchMethodException | ClassNotFoundException doesNotCount) {
            return Map.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Flink's S3 file system does not count as Hadoop 3.3 does", e);
        }
    }
}
