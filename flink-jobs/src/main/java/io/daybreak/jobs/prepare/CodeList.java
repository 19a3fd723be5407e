package io.daybreak.jobs.prepare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.data.StringData;

/** A published list of codes, each with a number where the list gives one; looked up without decoding text. */
final class CodeList {

    static final int ABSENT = -1;

    private final Map<StringData, Integer> codes;

    private CodeList(Map<StringData, Integer> codes) {
        this.codes = codes;
    }

    /** Reads {@code codes/<name>.csv}: {@code code[,number]} lines, comments after #. */
    static CodeList read(String name) {
        Map<StringData, Integer> codes = new HashMap<>();
        try (InputStream in = CodeList.class.getClassLoader().getResourceAsStream("codes/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalArgumentException("no code list " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split(",", 2);
                    codes.put(StringData.fromString(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CodeList(codes);
    }

    boolean contains(StringData code) {
        return codes.containsKey(code);
    }

    /** The code's number, or {@link #ABSENT}. */
    int number(StringData code) {
        return codes.getOrDefault(code, ABSENT);
    }
}
