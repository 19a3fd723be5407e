package io.daybreak.jobs.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code .sql} file: a header of comment lines {@code -- Key: value}, then one SELECT.
 *
 * <p>Keys: {@code Purpose} (needed), exactly one of {@code Inserts} (a published table), {@code View} (a name later
 * files may use) or {@code Totals} (the stage's control totals), any number of {@code Parameter} lines of the form
 * {@code name TYPE = literal -- why}, and free keys such as {@code Scenario}, {@code Rule}, {@code Inputs}, {@code
 * Grain}. A view with the key {@code Shared} is computed once for all its readers. In the body {@code :name} stands for a parameter.
 *
 * @param path where it was read from, for messages
 * @param header the keys and values, parameters excepted
 * @param parameters the declared parameters by name
 * @param body the SELECT, parameters unbound
 */
public record SqlFile(String path, Map<String, String> header, Map<String, Parameter> parameters, String body) {

    private static final Pattern HEADER = Pattern.compile("^--\\s*([A-Z][A-Za-z]+):\\s*(.*)$");
    private static final Pattern PARAMETER = Pattern.compile(
            "^([a-z][a-z0-9_]*)\\s+([A-Z]+(?:\\(\\d+(?:,\\s*\\d+)?\\))?)\\s*=\\s*(.+?)(?:\\s+--\\s*(.*))?$");
    /** A quoted text, a cast's double colon, or a parameter: the first two are left alone. */
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|::|:([a-z][a-z0-9_]*)");

    /** What the SELECT fills. */
    public enum Role {
        INSERTS,
        VIEW,
        TOTALS
    }

    /** A declared parameter: its SQL type, its default as a SQL literal, and why that value. */
    public record Parameter(String type, String literal, String why) {}

    public SqlFile {
        header = Map.copyOf(header);
        parameters = Map.copyOf(parameters);
        long roles = List.of("Inserts", "View", "Totals").stream()
                .filter(header::containsKey)
                .count();
        if (roles != 1) {
            throw new IllegalArgumentException(path + ": needs exactly one of Inserts, View, Totals in its header");
        }
        if (!header.containsKey("Purpose")) {
            throw new IllegalArgumentException(path + ": has no '-- Purpose:' line");
        }
        if (body.contains(";")) {
            throw new IllegalArgumentException(path + ": holds one SELECT and no semicolon");
        }
    }

    /**
     * Reads a file's text.
     *
     * @throws IllegalArgumentException if header or body is not as described above
     */
    public static SqlFile parse(String path, String text) {
        Map<String, String> header = new LinkedHashMap<>();
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        List<String> body = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = HEADER.matcher(line);
            if (body.isEmpty() && matcher.matches()) {
                if (matcher.group(1).equals("Parameter")) {
                    parameter(path, matcher.group(2), parameters);
                } else {
                    header.merge(matcher.group(1), matcher.group(2).strip(), (a, b) -> a + " " + b);
                }
            } else if (!line.isBlank() && !(body.isEmpty() && line.startsWith("--"))) {
                body.add(line);
            }
        }
        return new SqlFile(path, header, parameters, String.join("\n", body));
    }

    private static void parameter(String path, String line, Map<String, Parameter> parameters) {
        Matcher matcher = PARAMETER.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    path + ": parameter line '" + line + "' is not 'name TYPE = literal -- why'");
        }
        String why = matcher.group(4) == null ? "" : matcher.group(4);
        parameters.put(
                matcher.group(1),
                new Parameter(matcher.group(2), matcher.group(3).strip(), why));
    }

    public Role role() {
        return header.containsKey("Inserts") ? Role.INSERTS : header.containsKey("View") ? Role.VIEW : Role.TOTALS;
    }

    /** Whether this file inserts into a table. */
    public boolean fills(String table) {
        return role() == Role.INSERTS && target().equals(table);
    }

    /** The table, view or totals' name. */
    public String target() {
        return switch (role()) {
            case INSERTS -> header.getOrDefault("Inserts", "");
            case VIEW -> header.getOrDefault("View", "");
            case TOTALS -> header.getOrDefault("Totals", "");
        };
    }

    /**
     * The SELECT with every parameter bound to its default as a literal of its type, so that the planner can fold and
     * push it down.
     *
     * @throws IllegalArgumentException if the body uses a parameter the header does not declare
     */
    public String bound() {
        Matcher matcher = TOKEN.matcher(body);
        StringBuilder bound = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String text = matcher.group();
            if (name != null) {
                Parameter parameter = parameters.get(name);
                if (parameter == null) {
                    throw new IllegalArgumentException(
                            path + ": uses :" + name + " but declares " + parameters.keySet());
                }
                text = "CAST(" + parameter.literal() + " AS " + parameter.type() + ")";
            }
            matcher.appendReplacement(bound, Matcher.quoteReplacement(text));
        }
        matcher.appendTail(bound);
        return bound.toString();
    }
}
