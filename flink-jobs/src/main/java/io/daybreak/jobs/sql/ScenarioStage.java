package io.daybreak.jobs.sql;

import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;
import java.util.StringJoiner;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * A stage whose folder holds detection scenarios, one {@code .sql} file each, declared as {@code -- Scenario: AML-01 CTR
 * aggregation}. The declared scenarios are known to the folder as the view {@code declared_scenarios} (scenario_id,
 * scenario_name), so that one which finds nothing is reported too; {@code evidence(time, id)} collects identifiers.
 */
public class ScenarioStage extends SqlStage {

    private static final String SCENARIO = "Scenario";

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
        for (SqlFile scenario : scenarios()) {
            values.add("('" + id(scenario) + "', '" + name(scenario).replace("'", "''") + "')");
        }
        session.executeSql("CREATE TEMPORARY VIEW declared_scenarios AS SELECT CAST(id AS STRING) AS scenario_id, "
                + "CAST(name AS STRING) AS scenario_name FROM (VALUES " + values + ") AS declared (id, name)");
    }
}
