package io.daybreak.jobs.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeedMappingTest {

    private static final String GOOD = """
            -- Purpose: a day
            -- Feed: transactions
            -- Each: booking gives 1
            -- Amount: value
            -- Parameter: home STRING = 'CZ' -- the bank's country
            -- Source: booking
            -- Format: csv
            -- Delimiter: ;
            -- Decimal: ,
            -- Encoding: ISO-8859-2
            -- Null: N/A, "-"
            -- Columns: id STRING NOT NULL, "Value in CZK" AS value DECIMAL(18,2),
            -- Columns: day DATE 'dd.MM.yy'
            -- Where: day = business_date()
            -- Source: branch
            -- Format: fixed
            -- Record: 12
            -- Encoding: Cp037
            -- Columns: code STRING 1-4, total PACKED(9, 2) 5-9
            SELECT id AS transaction_id, value AS amount, :home AS country FROM booking
            """;

    @Test
    void a_mapping_declares_its_sources_one_by_one() {
        FeedMapping mapping = FeedMapping.parse("day", GOOD);

        assertThat(mapping.feed().name()).isEqualTo("transactions");
        assertThat(mapping.each()).isEqualTo("booking");
        assertThat(mapping.gives()).isEqualTo(1);
        SourceLayout booking = mapping.sources().get(0);
        assertThat(booking.delimiter()).isEqualTo(';');
        assertThat(booking.decimalSign()).isEqualTo(',');
        assertThat(booking.encoding()).isEqualTo("ISO-8859-2");
        assertThat(booking.nulls()).containsExactly("N/A", "-");
        assertThat(booking.columns())
                .containsExactly(
                        new SourceColumn("id", "id", new SourceType(SourceType.Kind.STRING, 0, 0, ""), true, 0, 0),
                        new SourceColumn(
                                "Value in CZK",
                                "value",
                                new SourceType(SourceType.Kind.DECIMAL, 18, 2, ""),
                                false,
                                0,
                                0),
                        new SourceColumn(
                                "day", "day", new SourceType(SourceType.Kind.DATE, 0, 0, "dd.MM.yy"), false, 0, 0));
        SourceLayout branch = mapping.sources().get(1);
        assertThat(branch.format()).isEqualTo(SourceLayout.Format.FIXED);
        assertThat(branch.recordBytes()).isEqualTo(12);
        assertThat(branch.encoding()).isEqualTo("IBM037");
        assertThat(branch.columns().get(1).type()).isEqualTo(new SourceType(SourceType.Kind.PACKED, 9, 2, ""));
    }

    @Test
    void a_parameter_keeps_its_default_until_it_is_set() {
        FeedMapping mapping = FeedMapping.parse("day", GOOD);

        assertThat(mapping.sql().bound()).contains("CAST('CZ' AS STRING) AS country");
        assertThat(mapping.with(Map.of("home", "'SK'")).sql().bound()).contains("CAST('SK' AS STRING) AS country");
        assertThatThrownBy(() -> mapping.with(Map.of("country", "'SK'")))
                .hasMessageContaining("no parameter 'country'")
                .hasMessageContaining("[home]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- Feed: transactions         | -- Feed: transaction        | lands no 'transaction'
            -- Feed: transactions         | -- Note: x                  | no '-- Feed: table' line
            -- Each: booking gives 1      | -- Each: bookings gives 1   | Each names source bookings
            -- Each: booking gives 1      | -- Each: booking            | is not 'source gives N'
            -- Amount: value              | -- Amount: val              | source booking has no column val
            -- Delimiter: ;               | -- Delimiter: ;;            | Delimiter ';;' is not one character
            -- Delimiter: ;               | -- Delimeter: ;             | did you mean 'Delimiter'
            -- Encoding: ISO-8859-2       | -- Encoding: Latin-2000     | no Encoding 'Latin-2000'
            -- Encoding: ISO-8859-2       | -- Encoding: UTF-16         | more than one byte
            -- Format: csv                | -- Format: xls              | 'xls' is neither csv nor fixed nor parquet
            -- Format: csv                | -- Header: maybe            | 'maybe' is neither yes nor no
            day DATE 'dd.MM.yy'           | day DATUM                   | there is no type DATUM
            day DATE 'dd.MM.yy'           | day DATE 'tt.MM.yy'         | pattern 'tt.MM.yy'
            day DATE 'dd.MM.yy'           | day DATE 1-4                | that is for fixed width
            day DATE 'dd.MM.yy'           | id DATE                     | two columns are named id
            day DATE 'dd.MM.yy'           | day                         | column 'day' is not: name
            DECIMAL(18,2)                 | DECIMAL(40,2)               | is not a decimal type
            "Value in CZK" AS value       | "Value in CZK"              | needs a name for the SELECT
            code STRING 1-4               | code STRING                 | has no bytes
            total PACKED(9, 2) 5-9        | total PACKED(9, 2) 5-13     | ends at byte 13 of a record of 12
            -- Source: branch             | -- Source: booking          | two sources are named booking
            FROM booking                  | FROM booking; DELETE        | no semicolon
            -- Purpose: a day             | -- Note: a day              | no '-- Purpose:' line
            """)
    void a_mistake_is_told_with_the_mapping_and_the_mistake(String good, String bad, String told) {
        String text = GOOD.replace(good, bad);

        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> FeedMapping.parse("day", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("day")
                .hasMessageContaining(told);
    }

    static List<String> builtIn() throws Exception {
        Path folder = Path.of(URI.create(FeedMapping.class
                        .getClassLoader()
                        .getResource("feeds/berka/transactions.sql")
                        .toString()))
                .getParent()
                .getParent();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> folder.relativize(file).toString().replace(".sql", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void every_mapping_brought_along_is_well_formed(String name) throws Exception {
        FeedMapping mapping = FeedMapping.find(name, Path.of("."));

        assertThat(mapping.sql().bound()).containsPattern("^(SELECT|WITH)\\s").doesNotContain(" :");
    }
}
