package io.daybreak.jobs.night;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stages of a night and what each waits for. Checked whole before anything runs. */
public final class NightGraph {

    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final Map<String, String> writers = new HashMap<>();

    /**
     * Takes the stages in an order in which they can run.
     *
     * @throws IllegalArgumentException if a stage reads what no feed lands and no stage before it writes, or two stages
     *     write one table, or two have one name
     */
    public NightGraph(List<Stage> inOrder) {
        for (Stage stage : inOrder) {
            StageSpec spec = stage.spec();
            if (stages.put(spec.name(), stage) != null) {
                throw new IllegalArgumentException("two stages are named " + spec.name());
            }
            for (TableSpec table : spec.reads()) {
                if (!table.landed() && !writers.containsKey(table.name())) {
                    throw new IllegalArgumentException(
                            "stage " + spec.name() + " reads " + table.name() + ", which no stage before it writes");
                }
            }
            for (TableSpec table : spec.writes()) {
                String before = writers.put(table.name(), spec.name());
                if (table.landed() || before != null) {
                    throw new IllegalArgumentException("stage " + spec.name() + " writes " + table.name()
                            + ", which is " + (table.landed() ? "landed" : "written by " + before));
                }
            }
        }
    }

    /** All stages, in an order in which they can run. */
    public List<Stage> stages() {
        return List.copyOf(stages.values());
    }

    public Set<String> names() {
        return new LinkedHashSet<>(stages.keySet());
    }

    /** The stages whose tables a stage reads, in order. */
    public List<String> after(String stage) {
        Set<String> before = new LinkedHashSet<>();
        for (TableSpec table : get(stage).spec().reads()) {
            if (!table.landed()) {
                before.add(writers.get(table.name()));
            }
        }
        return names().stream().filter(before::contains).toList();
    }

    /** A stage and everything that depends on it, in order. */
    public List<Stage> from(String first) {
        Set<String> reached = new LinkedHashSet<>(List.of(get(first).spec().name()));
        List<Stage> result = new ArrayList<>();
        for (Stage stage : stages.values()) {
            String name = stage.spec().name();
            if (reached.contains(name) || after(name).stream().anyMatch(reached::contains)) {
                reached.add(name);
                result.add(stage);
            }
        }
        return List.copyOf(result);
    }

    /** The named stages, in order. */
    public List<Stage> only(List<String> wanted) {
        wanted.forEach(this::get);
        return stages.values().stream()
                .filter(stage -> wanted.contains(stage.spec().name()))
                .toList();
    }

    /**
     * A stage by name.
     *
     * @throws IllegalArgumentException naming the nearest one if there is none
     */
    public Stage get(String name) {
        Stage stage = stages.get(name);
        if (stage == null) {
            throw new IllegalArgumentException("there is no stage '" + name + "'; did you mean '"
                    + Nearest.to(name, names()) + "'? Stages: " + String.join(", ", names()));
        }
        return stage;
    }
}
