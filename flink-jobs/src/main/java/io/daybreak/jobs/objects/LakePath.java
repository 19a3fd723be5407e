package io.daybreak.jobs.objects;

import java.nio.file.Path;

/** Paths by their address: {@code s3://bucket/key} in a bucket, anything else on disk. */
public final class LakePath {

    /**
     * The path of an address.
     *
     * @throws IllegalArgumentException if it begins like a bucket's and names no bucket
     */
    public static Path of(String address) {
        if (!address.startsWith(Bucket.SCHEME + "://")) {
            return Path.of(address);
        }
        String[] parts = address.substring(Bucket.SCHEME.length() + 3).split("/", 2);
        if (!parts[0].matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("'" + address + "' names no bucket: s3://BUCKET/PREFIX is wanted");
        }
        return new ObjectPath(new Bucket(parts[0]), true, ObjectPath.names(parts.length > 1 ? parts[1] : ""));
    }

    /** Whether a path is in a bucket, where a put is atomic and nothing can be renamed. */
    public static boolean inBucket(Path path) {
        return path instanceof ObjectPath;
    }

    private LakePath() {}
}
