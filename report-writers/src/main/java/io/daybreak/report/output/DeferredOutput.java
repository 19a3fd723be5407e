package io.daybreak.report.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A file in which some places are filled in last: the way counts-first heads are written while the body streams by.
 *
 * <p>Without such places, or where their width is fixed, the bytes go straight to the file. With others the file is copied once, segment by
 * segment, at the end. Places are held in memory, so they belong in heads and trailers, not in records.
 */
public final class DeferredOutput extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final List<Hole> holes = new ArrayList<>();
    private int buffered;
    private long drained;

    private final List<Hole> patches = new ArrayList<>();

    private record Hole(long position, Supplier<byte[]> content) {}

    /** Opens a new file. */
    public DeferredOutput(Path file) throws IOException {
        this.file = file;
        this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public void write(int b) throws IOException {
        if (buffered == BUFFER) {
            drain();
        }
        buffer[buffered++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > BUFFER - buffered) {
            drain();
            if (length > BUFFER) {
                out.write(bytes, offset, length);
                drained += length;
                return;
            }
        }
        System.arraycopy(bytes, offset, buffer, buffered, length);
        buffered += length;
    }

    private void drain() throws IOException {
        out.write(buffer, 0, buffered);
        drained += buffered;
        buffered = 0;
    }

    /** Bytes written so far, places not counted. */
    public long position() {
        return drained + buffered;
    }

    /** Leaves a place here, filled when the file is closed. Whoever writes through a buffer flushes it first. */
    public void hole(Supplier<byte[]> content) {
        holes.add(new Hole(position(), content));
    }

    /** Leaves a place of fixed width here, into which exactly as many bytes are put when the file is closed. */
    public void patch(int width, Supplier<byte[]> content) throws IOException {
        patches.add(new Hole(position(), content));
        write(new byte[width]);
    }

    @Override
    public void flush() {
        // Encoders flush before they leave a place; the position is what counts, not the disk.
    }

    @Override
    public void close() throws IOException {
        try (out) {
            drain();
        }
        patch();
        if (holes.isEmpty()) {
            return;
        }
        Path body = file.resolveSibling(file.getFileName() + ".body");
        Files.move(file, body);
        try (FileChannel from = FileChannel.open(body, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long copied = 0;
            for (Hole hole : holes) {
                copy(from, to, copied, hole.position());
                copied = hole.position();
                to.write(java.nio.ByteBuffer.wrap(hole.content().get()));
            }
            copy(from, to, copied, position());
        } finally {
            Files.delete(body);
        }
        holes.clear();
    }

    private void patch() throws IOException {
        if (patches.isEmpty()) {
            return;
        }
        if (!holes.isEmpty()) {
            throw new IllegalStateException("a file has places of fixed width or others, not both");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (Hole patch : patches) {
                channel.write(java.nio.ByteBuffer.wrap(patch.content().get()), patch.position());
            }
        }
        patches.clear();
    }

    private static void copy(FileChannel from, FileChannel to, long start, long end) throws IOException {
        long at = start;
        while (at < end) {
            at += from.transferTo(at, end - at, to);
        }
    }
}
