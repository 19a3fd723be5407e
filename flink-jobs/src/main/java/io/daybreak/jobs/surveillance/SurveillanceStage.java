package io.daybreak.jobs.surveillance;

import io.daybreak.jobs.sql.ScenarioStage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;

/** Market-abuse scenarios over the day's orders and trades: {@code sql/surveillance}. */
public final class SurveillanceStage extends ScenarioStage {

    public SurveillanceStage() {
        super(StageSpec.of(
                "surveillance",
                StageClass.REGULAR,
                "market-abuse scenarios over orders and trades",
                List.of("orders", "trades", "positions", "fx_rates", "watchlists", "feed_totals"),
                List.of(),
                List.of("surveillance_alerts", "surveillance_coverage", "surveillance_scenario_runs")));
    }
}
