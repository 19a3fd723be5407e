package io.daybreak.jobs.objects;

import java.net.URI;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Counts what this process asks of S3. Provided by the module that brings the clients. */
public interface RequestCount {

    /** All requests of this process until now; of a client for each bucket, those to the bucket of an address. */
    S3Requests soFar(URI bucket);

    /** The counts of all clients there are, for a lake in a bucket; zeros for one on disk. */
    static S3Requests ofThisProcess(Path lake) {
        S3Requests all = new S3Requests(0, 0, 0, 0, 0, 0);
        if (!LakePath.inBucket(lake)) {
            return all;
        }
        for (RequestCount each : ServiceLoader.load(RequestCount.class, RequestCount.class.getClassLoader())) {
            all = all.plus(each.soFar(lake.toUri()));
        }
        return all;
    }
}
