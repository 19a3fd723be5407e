package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.TextDictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.StringData;

/** A published list of codes, each with a number where the list gives one; looked up without decoding text. */
final class CodeList {

    static final int ABSENT = TextDictionary.ABSENT;

    private final TextDictionary codes;
    private final int[] numbers;

    private CodeList(TextDictionary codes, int[] numbers) {
        this.codes = codes;
        this.numbers = numbers;
    }

    /** Reads {@code codes/<name>.csv}: {@code code[,number]} lines, comments after #. */
    static CodeList read(String name) {
        TextDictionary codes = new TextDictionary();
        List<Integer> numbers = new ArrayList<>();
        try (InputStream in = CodeList.class.getClassLoader().getResourceAsStream("codes/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalArgumentException("no code list " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split(",", 2);
                    byte[] code = parts[0].getBytes(StandardCharsets.UTF_8);
                    codes.add(code, 0, code.length);
                    numbers.add(parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CodeList(
                codes.indexed(), numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    boolean contains(StringData code) {
        return position(code) != ABSENT;
    }

    /** The code's number, or {@link #ABSENT}. */
    int number(StringData code) {
        int position = position(code);
        return position == ABSENT ? ABSENT : numbers[position];
    }

    /** The number of the code at a position. */
    int number(int position) {
        return numbers[position];
    }

    /** The code's place in the list, or {@link #ABSENT}. */
    int position(byte[] code, int start, int length) {
        return codes.find(code, start, length);
    }

    private int position(StringData code) {
        byte[] utf8 = code.toBytes();
        return codes.find(utf8, 0, utf8.length);
    }

    /** Number of codes. */
    int size() {
        return numbers.length;
    }

    /** The code at a position. */
    String code(int position) {
        return codes.text(position);
    }
}
