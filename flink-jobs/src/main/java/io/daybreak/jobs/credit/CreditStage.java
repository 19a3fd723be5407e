package io.daybreak.jobs.credit;

import io.daybreak.jobs.sql.SqlStage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Scores, default probabilities, IFRS 9 stages and expected losses of all exposures. */
public final class CreditStage extends SqlStage {

    private static final StageSpec SPEC = StageSpec.of(
            "credit",
            StageClass.REGULAR,
            "exposures are scored with reasons; PD, LGD, EAD, IFRS 9 stage and expected loss",
            List.of("exposures", "collateral", "fx_rates", "feed_totals"),
            List.of(),
            List.of("credit_scores", "unscored_exposures"));

    public CreditStage() {
        super(SPEC);
    }

    @Override
    protected void prepare(StageContext context, StreamTableEnvironment session) {
        session.createTemporarySystemFunction("assess_credit", new CreditFunction(context.businessDate()));
    }
}
