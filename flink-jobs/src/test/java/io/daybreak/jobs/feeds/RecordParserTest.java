package io.daybreak.jobs.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.junit.jupiter.api.Test;

class RecordParserTest {

    private static final String CSV = """
            -- Purpose: test
            -- Feed: transactions
            -- Source: s
            -- Delimiter: ;
            -- Pivot: 1900
            -- Null: N/A
            -- Columns: id INT NOT NULL, day DATE 'yyMMdd', name STRING, amount DECIMAL(6,2)
            SELECT id FROM s
            """;

    private final List<String> rows = new ArrayList<>();
    private final List<String> unparsed = new ArrayList<>();

    @Test
    void a_line_becomes_a_row_with_its_file_and_line() throws IOException {
        parse(CSV, "id;day;name;amount\n1;931231;\"a;\"\"b\"\"\";-12.50\r\n\n2;000228;;N/A\n");

        assertThat(rows)
                .containsExactly("+I(1,8765,a;\"b\",-12.50,f,2)", "+I(2,-25509,null,null,f,4)")
                .hasSize(2);
        assertThat(unparsed).isEmpty();
    }

    @Test
    void columns_are_found_by_the_header_whatever_their_order() throws IOException {
        parse(CSV, "amount;name;id;day\n1;x;7;940101\n");

        assertThat(rows).containsExactly("+I(7,8766,x,1.00,f,2)");
    }

    @Test
    void what_does_not_read_is_kept_with_every_reason() throws IOException {
        parse(
                CSV,
                "id;day;name;amount\n"
                        + "x;931301;n;1.234\n"
                        + ";931230;n;1\n"
                        + "3;931230;n\n"
                        + "4;931230;\"n;1\n"
                        + "5;931230;\"n\"x;1\n"
                        + "6;931230;n;12345.00\n"
                        + "7;930229;n;1");

        assertThat(rows).isEmpty();
        assertThat(unparsed)
                .containsExactly(
                        "2/1: column id: 'x' is not a INT; column day: '931301' is not a DATE 'yyMMdd';"
                                + " column amount: '1.234' is not a DECIMAL(6, 2) | x;931301;n;1.234",
                        "3/1: column id has no value | ;931230;n;1",
                        "4/1: it has 3 fields, the header 4 | 3;931230;n",
                        "5/1: the quote opened at character 10 is not closed | 4;931230;\"n;1",
                        "6/1: 'x' follows the closing quote at character 12 | 5;931230;\"n\"x;1",
                        "7/1: column amount: '12345.00' is not a DECIMAL(6, 2) | 6;931230;n;12345.00",
                        "8/1: column day: '930229' is not a DATE 'yyMMdd' | 7;930229;n;1");
    }

    @Test
    void text_is_read_in_the_encoding_of_the_bank() throws IOException {
        String mapping = CSV.replace("-- Pivot: 1900", "-- Encoding: ISO-8859-2");

        parse(mapping, "id;day;name;amount\n1;;P\u0159\u00edjem \u010c\u017d;1\n", "ISO-8859-2");

        assertThat(rows).containsExactly("+I(1,null,P\u0159\u00edjem \u010c\u017d,1.00,f,2)");
    }

    @Test
    void bytes_that_are_not_of_the_encoding_are_kept_and_not_guessed() throws IOException {
        parse(CSV, "id;day;name;amount\n1;;P\u0159\u00edjem;1\n", "ISO-8859-2");

        assertThat(rows).isEmpty();
        assertThat(unparsed).containsExactly("2/1: is not UTF-8; kept byte by byte | 1;;P\u00f8\u00edjem;1");
    }

