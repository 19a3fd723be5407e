package io.daybreak.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.aml.AmlStage;
import io.daybreak.jobs.stage.StageSpec;
import io.daybreak.jobs.surveillance.SurveillanceStage;
import io.daybreak.jobs.testing.ScenarioSuite;
import io.daybreak.jobs.testing.StageHarness;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the balance of a scenario stage must notice, each shown by making it happen. */
class ScenarioBalanceTest {

    private static final UnaryOperator<String> UNCHANGED = body -> body;

    @TempDir
    Path root;

    @Test
    void a_transaction_the_scenarios_were_never_given_opens_every_line_it_belongs_to() throws Exception {
        StageHarness night = aml().given(root);
        ScenarioStage losing =
                mutated(new AmlStage().spec(), "00_booked.sql", body -> body + " WHERE transaction_id <> 'AML01-H1'");

        Map<String, String> differences = night.run(losing).differences();

        assertThat(differences).containsEntry("transactions EUR", "1 / 6000.00");
        assertThat(differences.keySet().stream().filter(line -> line.startsWith("judged by ")))
                .hasSize(losing.scenarios().size());
    }

    @Test
    void a_scenario_that_examines_what_it_does_not_declare_loses_the_ground_of_its_evidence() throws Exception {
        StageHarness night = aml().given(root);
        ScenarioStage widened = mutated(
                new AmlStage().spec(),
                "11_ctr_aggregation.sql",
                body -> body.replace("payment_method = 'CASH'", "payment_method IN ('CASH', 'CARD', 'TRANSFER')"));

        Map<String, String> differences = night.run(widened).differences();

        assertThat(differences).containsOnlyKeys("evidence -");
    }

    @Test
    void evidence_that_is_no_transaction_of_the_day_is_noticed() throws Exception {
        StageHarness night = aml().given(root);
        ScenarioStage inventing = mutated(
                new AmlStage().spec(),
                "24_politically_exposed_person.sql",
                body -> body.replace("evidence(booking_time, transaction_id)", "ARRAY['T-NOWHERE']"));

        assertThat(night.run(inventing).differences()).containsOnlyKeys("evidence -");
    }

    @Test
    void a_staged_alert_that_is_lost_is_noticed_by_count_and_amount() throws Exception {
        StageHarness night = aml().given(root);

        Map<String, String> differences = night.run(
                        new AmlStage(),
                        () -> night.loseStaged(
                                "aml_alerts",
                                alert -> alert.getField("alert_id").equals("AML-01:AML01-HIT:CREDIT:2026-03-02")))
                .differences();

        assertThat(differences).containsOnlyKeys("alerts EUR").containsEntry("alerts EUR", "1 / 10000.01");
    }

    @Test
    void a_scenario_whose_coverage_or_run_is_lost_is_noticed() throws Exception {
        StageHarness night = aml().given(root);

        Map<String, String> differences = night.run(new AmlStage(), () -> {
                    night.loseStaged(
                            "aml_coverage", row -> row.getField("scenario_id").equals("AML-04"));
                    night.loseStaged(
                            "aml_scenario_runs",
                            row -> row.getField("scenario_id").equals("AML-12"));
                })
                .differences();

        assertThat(differences).containsKeys("judged by AML-04 EUR", "scenarios -");
    }

    @Test
    void a_transaction_published_after_the_scenarios_read_the_day_is_noticed() throws Exception {
        StageHarness night = aml().given(root);

        Map<String, String> differences = night.run(
                        new AmlStage(),
                        () -> night.publish(
                                "enriched_transactions",
                                List.of(Map.of(
                                        "transaction_id",
                                        "T-LATE",
                                        "account_id",
                                        "A-LATE",
                                        "customer_id",
                                        "C-LATE",
                                        "transaction_type",
                                        "DEBIT",
                                        "amount",
                                        "12.34"))))
                .differences();

        assertThat(differences).containsEntry("transactions EUR", "1 / 12.34");
    }

    @Test
    void an_order_event_or_a_trade_the_scenarios_were_never_given_is_noticed() throws Exception {
        StageHarness night = surveillance().given(root);
        StageSpec spec = new SurveillanceStage().spec();

        Map<String, String> orders = night.run(mutated(
                        spec, "02_order_lives.sql", body -> body.replace("GROUP BY", "WHERE event_seq = 1 GROUP BY")))
                .differences();
        Map<String, String> trades = night.run(mutated(spec, "01_executed.sql", body -> body + " WHERE t.side = 'BUY'"))
                .differences();

        assertThat(orders).containsKeys("orders -", "judged by SUR-02 -").doesNotContainKey("trades -");
        assertThat(trades).containsKeys("trades -", "trade value EUR").doesNotContainKey("orders -");
    }

    @Test
    void the_stages_as_they_are_balance_on_the_same_rows() throws Exception {
        assertThat(aml().given(root.resolve("aml"))
                        .run(mutated(new AmlStage().spec(), "00_booked.sql", UNCHANGED))
                        .differences())
                .isEmpty();
        assertThat(surveillance()
                        .given(root.resolve("surveillance"))
                        .run(new SurveillanceStage())
                        .differences())
                .isEmpty();
    }

    private static ScenarioSuite aml() {
        return new ScenarioSuite(new AmlStage(), "aml_alerts", "aml_scenario_runs");
    }

    private static ScenarioSuite surveillance() {
        return new ScenarioSuite(new SurveillanceStage(), "surveillance_alerts", "surveillance_scenario_runs");
    }

    /** The stage with the SELECT of one of its files written differently. */
    private static ScenarioStage mutated(StageSpec spec, String file, UnaryOperator<String> change) {
        List<SqlFile> files = SqlFolder.read(spec.name()).stream()
                .map(each -> each.path().endsWith("/" + file)
                        ? new SqlFile(each.path(), each.header(), each.parameters(), change.apply(each.body()))
                        : each)
                .toList();
        return new ScenarioStage(spec) {
            @Override
            protected SqlProgram program() {
                return new SqlProgram(spec(), files);
            }
        };
    }
}
