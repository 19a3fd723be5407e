package io.daybreak.jobs.feeds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One column of a source, as a mapping declares it: {@code name [AS sql_name] TYPE ['pattern'] [NOT NULL] [start-end]}.
 *
 * @param fileName its name in the file's header
 * @param name its name in the SELECT
 * @param type what it holds
 * @param required whether a record without a value is unparsed
 * @param start first byte in a fixed-width record, from 1; 0 in a delimited one
 * @param end last byte in a fixed-width record; 0 in a delimited one
 */
record SourceColumn(String fileName, String name, SourceType type, boolean required, int start, int end)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern GRAMMAR =
            Pattern.compile("(\"[^\"]+\"|\\w+)(?:\\s+AS\\s+(\\w+))?\\s+([A-Z]+)(?:\\((\\d+)(?:,\\s*(\\d+))?\\))?"
                    + "(?:\\s+'([^']*)')?(\\s+NOT NULL)?(?:\\s+(\\d+)-(\\d+))?");

    SourceColumn {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "column \"" + fileName + "\" needs a name for the SELECT: \"" + fileName + "\" AS name TYPE");
        }
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "column " + name + ": " + start + "-" + end + " is not a range of bytes");
        }
        type.check();
    }

    /**
     * Reads a list of columns.
     *
     * @throws IllegalArgumentException naming the one that does not follow the grammar
     */
    static List<SourceColumn> list(String declared) {
        List<SourceColumn> columns = new ArrayList<>();
        for (String one : split(declared)) {
            columns.add(parse(one.strip()));
        }
        return List.copyOf(columns);
    }

    private static SourceColumn parse(String declared) {
        Matcher matcher = GRAMMAR.matcher(declared);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "column '" + declared + "' is not: name [AS sql_name] TYPE ['pattern'] [NOT NULL] [start-end]");
        }
        String fileName = unquoted(matcher.group(1));
        SourceType.Kind kind;
        try {
            kind = SourceType.Kind.valueOf(matcher.group(3));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "column '" + declared + "': there is no type " + matcher.group(3) + "; types: "
                            + List.of(SourceType.Kind.values()),
                    e);
        }
        return new SourceColumn(
                fileName,
                matcher.group(2) == null ? fileName : matcher.group(2),
                new SourceType(
                        kind,
                        number(matcher.group(4)),
                        number(matcher.group(5)),
                        matcher.group(6) == null ? "" : matcher.group(6)),
                matcher.group(7) != null,
                number(matcher.group(8)),
                number(matcher.group(9)));
    }

    /** Splits at commas that stand neither in parentheses nor in quotes. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == ',' && depth == 0) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        if (!list.substring(from).isBlank()) {
            parts.add(list.substring(from));
        }
        return parts;
    }

    static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
