package io.daybreak.bench.child;

import io.daybreak.bench.plan.Input;
import io.daybreak.bench.plan.Plan;
import io.daybreak.bench.plan.Step;
import io.daybreak.jobs.sql.Evidence;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.RunFunctions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * Flink SQL as it comes: the stock filesystem connector and Parquet format, a local cluster of two slots with the memory
 * that made it fastest in the project's first measurements.
 */
public final class FlinkSqlChild {

    private static final int PARALLELISM = 2;

    public static void main(String[] arguments) {
        Signals.exitAfter(() -> run(Plan.read(Path.of(arguments[0]))));
    }

    private static void run(Plan plan) throws Exception {
        StreamTableEnvironment session = session(plan);
        Signals.ready();
        for (Input input : plan.inputs()) {
            session.executeSql(FlinkTables.source(input));
        }
        run(session, plan);
        Signals.done();
    }

    /** Runs a plan's steps in a session that knows its inputs; all outputs are one job. */
    static void run(StreamTableEnvironment session, Plan plan) throws Exception {
        StatementSet statements = session.createStatementSet();
        for (Step step : plan.steps()) {
            Table rows = session.sqlQuery(step.sql());
            switch (step.kind()) {
                case VIEW, STORED -> session.createTemporaryView(step.name(), rows);
                case OUTPUT -> {
                    session.createTemporaryView("rows_of_" + step.name(), rows);
                    session.executeSql(FlinkTables.sink(plan, step, rows));
                    statements.addInsertSql(
                            "INSERT INTO `out_" + step.name() + "` SELECT * FROM rows_of_" + step.name());
                }
            }
        }
        statements.execute().await();
    }

    private static StreamTableEnvironment session(Plan plan) {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        configuration.set(CoreOptions.TMP_DIRS, plan.out());
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, PARALLELISM);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse("2g"));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.parse("256m"));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.parse("256m"));
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // A task that compiles for long on a busy machine is not a lost one.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(5));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(configuration);
        StreamTableEnvironment session = StreamTableEnvironment.create(
                environment, EnvironmentSettings.newInstance().inBatchMode().build());
        session.getConfig().set("table.local-time-zone", "UTC");
        session.getConfig().set("table.exec.operator-fusion-codegen.enabled", "true");
        register(session, LocalDate.parse(plan.date()));
        return session;
    }

    /** The functions the night's own SQL calls, and the one check SQL says badly. */
    private static void register(StreamTableEnvironment session, LocalDate date) {
        RunFunctions.register(session, date, NightSettings.DEFAULTS);
        session.createTemporarySystemFunction("evidence", new Evidence(NightSettings.DEFAULTS.alertEvidence()));
        session.createTemporarySystemFunction("iban_remainder", IbanRemainder.class);
    }

    private FlinkSqlChild() {}
}
