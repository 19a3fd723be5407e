package io.daybreak.jobs.objects;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.jspecify.annotations.Nullable;

/**
 * Objects through Flink's file system of the scheme. An object appears when its stream is closed, whole; folders need
 * not be made and are never in the way.
 */
final class ObjectStore extends FileSystemProvider {

    static final ObjectStore PROVIDER = new ObjectStore();

    private ObjectStore() {}

    private static ObjectPath object(Path path) {
        return (ObjectPath) path.toAbsolutePath();
    }

    private static org.apache.flink.core.fs.FileSystem flink(ObjectPath path) throws IOException {
        return org.apache.flink.core.fs.FileSystem.get(path.toUri());
    }

    private static FileStatus status(Path path) throws IOException {
        ObjectPath object = object(path);
        try {
            return flink(object).getFileStatus(object.inFlink());
        } catch (FileNotFoundException e) {
            throw missing(path, e);
        }
    }

    private static NoSuchFileException missing(Path path, FileNotFoundException cause) {
        NoSuchFileException missing = new NoSuchFileException(path.toString());
        missing.initCause(cause);
        return missing;
    }

    @Override
    public String getScheme() {
        return Bucket.SCHEME;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        return getFileSystem(uri);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return new Bucket(uri.getHost());
    }

    @Override
    public Path getPath(URI uri) {
        return LakePath.of(uri.toString());
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        ObjectPath object = object(path);
        try {
            return flink(object).open(object.inFlink());
        } catch (FileNotFoundException e) {
            throw missing(path, e);
        }
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        List<OpenOption> asked = Arrays.asList(options);
        if (asked.contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException("nothing can be appended to an object: " + path);
        }
        if (asked.contains(StandardOpenOption.CREATE_NEW) && Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        ObjectPath object = object(path);
        return flink(object).create(object.inFlink(), WriteMode.OVERWRITE);
    }

    /** For reading; what is written is written by a stream. */
    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (!options.isEmpty() && !options.equals(Set.of(StandardOpenOption.READ))) {
            throw new UnsupportedOperationException("an object is written by a stream, not by a channel: " + path);
        }
        ObjectPath object = object(path);
        long bytes = status(path).getLen();
        return new ObjectChannel(flink(object).open(object.inFlink()), bytes);
    }

    /** What is below a prefix; of one that holds nothing, nothing. */
    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        ObjectPath object = object(directory);
        List<Path> below = new ArrayList<>();
        for (FileStatus each : list(object)) {
            Path path = object.resolve(each.getPath().getName());
            if (filter.accept(path)) {
                below.add(path);
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return below.iterator();
            }

            @Override
            public void close() {}
        };
    }

    private static FileStatus[] list(ObjectPath object) throws IOException {
        try {
            FileStatus[] below = flink(object).listStatus(object.inFlink());
            return below == null ? new FileStatus[0] : below;
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    /** Does nothing: a prefix is there once something is below it. */
    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) {}

    @Override
    public void delete(Path path) throws IOException {
        ObjectPath object = object(path);
        if (!flink(object).delete(object.inFlink(), false)) {
            throw new NoSuchFileException(path.toString());
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        if (!Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING) && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        try (InputStream in = newInputStream(source);
                OutputStream out = newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    /** @throws UnsupportedOperationException always: a rename would be a copy of every byte that can stop half-way */
    @Override
    public void move(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("an object is not renamed: " + source + " to " + target);
    }

    @Override
    public boolean isSameFile(Path one, Path other) {
        return one.normalize().equals(other.normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("a bucket has no size");
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        status(path);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException("an object has no " + type.getSimpleName());
        }
        return type.cast(new ObjectAttributes(status(path)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException("attributes of an object are not read by name");
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException("attributes of an object cannot be set");
    }
}
