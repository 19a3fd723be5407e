package io.daybreak.emr.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A CloudFormation template read from YAML: short intrinsics become their long form, everything else maps and lists. */
final class Template {
    private final Map<String, Object> root;
    private final boolean hasAliases;

    private Template(Map<String, Object> root, boolean hasAliases) {
        this.root = root;
        this.hasAliases = hasAliases;
    }

    @SuppressWarnings("unchecked")
    static Template parse(String yaml) {
        boolean aliases = false;
        for (Event event : new Yaml().parse(new StringReader(yaml))) {
            aliases |= event instanceof AliasEvent;
        }
        return new Template((Map<String, Object>) value(new Yaml().compose(new StringReader(yaml))), aliases);
    }

    boolean hasAliases() {
        return hasAliases;
    }

    Map<String, Object> section(String name) {
        return map(root.get(name));
    }

    /** A top-level scalar. */
    @Nullable Object scalar(String name) {
        return root.get(name);
    }

    Map<String, Object> resources() {
        return section("Resources");
    }

    /** Properties of a resource. */
    Map<String, Object> properties(String resource) {
        return map(map(resources().get(resource)).get("Properties"));
    }

    /** Names of resources of a type. */
    TreeSet<String> ofType(String type) {
        TreeSet<String> names = new TreeSet<>();
        resources().forEach((name, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                names.add(name);
            }
        });
        return names;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** A list as it is, anything else as a list of one. */
    static List<Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of(value);
    }

    private static Object value(Node node) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            String name = tag.substring(1);
            String key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
            Object argument = plain(node);
            if (name.equals("GetAtt") && argument instanceof String text) {
                argument = new ArrayList<>(List.of(text.split("\\.", 2)));
            }
            return new LinkedHashMap<>(Map.of(key, argument));
        }
        return plain(node);
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (map.put(key, value(tuple.getValueNode())) != null) {
                    throw new IllegalArgumentException(
                            "key " + key + " twice at " + tuple.getKeyNode().getStartMark());
                }
            }
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(each -> list.add(value(each)));
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.getTag().equals(Tag.INT)) {
            return Integer.parseInt(scalar.getValue());
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        return scalar.getValue();
    }
}
