package io.daybreak.jobs.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One file of a source, looked at before it is read: an independent count of its records and a hash of its bytes.
 *
 * @param path as the feeds file gives it, resolved
 * @param bytes size
 * @param sha256 of its bytes
 * @param records lines that are not empty, or stretches of the record length; the header does not count
 * @param rowsPerRecord rows of the source a record stands for
 */
record SourceFile(String path, long bytes, String sha256, long records, int rowsPerRecord) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Rows the source must give or account for. */
    long rows() {
        return records * rowsPerRecord;
    }

    /**
     * Looks at a delimited or fixed-width file.
     *
     * @throws IllegalArgumentException if its header is not what the layout says
     * @throws IOException if it cannot be read
     */
    static SourceFile look(Path file, SourceLayout layout) throws IOException {
        List<String> header = header(file.toString(), layout);
        int rowsPerRecord = new RecordParser(layout, file.toString(), header).rowsPerRecord();
        long records = records(file, layout);
        boolean hasHeader = layout.format() == SourceLayout.Format.CSV && layout.header();
        return new SourceFile(
                file.toString(), Files.size(file), sha256(file), hasHeader ? records - 1 : records, rowsPerRecord);
    }

    /** The names in the first line; empty where the layout has no header. */
    static List<String> header(String file, SourceLayout layout) throws IOException {
        if (layout.format() != SourceLayout.Format.CSV || !layout.header()) {
            return List.of();
        }
        try (RawRecords records = RawRecords.open(file, layout)) {
            byte[] first = records.next();
            if (first == null) {
                throw new IllegalArgumentException("it is empty; the mapping says its first line is a header");
            }
            String line = new String(first, Charset.forName(layout.encoding()));
            return new CsvFields(layout.delimiter(), layout.quote())
                    .split(line.startsWith("\ufeff") ? line.substring(1) : line);
        }
    }

    /** Counted from the bytes, without looking at a field: what the parser's outcome is held against. */
    private static long records(Path file, SourceLayout layout) throws IOException {
        Charset charset = Charset.forName(layout.encoding());
        byte lineFeed = "\n".getBytes(charset)[0];
        byte carriageReturn = "\r".getBytes(charset)[0];
        long bytes = 0;
        long lines = 0;
        boolean content = false;
        int held = -1;
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, BUFFER_BYTES) : raw) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                for (int i = 0; i < n; i++) {
                    byte b = buffer[i];
                    if (b == lineFeed) {
                        lines += content ? 1 : 0;
                        content = false;
                        held = -1;
                    } else {
                        // a carriage return is content only if more of the line follows it
                        content |= b != carriageReturn || held == carriageReturn;
                        held = b;
                    }
                }
            }
        }
        if (layout.recordBytes() > 0) {
            return (bytes + layout.recordBytes() - 1) / layout.recordBytes();
        }
        return lines + (content ? 1 : 0);
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
