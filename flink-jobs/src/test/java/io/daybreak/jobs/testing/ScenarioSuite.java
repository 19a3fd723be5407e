package io.daybreak.jobs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.sql.ScenarioStage;
import io.daybreak.jobs.sql.SqlFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every folder of detection scenarios is held to: each file says what it looks for and by which rule, plans, finds
 * what its case under {@code scenarios/} says it must, leaves the near misses of that case alone, and is reported even on
 * a day that holds nothing.
 */
public final class ScenarioSuite {

    /** The business date of every case. */
    public static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    private static final YAMLMapper YAML = new YAMLMapper();

    private final ScenarioStage stage;
    private final String alerts;
    private final String runs;

    /**
     * @param stage whose folder is enumerated
     * @param alerts its table of alerts
     * @param runs its table of scenario runs
     */
    public ScenarioSuite(ScenarioStage stage, String alerts, String runs) {
        this.stage = stage;
        this.alerts = alerts;
        this.runs = runs;
    }

    /** One test per scenario over one run on all cases together, and what holds for the run as a whole. */
    public Stream<DynamicTest> tests(Path root) throws Exception {
        Map<String, JsonNode> cases = new LinkedHashMap<>();
        for (SqlFile scenario : stage.scenarios()) {
            cases.put(ScenarioStage.id(scenario), readCase(scenario));
        }
        StageHarness night = given(root.resolve("cases"));
        StageHarness.Ran ran = night.run(stage);
        List<Map<String, Object>> raised = night.read(alerts);

        List<DynamicTest> tests = new ArrayList<>();
        for (SqlFile scenario : stage.scenarios()) {
            String id = ScenarioStage.id(scenario);
            JsonNode expected = cases.get(id);
            tests.add(DynamicTest.dynamicTest(
                    id + " " + ScenarioStage.name(scenario), () -> check(scenario, expected, raised)));
        }
        tests.add(DynamicTest.dynamicTest("the totals balance", () -> {
            assertThat(ran.totals()).isNotEmpty();
            assertThat(ran.differences()).as(ran.toString()).isEmpty();
        }));
        tests.add(DynamicTest.dynamicTest(
                "every scenario reports how many alerts it raised",
                () -> assertThat(counts(night.read(runs))).isEqualTo(countsOf(raised))));
        tests.add(DynamicTest.dynamicTest("a day without rows raises nothing and says so", () -> {
            StageHarness quiet = StageHarness.at(root.resolve("quiet"), DATE);
            give(quiet, List.of());

            StageHarness.Ran quietly = quiet.run(stage);

            assertThat(quiet.read(alerts)).isEmpty();
            assertThat(quiet.read(runs))
                    .hasSize(cases.size())
                    .allSatisfy(run ->
                            assertThat(run).containsEntry("alert_count", 0L).containsEntry("examined_count", 0L));
            assertThat(quietly.differences()).as(quietly.toString()).isEmpty();
        }));
        return tests.stream();
    }

