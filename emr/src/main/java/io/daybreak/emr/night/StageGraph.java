package io.daybreak.emr.night;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The night's graph: stages in an order in which each comes after all it waits for.
 *
 * @param schema version of the file; 1 is understood
 * @param stages at least one; names unique, {@code after} resolvable, no cycle
 */
public record StageGraph(int schema, List<Stage> stages) {

    /**
     * Checks the graph and puts the stages into dependency order, keeping the declared order where it is free.
     *
     * @throws Refusal (configuration) naming the stage for a duplicate, an unknown predecessor or a cycle
     */
    public StageGraph {
        if (schema != 1) {
            throw Refusal.configuration("graph file has schema " + schema + "; this release reads schema 1");
        }
        if (stages == null || stages.isEmpty()) {
            throw Refusal.configuration("graph file declares no stages; write one with './daybreak stages --json'");
        }
        stages = List.copyOf(inOrder(stages));
    }

    /** The stage of a name; throws a refusal (configuration) when there is none. */
    public Stage stage(String name) {
        for (Stage stage : stages) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        throw Refusal.configuration("no stage '" + name + "' in the graph; it has " + names());
    }

    /** Names in dependency order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        stages.forEach(stage -> names.add(stage.name()));
        return Collections.unmodifiableList(names);
    }

    private static List<Stage> inOrder(List<Stage> declared) {
        Map<String, Stage> byName = new LinkedHashMap<>();
        for (Stage stage : declared) {
            if (byName.put(stage.name(), stage) != null) {
                throw Refusal.configuration("stage '" + stage.name() + "' is declared twice in the graph file");
            }
        }
        oneWriterPerTable(declared);
        List<Stage> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (Stage stage : declared) {
            visit(stage, byName, done, open, ordered);
        }
        return ordered;
    }

    private static void visit(
            Stage stage, Map<String, Stage> byName, Set<String> done, Set<String> open, List<Stage> ordered) {
        if (done.contains(stage.name())) {
            return;
        }
        if (!open.add(stage.name())) {
            throw Refusal.configuration("stage '" + stage.name() + "' waits for itself through " + open);
        }
        for (String name : stage.after()) {
            Stage before = byName.get(name);
            if (before == null) {
                throw Refusal.configuration(
                        "stage '" + stage.name() + "' comes after '" + name + "', which the graph does not declare");
            }
            visit(before, byName, done, open, ordered);
        }
        open.remove(stage.name());
        done.add(stage.name());
        ordered.add(stage);
    }

    private static void oneWriterPerTable(List<Stage> stages) {
        Map<String, String> writer = new HashMap<>();
        for (Stage stage : stages) {
            for (String table : stage.writes()) {
                String other = writer.put(table, stage.name());
                if (other != null && other.equals(stage.name())) {
                    throw Refusal.configuration("stage '" + other + "' lists table '" + table + "' twice");
                }
            }
        }
    }
}
