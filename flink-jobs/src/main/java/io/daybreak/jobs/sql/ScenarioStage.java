package io.daybreak.jobs.sql;

import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * A stage whose folder holds detection scenarios, one {@code .sql} file each, declared as {@code -- Scenario: AML-01 CTR
 * aggregation}. The declared scenarios are known to the folder as the view {@code declared_scenarios} (scenario_id,
 * scenario_name), so that one which finds nothing is reported too. {@code -- Examines: CASH CREDIT, WIRE} names the kinds
 * of events a scenario looks at, with a detail where it looks at part of a kind, {@code everything} for all; they are
 * known as {@code declared_scopes} (scenario_id, kind, detail), '*' standing for any. {@code evidence(time, id)} collects
 * identifiers.
 */
public class ScenarioStage extends SqlStage {

    private static final String SCENARIO = "Scenario";
    private static final String EXAMINES = "Examines";
    private static final String ANY = "*";

    public ScenarioStage(StageSpec spec) {
        super(spec);
    }

    /** The scenarios of the stage's folder, in file order. */
    public final List<SqlFile> scenarios() {
        return program().files().stream()
                .filter(file -> file.header().containsKey(SCENARIO))
                .toList();
    }

    /** The identifier a scenario's file declares: the first word of its {@code Scenario} line. */
    public static String id(SqlFile scenario) {
        return words(scenario)[0];
    }

    /** The name a scenario's file declares: what follows its identifier. */
    public static String name(SqlFile scenario) {
        return words(scenario)[1];
    }

    /** One kind of events a scenario examines. */
    private record Scope(String kind, String detail) {}

    private static List<Scope> scopes(SqlFile scenario) {
        String examines = scenario.header().getOrDefault(EXAMINES, "");
        if (examines.equals("everything")) {
            return List.of(new Scope(ANY, ANY));
        }
        List<Scope> scopes = new ArrayList<>();
        for (String item : examines.split(",", -1)) {
            String[] words = item.strip().split(" ", 2);
            if (!words[0].matches("[A-Z_]+") || words.length == 2 && !words[1].matches("[A-Z_]+")) {
                throw new IllegalArgumentException(scenario.path() + ": its Examines line '" + examines
                        + "' is not 'everything' or kinds such as 'CASH CREDIT, WIRE'");
            }
            scopes.add(new Scope(words[0], words.length == 2 ? words[1] : ANY));
        }
        return scopes;
    }

    private static String[] words(SqlFile scenario) {
        String[] words = scenario.header().getOrDefault(SCENARIO, "").split(" ", 2);
        if (words.length != 2) {
            throw new IllegalArgumentException(scenario.path() + ": its Scenario line is not 'ID name'");
        }
        return words;
    }

    @Override
    protected void prepare(StageContext context, StreamTableEnvironment session) throws Exception {
        session.createTemporarySystemFunction(
                "evidence", new Evidence(context.settings().alertEvidence()));
        StringJoiner values = new StringJoiner(", ");
        StringJoiner scopes = new StringJoiner(", ");
        for (SqlFile scenario : scenarios()) {
            values.add("('" + id(scenario) + "', '" + name(scenario).replace("'", "''") + "')");
            for (Scope scope : scopes(scenario)) {
                scopes.add("('" + id(scenario) + "', '" + scope.kind() + "', '" + scope.detail() + "')");
            }
        }
        session.executeSql("CREATE TEMPORARY VIEW declared_scenarios AS SELECT CAST(id AS STRING) AS scenario_id, "
                + "CAST(name AS STRING) AS scenario_name FROM (VALUES " + values + ") AS declared (id, name)");
        session.executeSql("CREATE TEMPORARY VIEW declared_scopes AS SELECT CAST(id AS STRING) AS scenario_id, "
                + "CAST(kind AS STRING) AS kind, CAST(detail AS STRING) AS detail FROM (VALUES " + scopes
                + ") AS declared (id, kind, detail)");
    }
}
