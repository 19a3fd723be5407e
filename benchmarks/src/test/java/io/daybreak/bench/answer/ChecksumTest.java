package io.daybreak.bench.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.bench.plan.Output;
import io.daybreak.jobs.contract.ColumnType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {

    private static final List<Output> OUTPUTS = List.of(new Output(
            "paid",
            List.of(
                    new Output.Column("id", ColumnType.STRING),
                    new Output.Column("amount", ColumnType.MONEY),
                    new Output.Column("flags", ColumnType.STRINGS))));

    private static final String ROWS = "VALUES ('a', 1.50, ['x']), ('b', 2.25, []), ('b', 2.25, [])";

    @TempDir
    Path folder;

    private Answer answer;

    @BeforeEach
    void writeThreeRows() throws Exception {
        write("one", "part-0.parquet", ROWS);
        answer = read("one");
    }

    @Test
    void rows_and_sums_are_told_beside_the_checksum() {
        assertThat(answer.line()).startsWith("{paid=rows 3, amount 6.00, checksum ");
    }

    @Test
    void neither_the_order_of_rows_nor_files_nor_the_width_of_a_type_counts() throws Exception {
        write("two", "part-0", "VALUES (['x'], CAST(1.5 AS DECIMAL(38, 10)), 'a')", "flags, amount, id");
        write("two", "part-1", "VALUES ('b', 2.25, []), ('b', 2.25, [])");

        assertThat(read("two")).isEqualTo(answer);
    }

    @Test
    void one_other_value_is_another_answer() throws Exception {
        write("two", "part-0", "VALUES ('a', 1.50, ['y']), ('b', 2.25, []), ('b', 2.25, [])");

        assertThat(read("two")).isNotEqualTo(answer);
    }

    @Test
    void a_row_written_once_instead_of_twice_is_another_answer() throws Exception {
        write("two", "part-0", "VALUES ('a', 1.50, ['x']), ('b', 4.50, [])");

        assertThat(read("two").line()).startsWith("{paid=rows 2, amount 6.00, ").isNotEqualTo(answer.line());
    }

    @Test
    void markers_and_hidden_files_are_not_read() throws Exception {
        Files.writeString(folder.resolve("one/paid/_SUCCESS"), "");
        Files.writeString(folder.resolve("one/paid/.part-0.parquet.crc"), "?");

        assertThat(read("one")).isEqualTo(answer);
    }

    @Test
    void nothing_written_is_no_rows() throws Exception {
        assertThat(read("nowhere").line()).isEqualTo("{paid=rows 0}");
    }

    private Answer read(String name) throws Exception {
        return Checksum.of(OUTPUTS, folder.resolve(name));
    }

    private void write(String name, String file, String rows) throws Exception {
        write(name, file, rows, "id, amount, flags");
    }

    private void write(String name, String file, String rows, String columns) throws Exception {
        Path table = Files.createDirectories(folder.resolve(name).resolve("paid"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM (" + rows + ") AS t (" + columns + ")) TO '" + table.resolve(file)
                    + "' (FORMAT parquet)");
        }
    }
}
