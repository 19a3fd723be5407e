package io.daybreak.jobs.sql;

import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** A stage that is a folder of {@code .sql} files, run as one job. */
public class SqlStage implements Stage {

    private final StageSpec spec;

    /**
     * @param spec whose name is the folder's
     */
    public SqlStage(StageSpec spec) {
        this.spec = spec;
    }

    @Override
    public final StageSpec spec() {
        return spec;
    }

    @Override
    public final void run(StageContext context) throws Exception {
        StreamTableEnvironment session = context.session();
        prepare(context, session);
        SqlProgram program = program();
        program.createSharedViews(session, view -> afterView(context, session, view));
        StatementSet statements = session.createStatementSet();
        program.addInserts(context, session, statements);
        addMore(context, session, statements);
        JobClient job = statements
                .execute()
                .getJobClient()
                .orElseThrow(() -> new IllegalStateException("stage " + spec.name() + " submitted no job"));
        context.await(job);
        finish(context);
    }

    @Override
    public List<ControlTotal> totals(StageContext context) throws Exception {
        StreamTableEnvironment session = context.session();
        prepare(context, session);
        SqlProgram program = program();
        program.createViews(session);
        return program.totals(session);
    }

    @Override
    public final Map<String, Table> queries(StageContext context) throws Exception {
        StreamTableEnvironment session = context.session();
        prepare(context, session);
        return program().queries(session);
    }

    /** For functions and tables the folder's files need beyond what every session has. */
    protected void prepare(StageContext context, StreamTableEnvironment session) throws Exception {}

    /** For what must be computed from a view of the folder before the files after it are planned. */
    protected void afterView(StageContext context, StreamTableEnvironment session, String view) throws Exception {}

    /** For inserts that go elsewhere than to a published table, e.g. a database. */
    protected void addMore(StageContext context, StreamTableEnvironment session, StatementSet statements)
            throws Exception {}

    /** For what follows once the job is done. */
    protected void finish(StageContext context) throws Exception {}

    /** The stage's folder. */
    protected SqlProgram program() {
        return new SqlProgram(spec, SqlFolder.read(spec.name()));
    }
}
