package io.daybreak.jobs.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A sample's tables and truth files as DuckDB views: a reader that shares no code with the writer. */
final class Lake implements AutoCloseable {

    private final Connection connection;

    Lake(Path lake) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Stream<Path> tables = Files.list(lake.resolve("landing"));
                Statement statement = connection.createStatement()) {
            for (Path table : tables.toList()) {
                statement.execute("CREATE VIEW " + table.getFileName() + " AS SELECT *,"
                        + " regexp_extract(filename, '[^/]*$') AS source_file, file_row_number AS source_row"
                        + " FROM read_parquet('" + table + "/*/*.parquet', filename = true, file_row_number = true)");
            }
            for (String truth : List.of("defects", "aml", "anomalies", "surveillance")) {
                statement.execute("CREATE VIEW truth_" + truth + " AS SELECT * FROM read_json('" + lake + "/truth/*/"
                        + truth + ".jsonl', format = 'newline_delimited', sample_size = -1)");
            }
        }
    }

    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    double number(String sql) throws SQLException {
        return Double.parseDouble(rows(sql).get(0));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
