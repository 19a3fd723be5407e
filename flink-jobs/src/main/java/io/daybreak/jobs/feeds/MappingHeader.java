package io.daybreak.jobs.feeds;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.night.Nearest;
import io.daybreak.jobs.sql.SqlFile;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the header of a mapping: keys of the mapping, then a block of keys for each {@code -- Source: name}. A key given
 * twice in a block goes on where it stopped.
 */
final class MappingHeader {

    private static final Pattern LINE = Pattern.compile("^--\\s*([A-Z][A-Za-z]+):\\s*(.*)$");
    private static final Pattern EACH = Pattern.compile("([a-z][a-z0-9_]*) gives ([1-9]\\d*)");
    private static final Set<String> OF_MAPPING = Set.of("Purpose", "Feed", "Each", "Amount", "Parameter", "Note");
    private static final Set<String> OF_SOURCE = Set.of(
            "Source",
            "Format",
            "Delimiter",
            "Quote",
            "Header",
            "Encoding",
            "Columns",
            "Unpivot",
            "Ignore",
            "Null",
            "Where",
            "Record",
            "Decimal",
            "Pivot");
    private static final int DEFAULT_PIVOT = 1970;

    private final String name;
    private final Map<String, String> mapping = new LinkedHashMap<>();
    private final List<Map<String, String>> sources = new ArrayList<>();
    /** What the SQL file is made of: the mapping's own lines and the SELECT. */
    private final StringBuilder sql = new StringBuilder();

    MappingHeader(String name) {
        this.name = name;
    }

    FeedMapping parse(String text) {
        try {
            boolean inBody = false;
            for (String line : text.lines().toList()) {
                Matcher key = LINE.matcher(line);
                if (!inBody && key.matches()) {
                    take(key.group(1), key.group(2).strip(), line);
                } else {
                    inBody |= !line.isBlank() && !line.startsWith("--");
                    sql.append(line).append('\n');
                }
            }
            return mapping();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("mapping " + name + ": " + e.getMessage(), e);
        }
    }

    private void take(String key, String value, String line) {
        if (OF_SOURCE.contains(key)) {
            if (key.equals("Source")) {
                sources.add(new LinkedHashMap<>());
            } else if (sources.isEmpty()) {
                throw new IllegalArgumentException("'" + line + "' stands before the first '-- Source: name'");
            }
            sources.get(sources.size() - 1).merge(key, value, (a, b) -> a + " " + b);
        } else if (OF_MAPPING.contains(key)) {
            mapping.merge(key, value, (a, b) -> a + " " + b);
            sql.append(key.equals("Feed") ? "-- Inserts: " + value : line).append('\n');
        } else {
            List<String> known = new ArrayList<>(OF_MAPPING);
            known.addAll(OF_SOURCE);
            known.sort(String::compareTo);
            throw new IllegalArgumentException(
                    "there is no header key '" + key + "'; did you mean '" + Nearest.to(key, known) + "'?");
        }
    }

    private FeedMapping mapping() {
        if (!mapping.containsKey("Feed")) {
            throw new IllegalArgumentException("it has no '-- Feed: table' line");
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("it has no '-- Source: name' block");
        }
        TableSpec feed = FeedMapping.feed(mapping.getOrDefault("Feed", ""));
        List<SourceLayout> layouts = new ArrayList<>();
        for (Map<String, String> keys : sources) {
            SourceLayout layout = layout(keys);
            if (layouts.stream().anyMatch(other -> other.name().equals(layout.name()))) {
                throw new IllegalArgumentException("two sources are named " + layout.name());
            }
            layouts.add(layout);
        }
        String each = "";
        int gives = 0;
        if (mapping.containsKey("Each")) {
            Matcher matcher = EACH.matcher(mapping.getOrDefault("Each", ""));
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Each '" + mapping.get("Each") + "' is not 'source gives N'");
            }
            each = matcher.group(1);
            gives = Integer.parseInt(matcher.group(2));
        }
        String amount = mapping.getOrDefault("Amount", "");
        checkEach(each, amount, feed, layouts);
        return new FeedMapping(name, feed, layouts, each, gives, amount, SqlFile.parse(name, sql.toString()));
    }

    private static void checkEach(String each, String amount, TableSpec feed, List<SourceLayout> layouts) {
        if (!amount.isEmpty() && (each.isEmpty() || feed.amount().isEmpty())) {
            throw new IllegalArgumentException("Amount needs an Each line, and a feed that its trailer sums; "
                    + feed.name() + " has " + (feed.amount().isEmpty() ? "none" : feed.amount()));
        }
        if (each.isEmpty()) {
            return;
        }
        for (SourceLayout layout : layouts) {
            if (layout.name().equals(each)) {
                if (!amount.isEmpty()
                        && layout.produced().stream().noneMatch(c -> c.name().equals(amount))) {
                    throw new IllegalArgumentException("source " + each + " has no column " + amount);
                }
                return;
            }
        }
        throw new IllegalArgumentException("Each names source " + each + ", which is not declared");
    }

    private static SourceLayout layout(Map<String, String> keys) {
        String source = keys.getOrDefault("Source", "");
        return new SourceLayout(
                source,
                format(source, keys.getOrDefault("Format", "csv")),
                character("Delimiter", keys.getOrDefault("Delimiter", ",")),
                character("Quote", keys.getOrDefault("Quote", "\"")),
                yes(keys.getOrDefault("Header", "yes")),
                encoding(keys.getOrDefault("Encoding", "UTF-8")),
                SourceColumn.list(keys.getOrDefault("Columns", "")),
                SourceColumn.list(keys.getOrDefault("Unpivot", "")),
                names(keys.getOrDefault("Ignore", "")),
                names(keys.getOrDefault("Null", "")),
                keys.getOrDefault("Where", ""),
                number("Record", keys.getOrDefault("Record", "0")),
                character("Decimal", keys.getOrDefault("Decimal", ".")),
                number("Pivot", keys.getOrDefault("Pivot", Integer.toString(DEFAULT_PIVOT))));
    }

    private static SourceLayout.Format format(String source, String text) {
        try {
            return SourceLayout.Format.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "source " + source + ": Format '" + text + "' is neither csv nor fixed nor parquet", e);
        }
    }

    /** One character, or its name where it does not print. */
    private static char character(String key, String text) {
        return switch (text) {
            case "tab" -> '\t';
            case "space" -> ' ';
            case "none" -> 0;
            default -> {
                if (text.length() != 1) {
                    throw new IllegalArgumentException(
                            key + " '" + text + "' is not one character, 'tab', 'space' or 'none'");
                }
                yield text.charAt(0);
            }
        };
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("Header '" + text + "' is neither yes nor no");
        };
    }

    private static String encoding(String text) {
        try {
            Charset charset = Charset.forName(text);
            if ("\n".getBytes(charset).length != 1) {
                throw new IllegalArgumentException("Encoding " + text + " ends lines with more than one byte");
            }
            return charset.name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("there is no Encoding '" + text + "'", e);
        }
    }

    private static List<String> names(String list) {
        return SourceColumn.split(list).stream()
                .map(String::strip)
                .map(SourceColumn::unquoted)
                .toList();
    }

    private static int number(String key, String digits) {
        if (!digits.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(key + " '" + digits + "' is not a whole number");
        }
        return Integer.parseInt(digits);
    }
}
