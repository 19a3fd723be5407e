package io.daybreak.jobs.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.oracle.DuckDb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by DuckDB are read as DuckDB has them, and files written here are read by DuckDB as they were meant. */
class ColumnFileTest {

    private static final int ROWS = 100_000;

    /** Texts that leave their dictionary half-way, repeat, are missing in runs and at random; and numbers alike. */
    private static final String SELECT = """
            SELECT i AS id,
                   CASE WHEN i %% 7 = 0 THEN NULL ELSE 'k' || (i %% 5) END AS few,
                   CASE WHEN i BETWEEN 30000 AND 45000 THEN NULL ELSE 'text ' || hash(i) || chr(CAST(946 + i %% 3 AS INTEGER)) END AS many,
                   'row ' || i AS always,
                   CAST(i * 17 %% 1000003 AS DECIMAL(18,2)) AS amount,
                   CASE WHEN i %% 11 = 3 THEN NULL ELSE TIMESTAMP '2026-03-31 00:00:00' + INTERVAL (i) SECOND END AS moment,
                   CAST(DATE '2026-03-31' - CAST(i %% 40 AS INTEGER) AS DATE) AS day,
                   i %% 3 = 0 AS flag,
                   CAST(i AS DOUBLE) / 7 AS figure,
                   CAST(i * 1000000007 AS DECIMAL(38,2)) AS total,
                   CASE WHEN i %% 5 = 0 THEN NULL WHEN i %% 5 = 1 THEN [] ELSE [CAST(i AS BIGINT), NULL, 7] END AS list,
                   ['a', 'b' || i %% 3] AS texts
            FROM range(%d) rows(i)
            """;

