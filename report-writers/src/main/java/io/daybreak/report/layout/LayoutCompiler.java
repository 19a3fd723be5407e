package io.daybreak.report.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.report.input.ColumnType;
import io.daybreak.report.spec.FieldType;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles the layout of a specification.
 *
 * <p>A layout is a map of names in order. A name ending in {@code ?} is optional; {@code @name} is an attribute, {@code $} the container's text,
 * {@code #note} after a name tells two parts of one name apart. A map is a container, with the directives {@code $each} (group), with {@code $least} and {@code $most} records, {@code $when}
 * (condition), {@code $name} (a column that decides the name), {@code $choice} (exactly one of); a text is a leaf: a source and a type. Sources: {@code column}, {@code header.column} or
 * {@code group.column} of an enclosing group, {@code column|'fallback'}, {@code 'literal'}, {@code @seq}, {@code @index(group)}, {@code @part},
 * {@code @count(group)}, {@code @sum(group.column)}, either with {@code where column = A|B}, and what the engine counts, such as {@code @lines}.
 * A count inside a group counts within the current record of that group.
 */
public final class LayoutCompiler {

    private static final Pattern NAME = Pattern.compile("([^?#]+)(#[^?]*)?(\\?)?");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'(?:\\s+(.+))?");
    private static final Pattern FUNCTION = Pattern.compile("@([a-z]+)(?:\\(([^)]*)\\))?(?:\\s+(.+))?");
    private static final Pattern COLUMN = Pattern.compile("([a-z][a-z0-9_.]*)(?:\\|'([^']*)')?(?:\\s+(.+))?");
    private static final Pattern CONDITION = Pattern.compile("(!)?([a-z][a-z0-9_.]*)(?:\\s*(!?=)\\s*(\\S+))?");
    private static final Pattern NAME_PART = Pattern.compile("\\{([^}]*)}");

    private final FormatSpec spec;
    private final Dialect dialect;
    private final InputModelBuilder input;
    private final List<Aggregate> aggregates = new ArrayList<>();
    private int nodes;

    private LayoutCompiler(FormatSpec spec, Dialect dialect) {
        this.spec = spec;
        this.dialect = dialect;
        this.input = new InputModelBuilder(spec.groups());
    }

    /**
     * Compiles a specification's own layout.
     *
     * @throws SpecException naming the place in the layout that does not read
     */
    public static Layout compile(FormatSpec spec, Dialect dialect) {
        return compile(spec, spec.layout(), dialect);
    }

    /** Compiles a layout an engine has derived from a specification. */
    public static Layout compile(FormatSpec spec, JsonNode layout, Dialect dialect) {
        return new LayoutCompiler(spec, dialect).compile(layout);
    }

    private Layout compile(JsonNode layout) {
        List<Node> roots = children(layout, new Place("", ColumnRef.HEADER, true));
        Map<String, Formula> totals = new LinkedHashMap<>();
        spec.totals().forEach((name, text) -> totals.put(name, formula(text, Aggregate.REPORT)));
        List<Layout.Control> controls =
                spec.controls().stream().map(this::control).toList();
        List<Layout.NamePart> name = nameParts(spec.naming());
        int split =
                spec.limits().group().isEmpty() ? -1 : input.group(spec.limits().group());
        if (split >= 0 && input.parent(split) != ColumnRef.HEADER) {
            throw new SpecException("limits: group '" + spec.limits().group()
                    + "' hangs from another; only an outermost group is split");
        }
        List<Boolean> unique = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            unique.add(input.unique(i));
        }
        Map<Integer, Lifecycle> lifecycles = lifecycles();
        return new Layout(
                input.build(),
                roots,
                nodes,
                Layout.steps(roots),
                List.copyOf(aggregates),
                totals,
                controls,
                name,
                split,
                spec.limits().records(),
                unique,
                lifecycles);
    }

    private Map<Integer, Lifecycle> lifecycles() {
        Map<Integer, Lifecycle> lifecycles = new HashMap<>();
        for (FormatSpec.GroupSpec group : spec.groups()) {
            group.lifecycle().ifPresent(lifecycle -> {
                int position = input.group(group.name());
                lifecycles.put(
                        position,
                        new Lifecycle(
                                input.use(position, lifecycle.of(), ColumnType.STRING, false),
                                input.use(position, lifecycle.step(), ColumnType.STRING, false),
                                lifecycle));
            });
        }
        return Map.copyOf(lifecycles);
    }

    /** Where in the layout: path for messages, innermost group, whether all above is always written. */
    private record Place(String path, int group, boolean certain) {
        Place below(String name, boolean stillCertain) {
            return new Place(path.isEmpty() ? name : path + "/" + name, group, certain && stillCertain);
        }

        Place in(int other) {
            return new Place(path, other, true);
        }
    }

    private List<Node> children(JsonNode map, Place place) {
        List<Node> nodes = new ArrayList<>();
        map.fields().forEachRemaining(entry -> {
            String key = entry.getKey();
            if (key.startsWith("$choice")) {
                nodes.add(new Node.Choice(
                        key.endsWith("?"), children(entry.getValue(), new Place(place.path(), place.group(), false))));
            } else if (key.equals("$") || !key.startsWith("$")) {
                nodes.add(node(key, entry.getValue(), place));
            }
        });
        return List.copyOf(nodes);
    }

    private Node node(String key, JsonNode value, Place place) {
        Matcher matcher = NAME.matcher(key);
        if (!matcher.matches()) {
            throw new SpecException(place.path() + ": '" + key + "' is no name");
        }
        String name = matcher.group(1);
        boolean optional = matcher.group(3) != null;
        if (value.isTextual()) {
            return leaf(name, optional, value.asText(), new HashMap<>(), place.below(name, !optional));
        }
        if (value.has("value")) {
            return leaf(name, optional, value.get("value").asText(), options(value), place.below(name, !optional));
        }
        return container(name, optional, value, place);
    }

    private Node container(String name, boolean optional, JsonNode value, Place place) {
        Place here = place.below(name, !optional);
        try {
            int group = Node.Container.ONCE;
            if (value.has("$each")) {
                group = input.group(value.get("$each").asText());
                if (input.parent(group) != place.group()) {
                    throw new SpecException("group '" + value.get("$each").asText() + "' does not hang from '"
                            + input.name(place.group()) + "'");
                }
                here = here.in(group);
            }
            Condition when = null;
            if (value.has("$when")) {
                when = condition(value.get("$when").asText(), here.group());
                here = new Place(here.path(), here.group(), false);
            }
            return new Node.Container(
                    name,
                    optional,
                    group,
                    value.path("$least").asLong(optional ? 0 : 1),
                    value.path("$most").asLong(Long.MAX_VALUE),
                    when,
                    value.has("$name") ? renaming(value.get("$name").asText(), here) : null,
                    Map.copyOf(options(value)),
                    children(value, here),
                    nodes++);
        } catch (SpecException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("at ")
                    ? e
                    : new SpecException("at " + here.path() + ": " + e.getMessage(), e);
        }
    }

    /** Reads {@code column A=First|B=Second}. */
    private Node.Renaming renaming(String text, Place place) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new SpecException("'" + text + "' is not of the form 'column VALUE=Name|VALUE=Name'");
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (String pair : text.substring(space + 1).trim().split("\\|")) {
            int equals = pair.indexOf('=');
            names.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        ColumnRef column = column(text.substring(0, space), place.group(), ColumnType.STRING, place.certain());
        return new Node.Renaming(column, names);
    }

    private static Map<String, String> options(JsonNode value) {
        Map<String, String> options = new HashMap<>();
        value.fields().forEachRemaining(entry -> {
            String key = entry.getKey();
            if (key.startsWith("$")
                    && !key.equals("$")
                    && !key.equals("$each")
                    && !key.equals("$when")
                    && !key.equals("$name")
                    && !key.equals("$least")
                    && !key.equals("$most")
                    && !key.startsWith("$choice")) {
                options.put(key.substring(1), entry.getValue().asText());
            }
        });
        return options;
    }

    private Node.Leaf leaf(String name, boolean optional, String text, Map<String, String> options, Place place) {
        Node.Role role =
                name.equals("$") ? Node.Role.TEXT : name.startsWith("@") ? Node.Role.ATTRIBUTE : Node.Role.ELEMENT;
        String plain = role == Node.Role.ATTRIBUTE ? name.substring(1) : name;
        Source source = source(text);
        FieldType type = dialect.adapt(plain, spec.types().resolve(source.type()), options);
        Binding binding = binding(source, type, place, !optional);
        return new Node.Leaf(plain, role, binding, type, optional, Map.copyOf(options), place.path(), nodes++);
    }

    /** A leaf's text taken apart: one of the three patterns, and the type after it. */
    private record Source(Matcher matcher, String kind, String type) {}

    private static Source source(String text) {
        Matcher literal = LITERAL.matcher(text);
        if (literal.matches()) {
            return new Source(literal, "literal", type(literal.group(2), "text"));
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            boolean sum = function.group(1).equals("sum");
            return new Source(function, "function", type(function.group(3), sum ? "decimal" : "int"));
        }
        Matcher column = COLUMN.matcher(text);
        if (column.matches()) {
            return new Source(column, "column", type(column.group(3), "text"));
        }
        throw new SpecException("'" + text + "' is no source of a value");
    }

    private static String type(@org.jspecify.annotations.Nullable String declared, String otherwise) {
        return declared == null ? otherwise : declared.trim();
    }

    private Binding binding(Source source, FieldType type, Place place, boolean required) {
        Matcher matcher = source.matcher();
        if (source.kind().equals("literal")) {
            return new Binding.Literal(matcher.group(1));
        }
        if (source.kind().equals("column")) {
            String fallback = matcher.group(2);
            boolean certain = required && place.certain() && fallback == null;
            return new Binding.Cell(
                    column(matcher.group(1), place.group(), type.columnType(), certain), Optional.ofNullable(fallback));
        }
        String argument = matcher.group(2);
        return switch (matcher.group(1)) {
            case "seq" -> new Binding.Sequence();
            case "part" -> new Binding.Part();
            case "index" -> new Binding.Index(argument == null ? place.group() : input.group(argument));
            case "count", "sum" ->
                new Binding.Total(formula(
                        matcher.group(1) + "(" + argument + ")", place.group() < 0 ? Aggregate.FILE : place.group()));
            case "total" ->
                new Binding.Total(formula(named(argument), place.group() < 0 ? Aggregate.FILE : place.group()));
            default -> new Binding.EngineCount(matcher.group(1));
        };
    }

    private ColumnRef column(
            String name, int group, @org.jspecify.annotations.Nullable ColumnType type, boolean required) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return input.use(group, name, type, required);
        }
        String owner = name.substring(0, dot);
        int other = owner.equals("header") ? ColumnRef.HEADER : input.group(owner);
        int scope = group;
        while (scope != ColumnRef.HEADER && scope != other) {
            scope = input.parent(scope);
        }
        if (scope != other) {
            throw new SpecException("'" + name + "' is not of an enclosing group");
        }
        return input.use(other, name.substring(dot + 1), type, required && other == group);
    }

    private Condition condition(String text, int group) {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw new SpecException("'" + text + "' is no condition");
        }
        boolean negated = matcher.group(1) != null || "!=".equals(matcher.group(3));
        java.util.Set<String> values = matcher.group(4) == null
                ? java.util.Set.of()
                : java.util.Set.of(matcher.group(4).split("\\|"));
        return new Condition(column(matcher.group(2), group, null, false), negated, values);
    }

    private static final Pattern AGGREGATE =
            Pattern.compile("(count|sum)\\(([a-z][a-z0-9_]*)(?:\\.([a-z][a-z0-9_]*))?(?:\\s+where\\s+([^)]*))?\\)");

    private String named(@org.jspecify.annotations.Nullable String total) {
        String text = total == null ? null : spec.totals().get(total);
        if (text == null) {
            throw new SpecException("no total '" + total + "' is declared");
        }
        return text;
    }

    private static final Pattern TERM = Pattern.compile("(?:(\\d+)\\s*\\*\\s*)?(.+)");

    private Formula formula(String text, int scope) {
        List<Formula.Term> terms = new ArrayList<>();
        for (String part : text.split("\\s\\+\\s")) {
            Matcher term = TERM.matcher(part.trim());
            if (!term.matches()) {
                throw new SpecException("'" + part + "' is no term of a formula");
            }
            if (part.trim().matches("\\d+")) {
                terms.add(new Formula.Term(Long.parseLong(part.trim()), Formula.CONSTANT));
                continue;
            }
            long weight = term.group(1) == null ? 1 : Long.parseLong(term.group(1));
            terms.add(new Formula.Term(weight, aggregate(term.group(2), scope)));
        }
        return new Formula(terms, text);
    }

    private int aggregate(String text, int scope) {
        Matcher matcher = AGGREGATE.matcher(text.trim());
        if (!matcher.matches() || matcher.group(1).equals("sum") == (matcher.group(3) == null)) {
            throw new SpecException("'" + text + "' is neither count(group) nor sum(group.column)");
        }
        int group = input.group(matcher.group(2));
        ColumnRef column = matcher.group(3) == null ? null : input.useInSum(group, matcher.group(3));
        Condition condition = matcher.group(4) == null ? null : condition(matcher.group(4), group);
        aggregates.add(new Aggregate(group, column, condition, scope, text));
        return aggregates.size() - 1;
    }

    private Layout.Control control(String text) {
        int equals = text.lastIndexOf("= header.");
        if (equals < 0) {
            throw new SpecException("control '" + text + "' is not of the form sum(group.column) = header.column");
        }
        ColumnRef column = input.use(
                ColumnRef.HEADER, text.substring(equals + "= header.".length()).trim(), ColumnType.DECIMAL, false);
        return new Layout.Control(formula(text.substring(0, equals), Aggregate.REPORT), column, text);
    }

    private List<Layout.NamePart> nameParts(String naming) {
        List<Layout.NamePart> parts = new ArrayList<>();
        Matcher matcher = NAME_PART.matcher(naming);
        int end = 0;
        while (matcher.find()) {
            parts.add(new Layout.NamePart(naming.substring(end, matcher.start()), null));
            parts.add(new Layout.NamePart(
                    "",
                    leaf(
                            "name",
                            false,
                            matcher.group(1),
                            new HashMap<>(),
                            new Place("file name", ColumnRef.HEADER, true))));
            end = matcher.end();
        }
        parts.add(new Layout.NamePart(naming.substring(end), null));
        return parts;
    }
}
