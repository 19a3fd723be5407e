package io.daybreak.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.aml.AmlStage;
import io.daybreak.jobs.anomaly.AnomalyStage;
import io.daybreak.jobs.intake.IntakeStage;
import io.daybreak.jobs.prepare.PrepareStage;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.surveillance.SurveillanceStage;
import io.daybreak.jobs.testing.StageHarness;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDayDetectionTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final long TRANSACTIONS = 20_000;

    /** Which scenario is made for which planted pattern. */
    private static final Map<String, String> AML = Map.ofEntries(
            Map.entry("STRUCTURING", "AML-02"),
            Map.entry("SMURFING", "AML-03"),
            Map.entry("RAPID_MOVEMENT", "AML-04"),
            Map.entry("FAN_IN", "AML-05"),
            Map.entry("FAN_OUT", "AML-06"),
            Map.entry("SCATTER_GATHER", "AML-07"),
            Map.entry("CYCLE", "AML-08"),
            Map.entry("DORMANT_REACTIVATION", "AML-09"),
            Map.entry("ROUND_AMOUNTS", "AML-10"),
            Map.entry("HIGH_RISK_GEOGRAPHY", "AML-11"),
            Map.entry("SANCTIONED_COUNTERPARTY", "AML-12"));

    private static final Map<String, String> SURVEILLANCE = Map.of(
            "WASH_TRADE", "SUR-01",
            "LAYERING", "SUR-02",
            "MARKING_THE_CLOSE", "SUR-03",
            "FRONT_RUNNING", "SUR-04",
            "QUOTE_STUFFING", "SUR-05");

    private static final Map<String, String> ANOMALIES = Map.of(
            "AMOUNT_SPIKE", "AMOUNT_ROBUST_Z",
            "VELOCITY", "VELOCITY",
            "UNUSUAL_HOUR", "UNUSUAL_HOUR",
            "NEW_COUNTERPARTY_LARGE", "NEW_COUNTERPARTY_LARGE");

    @Test
    void every_planted_pattern_is_found_by_the_scenario_made_for_it(@TempDir Path root) throws Exception {
        SampleDay.write(new SampleRequest(
                DATE, TRANSACTIONS, SampleRequest.DEFAULT_SEED, SampleRequest.DEFAULT_HISTORY_DAYS, false, 2, root));
        StageHarness night = StageHarness.at(root, DATE);
        for (Stage stage : List.of(
                new IntakeStage(), new PrepareStage(), new AnomalyStage(), new AmlStage(), new SurveillanceStage())) {
            assertThat(night.run(stage).differences()).as(stage.spec().name()).isEmpty();
        }
        Path truth = night.lake().truth(DATE);

        assertThat(recall(TruthFile.read(truth.resolve("aml.jsonl"), "transactions"), AML, alerts(night, "aml_alerts")))
                .isEqualTo(all(AML));
        assertThat(recall(
                        TruthFile.read(truth.resolve("surveillance.jsonl"), "orders", "trades"),
                        SURVEILLANCE,
                        alerts(night, "surveillance_alerts")))
                .isEqualTo(all(SURVEILLANCE));
        assertThat(recall(
                        TruthFile.read(truth.resolve("anomalies.jsonl"), "transactions"), ANOMALIES, flags(night)))
                .isEqualTo(all(ANOMALIES));
    }

    private static Map<String, Double> recall(
            TruthFile truth, Map<String, String> made, Map<String, Set<String>> found) {
        assertThat(truth.kinds()).isEqualTo(new TreeSet<>(made.keySet()));
        Map<String, Double> recall = new TreeMap<>();
        made.forEach((kind, scenario) ->
                recall.put(kind, truth.recall(kind, found.getOrDefault(scenario, Set.of()))));
        return recall;
    }

    private static Map<String, Double> all(Map<String, String> made) {
        Map<String, Double> all = new TreeMap<>();
        made.keySet().forEach(kind -> all.put(kind, 1.0));
        return all;
    }

    private static Map<String, Set<String>> alerts(StageHarness night, String table) throws Exception {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Map<String, Object> alert : night.read(table)) {
            Set<String> evidence =
                    found.computeIfAbsent(String.valueOf(alert.get("scenario_id")), scenario -> new TreeSet<>());
            ((List<?>) alert.get("evidence")).forEach(id -> evidence.add(String.valueOf(id)));
        }
        return found;
    }

    private static Map<String, Set<String>> flags(StageHarness night) throws Exception {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Map<String, Object> flag : night.read("anomalies")) {
            found.computeIfAbsent(String.valueOf(flag.get("detector")), detector -> new TreeSet<>())
                    .add(String.valueOf(flag.get("transaction_id")));
        }
        return found;
    }
}