    private static final List<Column> COLUMNS = List.of(
            column("id", ColumnType.BIGINT),
            column("few", ColumnType.STRING),
            column("many", ColumnType.STRING),
            column("always", ColumnType.STRING),
            column("amount", ColumnType.MONEY),
            column("moment", ColumnType.TIMESTAMP),
            column("day", ColumnType.DATE),
            column("flag", ColumnType.BOOLEAN),
            column("figure", ColumnType.DOUBLE),
            column("total", ColumnType.TOTAL),
            column("list", ColumnType.BIGINTS),
            column("texts", ColumnType.STRINGS),
            column("nowhere", ColumnType.STRING));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMPRESSION snappy",
                "COMPRESSION zstd",
                "COMPRESSION gzip",
                "COMPRESSION uncompressed",
                "COMPRESSION snappy, PARQUET_VERSION v2",
                "COMPRESSION snappy, ROW_GROUP_SIZE 6000"
            })
    void what_another_writer_wrote_is_read_as_it_is(String options) throws Exception {
        Path file = folder.resolve("written.parquet");
        try (DuckDb duck = new DuckDb()) {
            duck.execute("COPY (" + SELECT.formatted(ROWS) + ") TO '" + file + "' (FORMAT parquet, " + options + ")");
            List<String> expected = duck.rows("SELECT id, few, many, always, CAST(amount * 100 AS BIGINT),"
                    + " epoch_us(moment), CAST(day - DATE '1970-01-01' AS INTEGER), flag, figure,"
                    + " CAST(CAST(total * 100 AS HUGEINT) AS VARCHAR), CAST(list AS VARCHAR), CAST(texts AS VARCHAR), NULL"
                    + " FROM read_parquet('" + file + "') ORDER BY id");

            assertThat(read(file)).isEqualTo(expected);
        }
    }

    @Test
    void row_groups_that_cannot_match_are_passed_over_and_rows_keep_their_numbers() throws Exception {
        Path file = folder.resolve("pruned.parquet");
        try (DuckDb duck = new DuckDb()) {
            duck.execute(
                    "COPY (" + SELECT.formatted(ROWS) + ") TO '" + file + "' (FORMAT parquet, ROW_GROUP_SIZE 6000)");
        }

        FilterCompat.Filter last = FilterCompat.get(FilterApi.gtEq(FilterApi.longColumn("id"), 99_999L));
        List<Long> numbers = new ArrayList<>();
        try (ColumnFileReader reader = open(file, last)) {
            for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                for (int i = 0; i < batch.rows(); i++) {
                    numbers.add(batch.firstRow() + i);
                    assertThat(batch.longs(0).get(i)).isEqualTo(batch.firstRow() + i);
                }
            }
        }

        assertThat(numbers).endsWith(99_999L).hasSizeLessThan(10_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"SNAPPY", "ZSTD", "UNCOMPRESSED"})
    void what_is_written_here_another_engine_reads(CompressionCodecName codec) throws Exception {
        Path source = folder.resolve("source.parquet");
        Path copy = folder.resolve("copy.parquet");
        try (DuckDb duck = new DuckDb()) {
            duck.execute("COPY (SELECT id, few, many, always, amount, moment, day, flag FROM (" + SELECT.formatted(ROWS)
                    + ")) TO '" + source + "' (FORMAT parquet, ROW_GROUP_SIZE 30000)");

            long kept = copyOddRows(source, copy, codec);

            assertThat(kept).isEqualTo(ROWS / 2);
            String expected =
                    "SELECT *, CASE WHEN id % 4 = 1 THEN ['X'] ELSE ['X', 'Z'] END AS list FROM read_parquet('" + source
                            + "') WHERE id % 2 = 1";
            String written = "SELECT * FROM read_parquet('" + copy + "')";
            assertThat(duck.rows("(" + expected + " EXCEPT ALL " + written + ") LIMIT 3"))
                    .isEmpty();
            assertThat(duck.rows("(" + written + " EXCEPT ALL " + expected + ") LIMIT 3"))
                    .isEmpty();
            assertThat(duck.rows("SELECT MIN(stats_min_value), MAX(stats_max_value), SUM(stats_null_count)"
                            + " FROM parquet_metadata('" + copy + "') WHERE path_in_schema = 'few'"))
                    .isEqualTo(duck.rows("SELECT MIN(few), MAX(few), COUNT(*) - COUNT(few) FROM (" + expected + ")"));
            assertThat(duck.count("SELECT COUNT(*) FROM " + "(" + written + ") WHERE many = 'no such text'"))
                    .as("a filter by the statistics written")
                    .isZero();
        }
    }

    @Test
    void a_missing_value_in_a_column_that_must_have_one_is_refused() throws Exception {
        TextVector texts = new TextVector();
        texts.reset(1, TextDictionary.of("a"));
        texts.markAbsent(0);
        try (ColumnFileWriter writer = writer(
                folder.resolve("refused.parquet"),
                "message t { required binary name (STRING); }",
                CompressionCodecName.SNAPPY)) {
            assertThatThrownBy(() -> writer.append(new Vector[] {texts}, new int[] {0}, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("name");
        }
    }

    private long copyOddRows(Path source, Path copy, CompressionCodecName codec) throws Exception {
        String schema = """
                message t { optional int64 id; optional binary few (STRING); optional binary many (STRING);
                optional binary always (STRING); optional int64 amount (DECIMAL(18,2));
                optional int64 moment (TIMESTAMP(MICROS,false)); optional int32 day (DATE); optional boolean flag;
                required group list (LIST) { repeated group list { optional binary element (STRING); } } }
                """;
        TextListVector list = new TextListVector(TextDictionary.of("X", "Y", "Z"));
        try (ColumnFileReader reader = new ColumnFileReader(
                        "source",
                        new FlinkInput(path(source), Files.size(source)),
                        COLUMNS.subList(0, 8),
                        FilterCompat.NOOP);
                ColumnFileWriter writer = writer(copy, schema, codec)) {
            for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                int[] odd = new int[batch.rows()];
                int count = 0;
                list.reset(batch.rows());
                for (int i = 0; i < batch.rows(); i++) {
                    long id = batch.longs(0).get(i);
                    if (id % 2 == 1) {
                        odd[count++] = i;
                        list.set(i, id % 4 == 1 ? 1 : 5);
                    }
                }
                Vector[] columns = java.util.Arrays.copyOf(batch.columns(), 9);
                columns[8] = list;
                writer.append(columns, odd, count);
            }
            return writer.rows();
        }
    }

    private static ColumnFileWriter writer(Path file, String schema, CompressionCodecName codec) throws Exception {
        return new ColumnFileWriter(
                HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false)),
                MessageTypeParser.parseMessageType(schema),
                codec);
    }

    private static org.apache.flink.core.fs.Path path(Path file) {
        return new org.apache.flink.core.fs.Path(file.toUri());
    }

    private static ColumnFileReader open(Path file, FilterCompat.Filter filter) throws Exception {
        return new ColumnFileReader("file", new FlinkInput(path(file), Files.size(file)), COLUMNS, filter);
    }

    private static List<String> read(Path file) throws Exception {
        List<String> rows = new ArrayList<>();
        try (ColumnFileReader reader = open(file, FilterCompat.NOOP)) {
            for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                for (int i = 0; i < batch.rows(); i++) {
                    List<String> row = new ArrayList<>();
                    for (Vector column : batch.columns()) {
                        row.add(String.valueOf(value(column, i)));
                    }
                    rows.add(String.join("\t", row));
                }
            }
        }
        return rows;
    }

    private static @Nullable Object value(Vector column, int row) {
        if (column.isAbsent(row)) {
            return null;
        } else if (column instanceof TextVector text) {
            return text.length(row) == 16 && text.data()[text.start(row)] == 0
                    ? new java.math.BigInteger(text.data(), text.start(row), text.length(row)).toString()
                    : new String(text.data(), text.start(row), text.length(row), StandardCharsets.UTF_8);
        } else if (column instanceof LongVector longs) {
            return longs.get(row);
        } else if (column instanceof IntVector ints) {
            return ints.get(row);
        } else if (column instanceof DoubleVector doubles) {
            return doubles.get(row);
        } else if (column instanceof BooleanVector truths) {
            return truths.get(row);
        }
        ListVector lists = (ListVector) column;
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < lists.count(row); i++) {
            elements.add(Objects.toString(value(lists.elements(), lists.first(row) + i), "NULL"));
        }
        return elements.toString();
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, Column.Presence.NULLABLE, "for the test");
    }
}
