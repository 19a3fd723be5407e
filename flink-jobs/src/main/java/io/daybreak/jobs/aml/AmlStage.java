package io.daybreak.jobs.aml;

import io.daybreak.jobs.sql.ScenarioStage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;

/** Anti-money-laundering scenarios over the day and its accounts' history: {@code sql/aml}. */
public final class AmlStage extends ScenarioStage {

    public AmlStage() {
        super(StageSpec.of(
                "aml",
                StageClass.REGULAR,
                "money-laundering scenarios over transactions and account history",
                List.of(
                        "enriched_transactions",
                        "accounts",
                        "watchlists",
                        "account_activity",
                        "account_profiles",
                        "account_counterparties"),
                List.of("account_activity"),
                List.of("aml_alerts", "aml_coverage", "aml_scenario_runs")));
    }
}
