package io.daybreak.report.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import io.daybreak.report.oracle.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallBusinessRegisterTest {

    @TempDir
    Path directory;

    /** The bureau's own fixture, read by another library into cells and rendered, is the fixture again. */
    @Test
    void the_bureaus_fixture_without_findings_is_reproduced() throws IOException {
        Path fixture = SharedFolder.require("us-sbl1071/sblar_no_findings.csv");
        ReportFormat format = ReportCatalog.load().format("cfpb.sbl-1071");
        List<CSVRecord> records;
        try (CSVParser parser = CSVParser.parse(fixture, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            records = parser.getRecords();
        }
        List<String> columns = new ArrayList<>();
        records.get(0).forEach(columns::add);
        List<Row> rows = new ArrayList<>();
        records.subList(1, records.size())
                .forEach(record -> rows.add(position -> record.get(position).isEmpty() ? null : record.get(position)));

        RenderResult result = format.render(
                ReportInput.of(
                        Map.of("lei", "529900SMPL0000000164", "filing_year", 2026L),
                        List.of(new RecordGroup("applications", columns, rows.iterator()))),
                directory);

        assertThat(result.findings()).isEmpty();
        List<CSVRecord> again;
        try (CSVParser parser =
                CSVParser.parse(result.files().get(0).path(), StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            again = parser.getRecords();
        }
        assertThat(again).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(again.get(i).values()).containsExactly(records.get(i).values());
        }
        assertThat(Files.size(result.files().get(0).path())).isPositive();
    }
}
