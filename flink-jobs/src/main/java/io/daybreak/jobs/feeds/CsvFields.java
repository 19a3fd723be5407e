package io.daybreak.jobs.feeds;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one line into fields. A field in quotes may hold the delimiter, and a quote written twice; it ends on its line
 * (a line that leaves a quote open is no record). Spaces belong to the field; where the delimiter is itself a space,
 * several count as one.
 */
final class CsvFields {

    private final char delimiter;
    private final char quote;

    CsvFields(char delimiter, char quote) {
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /**
     * The fields in order.
     *
     * @throws IllegalArgumentException if a quote is not closed, or something follows one that is
     */
    List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int i = skipSpaces(line, 0);
        while (true) {
            field.setLength(0);
            if (quote != 0 && i < line.length() && line.charAt(i) == quote) {
                i = quoted(line, i, field);
            } else {
                int end = line.indexOf(delimiter, i);
                end = end < 0 ? line.length() : end;
                field.append(line, i, end);
                i = end;
            }
            fields.add(field.toString());
            if (i >= line.length()) {
                return fields;
            }
            i = skipSpaces(line, i + 1);
            if (delimiter == ' ' && i >= line.length()) {
                return fields;
            }
        }
    }

    private int skipSpaces(String line, int from) {
        int i = from;
        while (delimiter == ' ' && i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** Reads a quoted field; returns where its delimiter, or the end, is. */
    private int quoted(String line, int start, StringBuilder field) {
        int i = start + 1;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c != quote) {
                field.append(c);
                i++;
            } else if (i + 1 < line.length() && line.charAt(i + 1) == quote) {
                field.append(quote);
                i += 2;
            } else {
                i++;
                if (i < line.length() && line.charAt(i) != delimiter) {
                    throw new IllegalArgumentException(
                            "'" + line.charAt(i) + "' follows the closing quote at character " + i);
                }
                return i;
            }
        }
        throw new IllegalArgumentException("the quote opened at character " + (start + 1) + " is not closed");
    }
}