    private void check(SqlFile scenario, JsonNode expected, List<Map<String, Object>> raised) {
        String id = ScenarioStage.id(scenario);
        String prefix = id.replace("-", "");
        assertThat(scenario.header()).as(scenario.path()).containsKeys("Purpose", "Rule", "Grain");
        assertThat(scenario.header().get("Inserts")).isEqualTo(alerts);
        List<Map<String, Object>> own = raised.stream()
                .filter(alert -> alert.get("scenario_id").equals(id))
                .filter(alert -> String.valueOf(alert.get("subject_id")).startsWith(prefix))
                .toList();
        Set<String> near = new TreeSet<>();
        expected.path("near").forEach(subject -> near.add(subject.asText()));

        assertThat(expected.path("alerts")).as("a case needs a hit").isNotEmpty();
        assertThat(near).as("a case needs a near miss").isNotEmpty();
        assertThat(near)
                .allSatisfy(subject -> assertThat(expected.path("rows").toString() + expected.path("history"))
                        .contains(subject));
        assertThat(own.stream().map(alert -> String.valueOf(alert.get("subject_id"))))
                .as(own.toString())
                .containsExactlyInAnyOrderElementsOf(subjects(expected));
        for (JsonNode wanted : expected.path("alerts")) {
            Map<String, Object> alert = own.stream()
                    .filter(a ->
                            a.get("subject_id").equals(wanted.path("subject_id").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat((Double) alert.get("score")).as("score").isGreaterThanOrEqualTo(1.0);
            wanted.properties()
                    .forEach(field -> assertThat(text(alert.get(field.getKey())))
                            .as(id + " " + field.getKey())
                            .isEqualTo(text(field.getValue())));
        }
    }

    private static List<String> subjects(JsonNode expected) {
        List<String> subjects = new ArrayList<>();
        expected.path("alerts")
                .forEach(alert -> subjects.add(alert.path("subject_id").asText()));
        return subjects;
    }

    /** A value as a case writes it. */
    private static String text(Object value) {
        if (value instanceof JsonNode node) {
            if (node.isArray()) {
                List<String> items = new ArrayList<>();
                node.forEach(item -> items.add(item.asText()));
                return items.toString();
            }
            return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.asText();
        }
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private Map<String, Long> countsOf(List<Map<String, Object>> raised) {
        Map<String, Long> counts = new LinkedHashMap<>();
        stage.scenarios().forEach(scenario -> counts.put(ScenarioStage.id(scenario), 0L));
        raised.forEach(alert -> counts.merge(String.valueOf(alert.get("scenario_id")), 1L, Long::sum));
        return counts;
    }

    private static Map<String, Long> counts(List<Map<String, Object>> runs) {
        Map<String, Long> counts = new LinkedHashMap<>();
        runs.forEach(run -> counts.put(String.valueOf(run.get("scenario_id")), (Long) run.get("alert_count")));
        return counts;
    }

    /** The stage's lake with the rows of all its cases, ready to run it on. */
    public StageHarness given(Path root) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        for (SqlFile scenario : stage.scenarios()) {
            cases.add(readCase(scenario));
        }
        StageHarness night = StageHarness.at(root, DATE);
        give(night, cases);
        return night;
    }

    /** Lands or publishes the rows of all cases; a landed table no case fills is landed empty. */
    private void give(StageHarness night, Iterable<JsonNode> cases) throws IOException {
        List<Map<String, Object>> counted = new ArrayList<>();
        for (TableSpec table : stage.spec().reads()) {
            List<Map<String, Object>> rows = rows(cases, "rows", table.name());
            if (table.landed()) {
                night.land(table.name(), rows);
                counted.add(Map.of("feed", table.name(), "currency", "-", "row_count", rows.size(), "amount", "0"));
            } else if (table.equals(Catalogue.FEED_TOTALS)) {
                night.publish(table.name(), counted);
            } else {
                night.publish(table.name(), rows);
            }
        }
        for (TableSpec table : stage.spec().history()) {
            night.on(DATE.minusDays(1)).publish(table.name(), rows(cases, "history", table.name()));
        }
    }

    private static List<Map<String, Object>> rows(Iterable<JsonNode> cases, String section, String table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode one : cases) {
            one.path(section).fieldNames().forEachRemaining(Catalogue::table);
            one.path(section).path(table).forEach(row -> rows.add(YAML.convertValue(row, new TypeReference<>() {})));
        }
        return rows;
    }

    private JsonNode readCase(SqlFile scenario) throws IOException {
        String path = "/scenarios/" + stage.spec().name() + "/" + ScenarioStage.id(scenario) + ".yaml";
        try (InputStream in = ScenarioSuite.class.getResourceAsStream(path)) {
            assertThat(in).as(scenario.path() + " has no case " + path).isNotNull();
            return YAML.readTree(in);
        }
    }
}
