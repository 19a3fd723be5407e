package io.daybreak.report.xbrlcsv;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.oracle.SharedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every EBA package against the structural rules of the filing rules and, where it is here, the module definition itself. */
class EbaPackageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @TempDir
    Path directory;

    static Stream<ReportFormat> modules() {
        return ReportCatalog.load().formats().stream()
                .filter(format -> format.spec().engine().equals("xbrl-csv"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_package_has_the_files_names_and_parameters_of_the_filing_rules(ReportFormat format) throws IOException {
        RenderResult result = format.render(format.sample(), directory);

        Path zip = result.files().get(0).path();
        String name = zip.getFileName().toString().replace(".zip", "");
        // EBA-NAME-001 to 060: six parts, the time stamp to the millisecond.
        assertThat(name)
                .matches(
                        "[A-Z0-9]{18}[0-9]{2}\\.CON_[A-Z]{2}_[A-Z0-9]+[0-9]{6}_[A-Z0-9]+_\\d{4}-\\d{2}-\\d{2}_\\d{17}");
        Map<String, String> entries = entries(zip);
        assertThat(entries.keySet()).allSatisfy(entry -> assertThat(entry).startsWith(name + "/"));
        assertThat(JSON.readTree(entries.get(name + "/META-INF/reportPackage.json"))
                        .at("/documentInfo/documentType")
                        .asText())
                .isEqualTo("https://xbrl.org/report-package/2023");
        JsonNode report = JSON.readTree(entries.get(name + "/reports/report.json"));
        assertThat(report.at("/documentInfo/documentType").asText()).isEqualTo("https://xbrl.org/2021/xbrl-csv");
        assertThat(report.at("/documentInfo/extends")).hasSize(1);
        Map<String, String> parameters = new HashMap<>();
        for (CSVRecord record : records(requireNonNull(entries.get(name + "/reports/parameters.csv")))) {
            parameters.put(record.get("name"), record.get("value"));
        }
        assertThat(parameters.get("entityID")).matches("rs:[A-Z0-9]{20}\\.CON");
        assertThat(parameters.get("refPeriod")).isEqualTo("2026-09-30");
        assertThat(parameters.get("baseCurrency")).isEqualTo("iso4217:EUR");
        // EBA-DEC-001 to 003.
        if (parameters.containsKey("decimalsMonetary")) {
            assertThat(Integer.parseInt(parameters.get("decimalsMonetary"))).isGreaterThanOrEqualTo(-6);
        }
        assertThat(parameters.getOrDefault("decimalsPercentage", "4")).isEqualTo("4");
        assertThat(parameters.getOrDefault("decimalsInteger", "0")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void facts_and_indicators_agree_with_the_published_module(ReportFormat format) throws IOException {
        JsonNode module = read(SharedFolder.require(format.spec().oracle().file()));
        RenderResult result = format.render(format.sample(), directory);

        Path zip = result.files().get(0).path();
        String folder = zip.getFileName().toString().replace(".zip", "") + "/reports/";
        Map<String, String> entries = entries(zip);
        assertThat(JSON.readTree(entries.get(folder + "report.json")).at("/documentInfo/extends/0"))
                .isEqualTo(module.get("url"));
        Map<String, JsonNode> tables = new LinkedHashMap<>();
        Set<String> templates = new HashSet<>();
        module.get("tables").forEach(table -> {
            tables.put(table.get("url").asText(), table);
            templates.add(table.get("filing_indicator").asText());
        });
        Map<String, String> indicators = new HashMap<>();
        for (CSVRecord record : records(requireNonNull(entries.get(folder + "FilingIndicators.csv")))) {
            assertThat(indicators.put(record.get("templateID"), record.get("reported")))
                    .isNull();
        }
        assertThat(indicators.keySet()).isEqualTo(templates);
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            String file = entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1);
            if (tables.containsKey(file)) {
                written.add(file);
                JsonNode table = tables.get(file);
                assertThat(indicators.get(table.get("filing_indicator").asText()))
                        .as(file)
                        .isEqualTo("true");
                checkFacts(file, table, entry.getValue());
            }
        }
        // CSV-049: a template without a file is reported negative, and the other way round.
        Set<String> reported = new HashSet<>();
        written.forEach(file -> reported.add(
                requireNonNull(tables.get(file)).get("filing_indicator").asText()));
        assertThat(indicators.entrySet().stream()
                        .filter(e -> e.getValue().equals("true"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(reported);
        assertThat(entries).hasSize(4 + written.size());
    }

    private static void checkFacts(String file, JsonNode table, String content) throws IOException {
        Map<String, JsonNode> points = new HashMap<>();
        table.get("variables").forEach(point -> points.put(point.get("code").asText(), point));
        List<String> columns = new ArrayList<>(List.of("datapoint"));
        table.get("open_keys").forEach(key -> columns.add(key.asText()));
        columns.add("factValue");
        table.get("attributes").forEach(attribute -> columns.add(attribute.asText()));
        assertThat(content.substring(0, content.indexOf('\n')).split(","))
                .as(file)
                .containsExactlyElementsOf(columns);
        List<CSVRecord> records = records(content);
        assertThat(records).as(file).isNotEmpty();
        for (CSVRecord record : records) {
            JsonNode point = points.get(record.get("datapoint"));
            assertThat(point).as(file + " " + record).isNotNull();
            String value = record.get("factValue");
            String decimals = point.get("attributes").asText();
            if (decimals.startsWith("$decimals")) {
                assertThat(value).matches(decimals.equals("$decimalsInteger") ? "-?\\d+" : "-?\\d+(\\.\\d+)?");
            }
            List<String> allowed = new ArrayList<>();
            point.get("allowed_values").forEach(code -> allowed.add(code.asText()));
            if (!allowed.isEmpty()) {
                assertThat(allowed).contains(value);
            }
        }
    }

    private static List<CSVRecord> records(String content) throws IOException {
        try (var parser = CSV.parse(new StringReader(content))) {
            return parser.getRecords();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return JSON.readTree(in);
        }
    }

    private static Map<String, String> entries(Path zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                        .isNull();
            }
        }
        return entries;
    }
}
