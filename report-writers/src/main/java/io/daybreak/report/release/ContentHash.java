package io.daybreak.report.release;

import io.daybreak.report.output.RenderedFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One hash over all files of a report: SHA-256 of the lines {@code sha256 name}, in the order of the files.
 *
 * @param hex 64 hexadecimal digits
 */
public record ContentHash(String hex) {
    public ContentHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + hex + "' is not 64 hexadecimal digits");
        }
    }

    /** The hash of a report's files. */
    public static ContentHash of(List<RenderedFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RenderedFile file : files) {
                String line = file.sha256() + " " + file.path().getFileName() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return new ContentHash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
