package io.daybreak.bench.child;

import io.daybreak.bench.plan.Input;
import io.daybreak.bench.plan.Plan;
import io.daybreak.bench.plan.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;

/** DuckDB over the same files, two threads, in one process. */
public final class DuckDbChild {

    public static void main(String[] arguments) throws Exception {
        Plan plan = Plan.read(Path.of(arguments[0]));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "SET threads = 2",
                    "SET memory_limit = '12GB'",
                    "SET preserve_insertion_order = false",
                    "SET TimeZone = 'UTC'",
                    "SET temp_directory = '" + plan.out() + "/spill'")) {
                statement.execute(setting);
            }
            Signals.ready();
            for (Input input : plan.inputs()) {
                statement.execute("CREATE VIEW " + input.name() + " AS " + scan(input));
            }
            for (Step step : plan.steps()) {
                statement.execute(statement(plan, step));
            }
            Signals.done();
        }
    }

    private static String scan(Input input) {
        String files = "'" + input.folder() + "/*.parquet'";
        return input.rowIds()
                ? "SELECT * EXCLUDE (filename, file_row_number), parse_filename(filename) AS source_file,"
                        + " file_row_number AS source_row FROM read_parquet(" + files
                        + ", filename = true, file_row_number = true, hive_partitioning = false)"
                : "SELECT * FROM read_parquet(" + files + ", hive_partitioning = false)";
    }

    private static String statement(Plan plan, Step step) throws Exception {
        return switch (step.kind()) {
            case VIEW -> "CREATE VIEW " + step.name() + " AS " + step.sql();
            case STORED -> "CREATE TEMP TABLE " + step.name() + " AS " + step.sql();
            case OUTPUT -> {
                Path folder = Files.createDirectories(plan.output(step.name()));
                String level = plan.codec().equals("zstd") ? ", COMPRESSION_LEVEL 1" : "";
                yield "COPY (" + step.sql() + ") TO '" + folder.resolve("part-0.parquet")
                        + "' (FORMAT parquet, COMPRESSION " + plan.codec() + level + ")";
            }
        };
    }

    private DuckDbChild() {}
}
