package io.daybreak.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is DuckDB: a Parquet reader that shares no code with the writer. */
class LandingWriterTest {

    @TempDir
    Path directory;

    @Test
    void an_independent_reader_sees_the_values_written() throws Exception {
        Path path = directory.resolve("part-00000.parquet");
        TableSpec table = Catalogue.table("opening_activity");
        try (LandingWriter writer = LandingWriter.open(table, path)) {
            LandingRow row = writer.row().clear();
            row.open(0).append("A").appendDigits(42, 5);
            row.set(1, "Größe").set(2, 20_000).set(3, 7).setDecimal(4, -12_345).setDecimal(5, 0);
            row.set(6, 1).setDecimal(7, 5).setDecimal(8, 99_999_999_999_999_999L);
            row.set(9, new int[] {1, 2, 3}).set(10, new int[0]);
            writer.write(row);
        }

        assertThat(rows("SELECT * FROM '" + path + "'"))
                .containsExactly("A00042|Größe|2024-10-04|7|-123.45|0.00|1|0.05|999999999999999.99|[1, 2, 3]|[]");
    }

    @Test
    void missing_values_are_null_and_wide_decimals_keep_their_sign() throws Exception {
        Path path = directory.resolve("part-00000.parquet");
        TableSpec table = Catalogue.table("positions");
        try (LandingWriter writer = LandingWriter.open(table, path, LandingCodec.ZSTD)) {
            for (long quantity : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 128, -129}) {
                LandingRow row = writer.row().clear();
                row.set(0, "P" + quantity).set(1, "D").set(2, "B").set(3, "I").setDecimal(5, quantity);
                row.setDecimal(6, 1).setDecimal(7, 1).set(8, "EUR");
                writer.write(row);
            }
        }

        assertThat(rows("SELECT counterparty_id, quantity FROM '" + path + "'"))
                .containsExactly(
                        "null|-0.000001",
                        "null|-9223372036854.775808",
                        "null|9223372036854.775807",
                        "null|0.000000",
                        "null|0.000128",
                        "null|-0.000129");
    }

    @Test
    void every_landed_table_has_the_contracts_columns_and_types() throws Exception {
        for (TableSpec table : Catalogue.landed()) {
            Path path = directory.resolve(table.name() + ".parquet");
            LandingWriter.open(table, path).close();

            Map<String, String> expected = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                expected.put(column.name(), duckDbType(column));
            }
            Map<String, String> described = new LinkedHashMap<>();
            for (String row : rows("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '" + path + "')")) {
                described.put(row.substring(0, row.indexOf('|')), row.substring(row.indexOf('|') + 1));
            }
            assertThat(described).as(table.name()).containsExactlyEntriesOf(expected);
        }
    }

    @Test
    void a_missing_required_value_and_a_wrong_kind_are_refused_with_the_column() throws Exception {
        try (LandingWriter writer = LandingWriter.open(Catalogue.FX_RATES, directory.resolve("f.parquet"))) {
            LandingRow row = writer.row().clear().set(0, "EUR");

            assertThatThrownBy(() -> writer.write(row))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("required column rate_date");
            assertThatThrownBy(() -> row.set(1, "2025-01-01"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rate_date of fx_rates is a DATE");
        }
    }

    @Test
    void row_groups_are_closed_as_they_fill_so_that_memory_stays_bounded() throws Exception {
        Path path = directory.resolve("part-00000.parquet");
        int rowGroups;
        try (LandingWriter writer = new LandingWriter(Catalogue.TRANSACTIONS, path, LandingCodec.SNAPPY, 200_000)) {
            LandingRow row = writer.row();
            for (int i = 0; i < 30_000; i++) {
                writer.write(row.clear().set(0, "a transaction identifier " + i));
            }
            writer.close();
            rowGroups = writer.rowGroups();
        }

        assertThat(rowGroups).isGreaterThanOrEqualTo(3);
        assertThat(rows("SELECT count(*), count(DISTINCT transaction_id) FROM '" + path + "'"))
                .containsExactly("30000|30000");
        assertThat(rows("SELECT count(DISTINCT row_group_id) FROM parquet_metadata('" + path + "')"))
                .containsExactly(String.valueOf(rowGroups));
    }

    @Test
    void what_a_finished_file_tells_about_itself_is_true() throws Exception {
        Path path = directory.resolve("part-00003.parquet");
        LandedFile landed;
        int amount = Catalogue.TRANSACTIONS.indexOf("amount");
        int currency = Catalogue.TRANSACTIONS.indexOf("currency");
        try (LandingWriter writer = LandingWriter.open(Catalogue.TRANSACTIONS, path)) {
            LandingRow row = writer.row();
            writer.write(row.clear().set(currency, "EUR").setDecimal(amount, Long.MAX_VALUE));
            writer.write(row.clear().set(currency, "EUR").setDecimal(amount, Long.MAX_VALUE));
            writer.write(row.clear().set(currency, "USD").setDecimal(amount, -150));
            writer.write(row.clear().set(currency, "SEK"));
            writer.write(row.clear().setDecimal(amount, 7));
            landed = writer.finish();
        }

        assertThat(landed.amounts())
                .containsOnly(
                        Map.entry("EUR", new BigDecimal("184467440737095516.14")),
                        Map.entry("USD", new BigDecimal("-1.50")),
                        Map.entry("SEK", new BigDecimal("0.00")),
                        Map.entry("-", new BigDecimal("0.07")));
        byte[] bytes = Files.readAllBytes(path);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(landed.entry()).isEqualTo(new Trailer.FileEntry("part-00003.parquet", bytes.length, 5, sha256));
    }

    private static String duckDbType(Column column) {
        return switch (column.type()) {
            case STRING -> "VARCHAR";
            case BOOLEAN -> "BOOLEAN";
            case INT -> "INTEGER";
            case BIGINT -> "BIGINT";
            case DOUBLE -> "DOUBLE";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case MONEY -> "DECIMAL(18,2)";
            case TOTAL -> "DECIMAL(38,2)";
            case RATE -> "DECIMAL(18,8)";
            case FIGURE -> "DECIMAL(38,8)";
            case QUANTITY -> "DECIMAL(24,6)";
            case STRINGS -> "VARCHAR[]";
            case INTS -> "INTEGER[]";
            case BIGINTS -> "BIGINT[]";
        };
    }

    private static List<String> rows(String sql) throws Exception {
        List<String> rows = new java.util.ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
