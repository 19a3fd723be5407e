package io.daybreak.report.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a rendered report.
 *
 * @param path where it is
 * @param bytes its size
 * @param sha256 the digest of its content, 64 hexadecimal digits: what an approval is bound to
 */
public record RenderedFile(Path path, long bytes, String sha256) {

    private static final int BUFFER = 1 << 16;

    /** Measures a finished file. */
    public static RenderedFile of(Path path) throws IOException {
        return new RenderedFile(path, Files.size(path), sha256(path));
    }

    /** The SHA-256 of a file's content. */
    public static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
