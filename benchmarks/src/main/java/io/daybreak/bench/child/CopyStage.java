package io.daybreak.bench.child;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * Reads the landed transactions and writes them as they are, with the night's source and sink, to the published table that
 * has all their columns.
 */
final class CopyStage implements Stage {

    private static final StageSpec SPEC = StageSpec.of(
            "copy",
            StageClass.REGULAR,
            "landed transactions written again",
            List.of("transactions"),
            List.of(),
            List.of("rejected_transactions"));

    @Override
    public StageSpec spec() {
        return SPEC;
    }

    @Override
    public void run(StageContext context) throws Exception {
        StreamTableEnvironment session = context.session();
        StatementSet statements = session.createStatementSet();
        Table rows = session.sqlQuery("SELECT " + String.join(", ", Catalogue.TRANSACTIONS.columnNames())
                + ", source_file, source_row, ARRAY['-'] AS failed_rules, 'NONE' AS severity FROM transactions");
        Table shaped = SqlProgram.shaped("copy", rows, Catalogue.REJECTED_TRANSACTIONS, context.processingDate());
        SqlProgram.addInsert(session, statements, SPEC, Catalogue.REJECTED_TRANSACTIONS.name(), shaped);
        context.await(statements.execute().getJobClient().orElseThrow());
    }

    @Override
    public List<ControlTotal> totals(StageContext context) {
        return List.of();
    }
}
