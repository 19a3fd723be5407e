package io.daybreak.jobs.objects;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** One bucket. Two of the same name are the same. */
final class Bucket extends FileSystem {

    static final String SCHEME = "s3";

    private final String name;

    Bucket(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bucket bucket && bucket.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public FileSystemProvider provider() {
        return ObjectStore.PROVIDER;
    }

    /** Nothing is held open. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("a bucket is not closed");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return ObjectPath.SEPARATOR;
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(new ObjectPath(this, true, List.of()));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        String joined =
                more.length == 0 ? first : first + ObjectPath.SEPARATOR + String.join(ObjectPath.SEPARATOR, more);
        return new ObjectPath(this, joined.startsWith(ObjectPath.SEPARATOR), ObjectPath.names(joined));
    }

    /** Matches relative paths as the default file system does. */
    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(Path.of(path.toString()));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("a bucket has no owners of files");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("a bucket cannot be watched");
    }
}
