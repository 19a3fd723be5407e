package io.daybreak.jobs.feeds;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file as bytes: lines, or stretches of a fixed length. A line ends with the encoding's line feed; a
 * carriage return before it belongs to the end. Empty lines are no records, but are counted as lines. A name that ends in
 * {@code .gz} is unzipped.
 */
final class RawRecords implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final int recordBytes;
    private final byte lineFeed;
    private final byte carriageReturn;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private long line;

    private RawRecords(InputStream in, SourceLayout layout) {
        this.in = in;
        this.recordBytes = layout.recordBytes();
        Charset charset = Charset.forName(layout.encoding());
        this.lineFeed = "\n".getBytes(charset)[0];
        this.carriageReturn = "\r".getBytes(charset)[0];
    }

    static RawRecords open(String file, SourceLayout layout) throws IOException {
        Path path = new Path(file);
        InputStream raw = path.getFileSystem().open(path);
        try {
            InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
            return new RawRecords(new BufferedInputStream(plain, BUFFER_BYTES), layout);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    static RawRecords of(InputStream in, SourceLayout layout) {
        return new RawRecords(in, layout);
    }

    /** Line, or number, of the record last read; from 1. */
    long line() {
        return line;
    }

    /** The next record, nothing at the end. */
    byte @Nullable [] next() throws IOException {
        if (recordBytes > 0) {
            byte[] record = in.readNBytes(recordBytes);
            line++;
            return record.length == 0 ? null : record;
        }
        byte[] record = nextLine();
        while (record != null && record.length == 0) {
            record = nextLine();
        }
        return record;
    }

    private byte @Nullable [] nextLine() throws IOException {
        int length = 0;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        line++;
        while (b >= 0 && (byte) b != lineFeed) {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            buffer[length++] = (byte) b;
            b = in.read();
        }
        if (length > 0 && buffer[length - 1] == carriageReturn) {
            length--;
        }
        return Arrays.copyOf(buffer, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
