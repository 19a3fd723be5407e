package io.daybreak.bench.answer;

import io.daybreak.bench.data.Folders;
import io.daybreak.bench.plan.Output;
import io.daybreak.jobs.contract.ColumnType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows, sums and a checksum of Parquet files, computed by one reader for all engines alike. Every column is first brought
 * to the type it is compared in; a row's checksum is a 64-bit hash over all columns, the table's is the sum of its rows'.
 */
public final class Checksum {

    /** Doubles are compared rounded to this many digits after the point. */
    private static final int DOUBLE_DIGITS = 9;

    /**
     * Reads the outputs under a folder.
     *
     * @throws SQLException if a file is unreadable or lacks a column
     */
    public static Answer of(List<Output> outputs, Path folder) throws IOException, SQLException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("SET TimeZone = 'UTC'");
            for (Output output : outputs) {
                List<Path> files = Folders.dataFiles(folder.resolve(output.name()));
                tables.put(output.name(), files.isEmpty() ? "rows 0" : table(statement, output, files));
            }
        }
        return new Answer(tables);
    }

    private static String table(Statement statement, Output output, List<Path> files) throws SQLException {
        List<String> canonical = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        for (Output.Column column : output.columns()) {
            canonical.add(canonical(column));
            if (column.type() == ColumnType.MONEY || column.type() == ColumnType.TOTAL) {
                sums.add(column.name());
            }
        }
        StringBuilder sql = new StringBuilder("SELECT count(*), sum(CAST(hash(");
        sql.append(String.join(", ", canonical)).append(") AS HUGEINT))");
        sums.forEach(name -> sql.append(", sum(CAST(\"").append(name).append("\" AS DECIMAL(38, 2)))"));
        sql.append(" FROM read_parquet([")
                .append(String.join(
                        ", ", files.stream().map(file -> "'" + file + "'").toList()))
                .append("], hive_partitioning = false)");
        try (ResultSet result = statement.executeQuery(sql.toString())) {
            result.next();
            StringBuilder answer = new StringBuilder("rows " + result.getString(1));
            for (int i = 0; i < sums.size(); i++) {
                answer.append(", ").append(sums.get(i)).append(' ').append(result.getString(3 + i));
            }
            String hash = result.getString(2);
            return answer.append(", checksum ")
                    .append(hash == null ? "0" : hash)
                    .toString();
        }
    }

    private static String canonical(Output.Column column) {
        String quoted = "\"" + column.name() + "\"";
        return switch (column.type()) {
            case STRING -> "CAST(" + quoted + " AS VARCHAR)";
            case BOOLEAN -> "CAST(" + quoted + " AS BOOLEAN)";
            case INT, BIGINT -> "CAST(" + quoted + " AS BIGINT)";
            case DOUBLE -> "round(CAST(" + quoted + " AS DOUBLE), " + DOUBLE_DIGITS + ")";
            case DATE -> "CAST(" + quoted + " AS DATE)";
            case TIMESTAMP -> "CAST(" + quoted + " AS TIMESTAMP)";
            case MONEY -> "CAST(" + quoted + " AS DECIMAL(18, 2))";
            case TOTAL -> "CAST(" + quoted + " AS DECIMAL(38, 2))";
            case RATE -> "CAST(" + quoted + " AS DECIMAL(18, 8))";
            case FIGURE -> "CAST(" + quoted + " AS DECIMAL(38, 8))";
            case QUANTITY -> "CAST(" + quoted + " AS DECIMAL(24, 6))";
            case STRINGS -> "CAST(" + quoted + " AS VARCHAR[])";
            case INTS, BIGINTS -> "CAST(" + quoted + " AS BIGINT[])";
        };
    }

    private Checksum() {}
}