    @Test
    void a_wide_file_gives_a_row_for_each_column_and_keeps_the_cells_that_do_not_read() throws IOException {
        String mapping = """
                -- Purpose: test
                -- Feed: market_history
                -- Source: s
                -- Null: N/A
                -- Ignore: NOTE
                -- Columns: Date AS day DATE
                -- Unpivot: currency STRING, rate DECIMAL(18,8)
                SELECT currency FROM s
                """;

        parse(mapping, "Date,USD,NOTE,CZK,\n1999-01-04,1.1789,x,35.107,\n1999-01-05,N/A,x,abc,\n1999-01-06,1\n");

        assertThat(rows)
                .containsExactly(
                        "+I(10595,USD,1.17890000,f,2)", "+I(10595,CZK,35.10700000,f,2)", "+I(10596,USD,null,f,3)");
        assertThat(unparsed)
                .containsExactly(
                        "3/1: under 'CZK', column rate: 'abc' is not a DECIMAL(18, 8) | 1999-01-05,N/A,x,abc,",
                        "4/2: it has 2 fields, the header 5 | 1999-01-06,1");
    }

    @Test
    void fixed_width_ebcdic_with_packed_decimals_is_read_record_by_record() throws IOException {
        String mapping = """
                -- Purpose: test
                -- Feed: transactions
                -- Source: s
                -- Format: fixed
                -- Record: 12
                -- Encoding: Cp037
                -- Columns: name STRING 1-4, amount PACKED(9,2) 5-9, day INT 10-12
                SELECT name FROM s
                """;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Charset ebcdic = Charset.forName("Cp037");
        file.write("Ab  ".getBytes(ebcdic));
        file.write(new byte[] {0x00, 0x01, 0x23, 0x45, 0x6d});
        file.write("042".getBytes(ebcdic));
        file.write("Cd  ".getBytes(ebcdic));
        file.write(new byte[] {0x00, 0x01, 0x23, 0x45, 0x60});
        file.write("043".getBytes(ebcdic));
        file.write("Ef".getBytes(ebcdic));

        parse(mapping, file.toByteArray());

        assertThat(rows).containsExactly("+I(Ab,-1234.56,42,f,1)");
        assertThat(unparsed).hasSize(2);
        assertThat(unparsed.get(0)).startsWith("2/1: column amount is not a packed decimal");
        assertThat(unparsed.get(1)).isEqualTo("3/1: it has 2 bytes of 12 | Ef");
    }

    @Test
    void spaces_between_fields_count_as_one_delimiter() throws IOException {
        String mapping = CSV.replace("-- Delimiter: ;", "-- Delimiter: space");

        parse(mapping, "id day name amount\n 1  940101 A11   2.5 \n");

        assertThat(rows).containsExactly("+I(1,8766,A11,2.50,f,2)");
    }

    @Test
    void a_header_that_lacks_or_adds_a_column_is_refused() {
        assertThatThrownBy(() -> parse(CSV, "id;day;nane;amount\n"))
                .hasMessageContaining("lacks column 'name'")
                .hasMessageContaining("nearest it has is 'nane'");
        assertThatThrownBy(() -> parse(CSV, "id;day;name;amount;branch\n"))
                .hasMessageContaining("[branch]")
                .hasMessageContaining("would lose them");
    }

    private void parse(String mapping, String text) throws IOException {
        parse(mapping, text.getBytes(StandardCharsets.UTF_8));
    }

    private void parse(String mapping, String text, String encoding) throws IOException {
        parse(mapping, text.getBytes(Charset.forName(encoding)));
    }

    private void parse(String mapping, byte[] file) throws IOException {
        SourceLayout layout = FeedMapping.parse("test", mapping).sources().get(0);
        try (RawRecords records = RawRecords.of(new ByteArrayInputStream(file), layout)) {
            List<String> header = List.of();
            if (layout.format() == SourceLayout.Format.CSV) {
                byte[] first = records.next();
                header = new CsvFields(layout.delimiter(), layout.quote())
                        .split(new String(first, StandardCharsets.UTF_8));
            }
            RecordParser parser = new RecordParser(layout, "f", header);
            for (byte[] record = records.next(); record != null; record = records.next()) {
                long line = records.line();
                parser.parse(record, line, new RecordParser.Outcome() {
                    @Override
                    public void row(GenericRowData row) {
                        rows.add(row.toString());
                    }

                    @Override
                    public void unparsed(int count, String reason, String text) {
                        unparsed.add(line + "/" + count + ": " + reason + " | " + text);
                    }
                });
            }
        }
    }
}
