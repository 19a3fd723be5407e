package io.daybreak.emr.region;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.night.StageGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The bank's rules on where data may lie.
 *
 * @param jurisdictions jurisdiction of every region it may use
 * @param classes how far a class of data may go
 * @param tables classes of data in every table
 */
public record Residency(
        int schema,
        String source,
        Map<String, String> jurisdictions,
        Map<String, Reach> classes,
        Map<String, List<String>> tables) {

    /** How far a class of data may go. */
    public enum Reach {
        ANYWHERE,
        SAME_JURISDICTION,
        SAME_REGION
    }

    /**
     * What the rules say of one table.
     *
     * @param allowed whether it may be replicated
     * @param reason the class that forbids it, or what allows it
     */
    public record Verdict(String table, boolean allowed, String reason) {}

    public Residency {
        if (schema != 1) {
            throw Refusal.configuration("residency rules have schema " + schema + "; this release reads schema 1");
        }
        jurisdictions = Collections.unmodifiableMap(new TreeMap<>(jurisdictions));
        classes = Collections.unmodifiableMap(new TreeMap<>(classes));
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            for (String each : table.getValue()) {
                if (!classes.containsKey(each)) {
                    throw Refusal.configuration("table " + table.getKey() + " is of class " + each
                            + ", which has no rule; known are " + classes.keySet());
                }
            }
        }
    }

    /** The example that ships. */
    public static Residency shipped() {
        return DataFile.shipped("residency.json", Residency.class);
    }

    /** The bank's own file. */
    public static Residency at(Path path) {
        return DataFile.at(path, Residency.class);
    }

    /**
     * Verdicts on all tables of a graph.
     *
     * @throws Refusal (configuration) when one of the regions has no jurisdiction
     */
    public List<Verdict> check(StageGraph graph, String from, String to) {
        TreeSet<String> names = new TreeSet<>();
        for (Stage stage : graph.stages()) {
            names.addAll(stage.reads());
            names.addAll(stage.writes());
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (String table : names) {
            verdicts.add(check(table, from, to));
        }
        return verdicts;
    }

    /** The verdict on one table. */
    public Verdict check(String table, String from, String to) {
        boolean sameJurisdiction = jurisdiction(from).equals(jurisdiction(to));
        List<String> its = tables.getOrDefault(table, List.of());
        if (its.isEmpty()) {
            return new Verdict(table, false, "not classified");
        }
        for (String each : its) {
            Reach reach = classes.getOrDefault(each, Reach.SAME_REGION);
            boolean allowed = switch (reach) {
                case ANYWHERE -> true;
                case SAME_JURISDICTION -> sameJurisdiction;
                case SAME_REGION -> from.equals(to);
            };
            if (!allowed) {
                return new Verdict(
                        table, false, each + " stays in " + (reach == Reach.SAME_REGION ? from : jurisdiction(from)));
            }
        }
        return new Verdict(table, true, String.join(", ", its));
    }

    private String jurisdiction(String region) {
        String found = jurisdictions.get(region);
        if (found == null) {
            throw Refusal.configuration("region " + region + " has no jurisdiction in the residency rules; known are "
                    + jurisdictions.keySet());
        }
        return found;
    }
}
