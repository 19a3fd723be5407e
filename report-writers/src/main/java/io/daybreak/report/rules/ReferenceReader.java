package io.daybreak.report.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands between the braces of a reference, as the EBA writes it ({@code C 02.00, r0010, (s0001-0003)}) or as the Bank of England does
 * ({@code t: OF02.00.01.01, r: 0010; 0020, z: 0002}). A sheet chosen by a dimension is called {@code DIMENSION=MEMBER}.
 */
final class ReferenceReader {

    private static final Pattern PLAIN = Pattern.compile("([rcs])(\\d{3,4}|NNN)(?:-(\\d{3,4}))?");
    private static final Pattern DIMENSION = Pattern.compile("\\[([A-Za-z]+)=([A-Za-z_]+:[A-Za-z0-9]+)]");
    private static final Pattern NAMED = Pattern.compile("([trcz]): *(.+)");
    private static final Pattern FILTER =
            Pattern.compile("filter: *\\[eba_dim:([A-Z]+)] = \\[([A-Za-z_]+:[A-Za-z0-9]+)]");

    private String template = "";
    private String row = "";
    private String column = "";
    private String sheet = "";

    private ReferenceReader() {}

    /**
     * The cell.
     *
     * @throws IllegalArgumentException if a part is none of these
     */
    static Cell read(String text) {
        ReferenceReader reader = new ReferenceReader();
        for (String part : parts(text)) {
            reader.part(part.strip());
        }
        return new Cell(reader.template, reader.row, reader.column, reader.sheet);
    }

    /** Splits at commas; parentheses only hold parts together. */
    private static List<String> parts(String text) {
        return new ArrayList<>(List.of(text.replaceAll("[()]", "").split(",")));
    }

    private void part(String part) {
        Matcher plain = PLAIN.matcher(part);
        Matcher dimension = DIMENSION.matcher(part);
        Matcher named = NAMED.matcher(part);
        Matcher filter = FILTER.matcher(part);
        if (plain.matches()) {
            String first = plain.group(2).equals("NNN") ? Axis.ALL : plain.group(2);
            set(plain.group(1), plain.group(3) == null ? first : first + "-" + plain.group(3));
        } else if (dimension.matches()) {
            set("s", dimension.group(1) + "=" + dimension.group(2));
        } else if (filter.matches()) {
            set("s", filter.group(1) + "=" + filter.group(2));
        } else if (named.matches()) {
            set(named.group(1), named.group(2).replace(" ", ""));
        } else if (template.isEmpty() && part.matches("[A-Z]{1,3} ?[0-9][A-Za-z0-9.]*")) {
            template = part;
        } else {
            throw new IllegalArgumentException("'" + part + "' is no part of a reference");
        }
    }

    /** Sets a part; a second of the same kind makes it a list. */
    private void set(String kind, String value) {
        switch (kind) {
            case "t" -> template = value;
            case "r" -> row = row.isEmpty() ? value : row + ";" + value;
            case "c" -> column = column.isEmpty() ? value : column + ";" + value;
            default -> sheet = sheet.isEmpty() ? value : sheet + ";" + value;
        }
    }
}
