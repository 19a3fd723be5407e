package io.daybreak.jobs.objects;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a bucket, or the end of one. As text it is the whole address, which Flink and Iceberg understand.
 *
 * @param absolute whether the names begin at the bucket
 * @param names between the separators; never empty texts
 */
record ObjectPath(Bucket bucket, boolean absolute, List<String> names) implements Path {

    static final String SEPARATOR = "/";

    ObjectPath {
        names = List.copyOf(names);
    }

    /** The names in a key. */
    static List<String> names(String key) {
        return Arrays.stream(key.split(SEPARATOR))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The same place as Flink names it. */
    org.apache.flink.core.fs.Path inFlink() {
        return new org.apache.flink.core.fs.Path(toUri());
    }

    private static ObjectPath of(Path path) {
        if (path instanceof ObjectPath object) {
            return object;
        }
        throw new ProviderMismatchException("'" + path + "' is not in a bucket");
    }

    private ObjectPath relative(List<String> part) {
        return new ObjectPath(bucket, false, part);
    }

    @Override
    public FileSystem getFileSystem() {
        return bucket;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public @Nullable Path getRoot() {
        return absolute ? new ObjectPath(bucket, true, List.of()) : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return names.isEmpty() ? null : relative(names.subList(names.size() - 1, names.size()));
    }

    @Override
    public @Nullable Path getParent() {
        if (names.isEmpty() || !absolute && names.size() == 1) {
            return null;
        }
        return new ObjectPath(bucket, absolute, names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int from, int to) {
        return relative(names.subList(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof ObjectPath prefix
                && prefix.bucket.equals(bucket)
                && prefix.absolute == absolute
                && prefix.names.size() <= names.size()
                && names.subList(0, prefix.names.size()).equals(prefix.names);
    }

    @Override
    public boolean endsWith(Path other) {
        return other instanceof ObjectPath end
                && (end.absolute
                        ? end.equals(this)
                        : end.names.size() <= names.size()
                                && names.subList(names.size() - end.names.size(), names.size())
                                        .equals(end.names));
    }

    @Override
    public Path normalize() {
        List<String> kept = new ArrayList<>();
        for (String name : names) {
            if (name.equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            } else if (!name.equals(".")) {
                kept.add(name);
            }
        }
        return new ObjectPath(bucket, absolute, kept);
    }

    @Override
    public Path resolve(Path other) {
        ObjectPath end = of(other);
        if (end.absolute) {
            return end;
        }
        List<String> joined = new ArrayList<>(names);
        joined.addAll(end.names);
        return new ObjectPath(bucket, absolute, joined);
    }

    @Override
    public Path relativize(Path other) {
        if (!other.startsWith(this)) {
            throw new IllegalArgumentException("'" + other + "' is not below '" + this + "'");
        }
        ObjectPath longer = of(other);
        return relative(longer.names.subList(names.size(), longer.names.size()));
    }

    @Override
    public URI toUri() {
        try {
            return new URI(Bucket.SCHEME, bucket.name(), SEPARATOR + String.join(SEPARATOR, names), null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("key " + names + " has no address", e);
        }
    }

    @Override
    public Path toAbsolutePath() {
        return absolute ? this : new ObjectPath(bucket, true, names);
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return toAbsolutePath().normalize();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("a bucket cannot be watched");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(of(other).toString());
    }

    @Override
    public String toString() {
        String key = String.join(SEPARATOR, names);
        return absolute ? Bucket.SCHEME + "://" + bucket.name() + SEPARATOR + key : key;
    }
}
