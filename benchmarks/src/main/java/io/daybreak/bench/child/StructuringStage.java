package io.daybreak.bench.child;

import io.daybreak.bench.plan.Workloads;
import io.daybreak.jobs.sql.Evidence;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** The night's structuring scenario alone: its own files, session and sink. */
final class StructuringStage implements Stage {

    private static final StageSpec SPEC = StageSpec.of(
            "aml",
            StageClass.REGULAR,
            "cash structuring",
            List.of("enriched_transactions", "account_activity"),
            List.of("account_activity"),
            List.of("aml_alerts"));

    @Override
    public StageSpec spec() {
        return SPEC;
    }

    @Override
    public void run(StageContext context) throws Exception {
        StreamTableEnvironment session = context.session();
        session.createTemporarySystemFunction(
                "evidence", new Evidence(context.settings().alertEvidence()));
        SqlProgram program = new SqlProgram(SPEC, Workloads.structuring());
        // One reader: nothing to share, so the planner may look through the views.
        program.createViews(session);
        StatementSet statements = session.createStatementSet();
        program.addInserts(context, session, statements);
        context.await(statements.execute().getJobClient().orElseThrow());
    }

    @Override
    public List<ControlTotal> totals(StageContext context) {
        return List.of();
    }
}
