package io.daybreak.report.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.report.check.CharacterSet;
import io.daybreak.report.check.IdentifierCheck;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Named field types of a format: those of its family, overlaid with its own.
 *
 * <p>A type is an expression ({@code text(1,35)}, {@code exact(4)}, {@code code(A|B)}, {@code int(10)}, {@code decimal(18,5)}, {@code implied(2,10)},
 * {@code date(yyyyMMdd)}, {@code timestamp(...)}, {@code flag(Y,N)}), the name of another type, or a map with {@code is} (one of these) and
 * facets over it ({@code pattern}, {@code check}, {@code codes}, {@code characters}, {@code least}, {@code most}, {@code scale}, {@code last}, {@code comma}).
 */
public final class TypeLibrary {

    private static final Pattern EXPRESSION = Pattern.compile("([a-z]+)(?:\\((.*)\\))?");
    private static final Set<String> FACETS = Set.of(
            "is",
            "pattern",
            "check",
            "codes",
            "characters",
            "without",
            "least",
            "most",
            "scale",
            "comma",
            "last",
            "about");

    private final Map<String, JsonNode> declared;
    private final CharacterSet characters;

    private TypeLibrary(Map<String, JsonNode> declared, CharacterSet characters) {
        this.declared = declared;
        this.characters = characters;
    }

    /** An empty library whose text is of a character set. */
    public static TypeLibrary of(CharacterSet characters) {
        return new TypeLibrary(Map.of(), characters);
    }

    /** This library overlaid with more declarations. */
    public TypeLibrary with(JsonNode declarations) {
        Map<String, JsonNode> all = new LinkedHashMap<>(declared);
        declarations.fields().forEachRemaining(entry -> all.put(entry.getKey(), entry.getValue()));
        return new TypeLibrary(all, characters);
    }

    /**
     * The type an expression or name stands for.
     *
     * @throws SpecException if there is no such type or its facets do not read
     */
    public FieldType resolve(String expression) {
        return resolve(expression, 0);
    }

    private FieldType resolve(String expression, int depth) {
        if (depth > 8) {
            throw new SpecException("type '" + expression + "' is declared by way of itself");
        }
        JsonNode node = declared.get(expression);
        if (node == null) {
            return builtIn(expression);
        }
        FieldType base = node.isTextual()
                ? resolve(node.asText(), depth + 1)
                : overlay(expression, node, resolve(node.path("is").asText("text"), depth + 1));
        return new FieldType(expression, base.kind(), base.facets());
    }

    private static FieldType overlay(String name, JsonNode node, FieldType base) {
        node.fieldNames().forEachRemaining(facet -> {
            if (!FACETS.contains(facet)) {
                throw new SpecException("type '" + name + "': no facet '" + facet + "', there are " + FACETS);
            }
        });
        Facets facets = base.facets();
        if (node.has("pattern")) {
            facets = facets.withPattern(node.get("pattern").asText());
        }
        if (node.has("check")) {
            facets = facets.withCheck(
                    IdentifierCheck.valueOf(node.get("check").asText().toUpperCase(Locale.ROOT)));
        }
        if (node.has("codes")) {
            Set<String> codes = new LinkedHashSet<>();
            if (node.get("codes").isTextual()) {
                codes.addAll(Set.of(node.get("codes").asText().trim().split("\\s+")));
            } else {
                node.get("codes").forEach(code -> codes.add(code.asText()));
            }
            facets = facets.withCodes(codes);
        }
        if (node.has("characters") || node.has("without")) {
            CharacterSet set = node.has("characters")
                    ? CharacterSet.valueOf(node.get("characters").asText().toUpperCase(Locale.ROOT))
                    : facets.characters();
            facets = facets.withCharacters(set, node.path("without").asText(facets.forbidden()));
        }
        if (node.has("least") || node.has("most")) {
            facets = facets.withRange(number(node, "least"), number(node, "most"));
        }
        if (node.has("scale")) {
            facets = facets.withDigits(
                    facets.digits(), facets.fraction(), node.get("scale").asInt());
        }
        if (node.has("last")) {
            facets = facets.withLastDigits(node.get("last").asInt());
        }
        if (node.path("comma").asBoolean()) {
            facets = facets.withDecimalComma();
        }
        return base.with(facets);
    }

    private static Optional<BigDecimal> number(JsonNode node, String facet) {
        return node.has(facet) ? Optional.of(new BigDecimal(node.get(facet).asText())) : Optional.empty();
    }

    private FieldType builtIn(String expression) {
        Matcher matcher = EXPRESSION.matcher(expression);
        if (!matcher.matches()) {
            throw new SpecException("no type '" + expression + "' is declared");
        }
        String arguments = matcher.group(2) == null ? "" : matcher.group(2);
        Facets none = Facets.NONE.withCharacters(characters, "");
        return switch (matcher.group(1)) {
            case "text" -> text(expression, none, arguments);
            case "exact" -> {
                int length = Integer.parseInt(arguments);
                yield new FieldType(expression, FieldType.Kind.TEXT, none.withLength(length, length));
            }
            case "code" ->
                new FieldType(
                        expression,
                        FieldType.Kind.TEXT,
                        none.withCodes(new LinkedHashSet<>(java.util.List.of(arguments.split("\\|")))));
            case "int" ->
                new FieldType(
                        expression,
                        FieldType.Kind.INTEGER,
                        arguments.isEmpty() ? none : none.withDigits(Integer.parseInt(arguments), 0, -1));
            case "decimal" -> new FieldType(expression, FieldType.Kind.DECIMAL, digits(none, arguments, true));
            case "implied" -> new FieldType(expression, FieldType.Kind.IMPLIED, digits(none, arguments, false));
            case "date" -> new FieldType(expression, FieldType.Kind.DATE, format(none, arguments));
            case "timestamp" -> new FieldType(expression, FieldType.Kind.TIMESTAMP, format(none, arguments));
            case "flag" -> flag(expression, none, arguments);
            default -> throw new SpecException("no type '" + expression + "' is declared");
        };
    }

    private static FieldType text(String expression, Facets none, String arguments) {
        if (arguments.isEmpty()) {
            return new FieldType(expression, FieldType.Kind.TEXT, none);
        }
        String[] range = arguments.split(",");
        int max = Integer.parseInt(range[range.length - 1]);
        return new FieldType(
                expression,
                FieldType.Kind.TEXT,
                none.withLength(range.length == 2 ? Integer.parseInt(range[0]) : 0, max));
    }

    private static Facets digits(Facets none, String arguments, boolean totalFirst) {
        if (arguments.isEmpty()) {
            return none;
        }
        String[] parts = arguments.split(",");
        int first = Integer.parseInt(parts[0]);
        int second = parts.length > 1 ? Integer.parseInt(parts[1]) : totalFirst ? 0 : Integer.MAX_VALUE;
        return totalFirst ? none.withDigits(first, second, -1) : none.withDigits(second, first, -1);
    }

    private static Facets format(Facets none, String arguments) {
        return arguments.isEmpty() ? none : none.withFormat(arguments);
    }

    private static FieldType flag(String expression, Facets none, String arguments) {
        if (arguments.isEmpty()) {
            return new FieldType(expression, FieldType.Kind.FLAG, none);
        }
        String[] words = arguments.split(",", -1);
        return new FieldType(expression, FieldType.Kind.FLAG, none.withWords(words[0], words[1]));
    }
}
