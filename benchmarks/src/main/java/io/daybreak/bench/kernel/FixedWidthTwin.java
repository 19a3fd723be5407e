package io.daybreak.bench.kernel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records of spaces into which each text, told by the two spaces around it, is put at its place: a byte buffer and no more. */
final class FixedWidthTwin implements RawTwin {

    private static final Pattern FIELD = Pattern.compile("\\S+( \\S+)*");

    private final List<Piece[]> records = new ArrayList<>();
    private final int width;

    private record Piece(int from, String text) {}

    FixedWidthTwin(Path file) throws IOException {
        Map<Piece, Piece> known = new HashMap<>();
        int longest = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            longest = Math.max(longest, line.length());
            List<Piece> pieces = new ArrayList<>();
            Matcher field = FIELD.matcher(line);
            while (field.find()) {
                pieces.add(known.computeIfAbsent(new Piece(field.start(), field.group()), key -> key));
            }
            records.add(pieces.toArray(Piece[]::new));
        }
        this.width = longest;
    }

    @Override
    public void write(Path file) throws IOException {
        byte[] record = new byte[width + 2];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (Piece[] pieces : records) {
                Arrays.fill(record, (byte) ' ');
                for (Piece piece : pieces) {
                    byte[] text = piece.text().getBytes(StandardCharsets.ISO_8859_1);
                    System.arraycopy(text, 0, record, piece.from(), text.length);
                }
                record[width] = '\r';
                record[width + 1] = '\n';
                out.write(record);
            }
        }
    }
}
