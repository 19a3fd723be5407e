package io.daybreak.jobs.capital;

import io.daybreak.jobs.sql.SqlStage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Risk-weighted assets, capital ratios, leverage, liquidity. */
public final class CapitalStage extends SqlStage {

    private static final StageSpec SPEC = StageSpec.of(
            "capital",
            StageClass.CRITICAL,
            "risk-weighted assets by the standardised approach; capital, leverage and liquidity ratios",
            List.of(
                    "exposures",
                    "collateral",
                    "counterparties",
                    "ledger",
                    "fx_rates",
                    "feed_totals",
                    "risk_measures",
                    "backtests",
                    "credit_scores"),
            List.of(),
            List.of("exposure_rwa", "unweighted_exposures", "ledger_lines", "capital_measures"));

    public CapitalStage() {
        super(SPEC);
    }

    @Override
    protected void prepare(StageContext context, StreamTableEnvironment session) {
        session.createTemporarySystemFunction(
                "weigh_exposure",
                new ExposureFunction(context.businessDate(), context.settings().baseCurrency()));
        session.createTemporarySystemFunction("gather", new GatherFunction());
        session.createTemporarySystemFunction("capital_measures_of", new MeasuresFunction(context.businessDate()));
    }
}
