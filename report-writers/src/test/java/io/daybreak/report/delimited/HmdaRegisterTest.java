package io.daybreak.report.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.oracle.SharedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HmdaRegisterTest {

    private static final CSVFormat BARS =
            CSVFormat.DEFAULT.builder().setDelimiter('|').setQuote(null).get();

    @TempDir
    Path directory;

    @Test
    void an_independent_reader_finds_fifteen_and_one_hundred_and_ten_fields_and_the_right_count() throws IOException {
        List<CSVRecord> records = rendered();

        assertThat(records.get(0).size()).isEqualTo(15);
        assertThat(records.get(0).get(0)).isEqualTo("1");
        assertThat(records.get(0).get(12)).isEqualTo("3");
        assertThat(records).hasSize(4);
        assertThat(records.subList(1, 4)).allSatisfy(record -> {
            assertThat(record.size()).isEqualTo(110);
            assertThat(record.get(0)).isEqualTo("2");
            assertThat(record.get(1)).isEqualTo(records.get(0).get(14));
        });
        assertThat(records.get(2).get(19)).isEqualTo("14");
        assertThat(records.get(2).get(23)).isEqualTo("Sample text");
        assertThat(records.get(1).get(9)).isEqualTo("269390");
    }

    @Test
    void records_have_the_shape_of_the_bureaus_clean_file() throws IOException {
        Path clean = SharedFolder.require("us-hmda/clean_file_1000_rows_Bank1_2020.txt.gz");
        List<CSVRecord> records = rendered();

        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(clean)), StandardCharsets.UTF_8))) {
            assertThat(reader.readLine().split("\\|", -1))
                    .hasSize(records.get(0).size());
            assertThat(reader.readLine().split("\\|", -1))
                    .hasSize(records.get(1).size());
        }
    }

    private List<CSVRecord> rendered() throws IOException {
        ReportFormat format = ReportCatalog.load().format("hmda.lar");
        RenderResult result = format.render(format.sample(), directory);
        try (CSVParser parser = CSVParser.parse(result.files().get(0).path(), StandardCharsets.UTF_8, BARS)) {
            return parser.getRecords();
        }
    }
}
