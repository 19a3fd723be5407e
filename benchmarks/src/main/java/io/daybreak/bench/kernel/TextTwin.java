package io.daybreak.bench.kernel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/** Tags, texts and separators one after the other into a buffered stream; no library encodes these formats. */
final class TextTwin implements RawTwin {

    private final String[] pieces;

    TextTwin(Path file, char separator) throws IOException {
        Map<String, String> known = new HashMap<>();
        StringTokenizer tokens =
                new StringTokenizer(Files.readString(file, StandardCharsets.UTF_8), separator + "=\n", true);
        this.pieces = new String[tokens.countTokens()];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = known.computeIfAbsent(tokens.nextToken(), key -> key);
        }
    }

    @Override
    public void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (String piece : pieces) {
                out.write(piece.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
