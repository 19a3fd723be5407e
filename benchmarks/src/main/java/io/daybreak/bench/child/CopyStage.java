package io.daybreak.bench.child;

import io.daybreak.bench.plan.Workloads;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Reads the landed transactions and writes them as they are, with the night's source and sink. */
final class CopyStage implements Stage {

    private static final TableSpec COPY =
            new TableSpec(Workloads.COPY, TableSpec.Kind.PUBLISHED, "one landed transaction", List.of(), "", columns());

    private static final StageSpec SPEC = new StageSpec(
            "copy",
            StageClass.REGULAR,
            "landed transactions written again",
            List.of(Catalogue.TRANSACTIONS),
            List.of(),
            List.of(COPY));

    @Override
    public StageSpec spec() {
        return SPEC;
    }

    @Override
    public void run(StageContext context) throws Exception {
        StreamTableEnvironment session = context.session();
        StatementSet statements = session.createStatementSet();
        Table rows = session.sqlQuery(
                "SELECT " + String.join(", ", Catalogue.TRANSACTIONS.columnNames()) + " FROM transactions");
        Table shaped = SqlProgram.shaped(Workloads.COPY, rows, COPY, context.processingDate());
        SqlProgram.addInsert(session, statements, SPEC, COPY.name(), shaped);
        context.await(statements.execute().getJobClient().orElseThrow());
    }

    @Override
    public List<ControlTotal> totals(StageContext context) {
        return List.of();
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Column column : Catalogue.TRANSACTIONS.columns()) {
            columns.add(new Column(column.name(), column.type(), Column.Presence.NULLABLE, column.meaning()));
        }
        columns.add(
                new Column(TableSpec.PROCESSING_DATE, ColumnType.STRING, Column.Presence.REQUIRED, "the partition"));
        return columns;
    }
}
