package io.daybreak.report.xbrlcsv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.oracle.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of information against the module the EBA publishes. */
class RegisterPackageTest {

    @TempDir
    Path directory;

    private final ReportFormat format = ReportCatalog.load().format("eba.dora-4.2");

    @Test
    void every_table_has_the_columns_of_the_module_and_every_template_an_indicator() throws IOException {
        Path definition = SharedFolder.require(format.spec().oracle().file());
        JsonNode tables = new ObjectMapper().readTree(definition.toFile()).path("tables");

        Map<String, String> entries = entries(format.render(format.sample(), directory));

        for (JsonNode table : tables) {
            List<CSVRecord> rows =
                    rows(entries.getOrDefault("reports/" + table.path("url").asText(), ""));
            assertThat(rows.get(0).toList())
                    .as(table.path("url").asText())
                    .isEqualTo(table.path("columns").findValuesAsText("code"));
            assertThat(rows).hasSize(2);
            assertThat(entries.get("reports/FilingIndicators.csv"))
                    .contains(table.path("code").asText().replace('-', '.') + ",true");
        }
        assertThat(tables).hasSize(15);
        assertThat(entries.get("reports/parameters.csv")).contains("entityID,rs:529900SMPL0000000164.CON\n");
    }

    @Test
    void a_table_without_records_is_left_out_and_its_indicator_is_negative() throws IOException {
        ReportInput sample = format.sample();
        Map<String, RecordGroup> groups = new HashMap<>(sample.groups());
        groups.remove("b_05_02");

        Map<String, String> entries = entries(format.render(new ReportInput(sample.header(), groups), directory));

        assertThat(entries).doesNotContainKey("reports/b_05.02.csv").containsKey("reports/b_05.01.csv");
        assertThat(entries.get("reports/FilingIndicators.csv")).contains("B_05.01,true\nB_05.02,false\n");
    }

    private static List<CSVRecord> rows(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }

    private static Map<String, String> entries(RenderResult result) throws IOException {
        assertThat(result.findings()).isEmpty();
        Path file = result.files().get(0).path();
        String folder = file.getFileName().toString().replace(".zip", "/");
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                assertThat(entry.getName()).startsWith(folder);
                entries.put(
                        entry.getName().substring(folder.length()),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
