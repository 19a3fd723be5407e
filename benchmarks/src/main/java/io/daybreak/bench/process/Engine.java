package io.daybreak.bench.process;

import io.daybreak.bench.plan.Dialect;
import java.util.List;
import java.util.Locale;

/** What runs a workload, each run in a process of its own. */
public enum Engine {
    DAYBREAK(Dialect.DAYBREAK, "io.daybreak.bench.child.DaybreakChild", Flags.NIGHT, List.of()),
    SPARK(Dialect.SPARK, "io.daybreak.bench.spark.SparkChild", Flags.SPARK, List.of()),
    DUCKDB(
            Dialect.DUCKDB,
            "io.daybreak.bench.child.DuckDbChild",
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"),
            List.of()),
    /** The stock connector cannot tell a row's number in its file. */
    FLINK_SQL(Dialect.FLINK, "io.daybreak.bench.child.FlinkSqlChild", Flags.FLINK_SQL, List.of("source_row"));

    private final Dialect dialect;
    private final String mainClass;
    private final List<String> flags;
    private final List<String> lacks;

    Engine(Dialect dialect, String mainClass, List<String> flags, List<String> lacks) {
        this.dialect = dialect;
        this.mainClass = mainClass;
        this.flags = flags;
        this.lacks = lacks;
    }

    /** As the results and {@code --peers} call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Dialect dialect() {
        return dialect;
    }

    public String mainClass() {
        return mainClass;
    }

    /** Flags of its virtual machine. */
    public List<String> flags() {
        return flags;
    }

    /** Columns it cannot give, whatever the workload. */
    public List<String> lacks() {
        return lacks;
    }
}
