package io.daybreak.report.xbrlcsv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.check.Violation;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.FileOpener;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import io.daybreak.report.output.DeferredOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one package: the facts stream table by table into the zip, the filing indicators follow when it is known which tables there were. */
final class PackageWriter {

    private final Module module;
    private final GroupModel model;
    private final ReportInput report;
    private final Findings findings;
    private final PackageHeader header;
    private final Set<String> written = new HashSet<>();
    private final Set<String> reported = new TreeSet<>();
    private long facts;

    PackageWriter(Module module, InputModel input, ReportInput report, Findings findings) {
        this.module = module;
        this.model = input.groups().get(0);
        this.report = report;
        this.findings = findings;
        this.header = PackageHeader.of(report, findings);
    }

    Engine.Outcome write(FileOpener files) throws IOException {
        String name = header.packageName(module);
        try (DeferredOutput out = new DeferredOutput(files.open(name + ".zip"));
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            PackageEntries entries = new PackageEntries(zip, name);
            entries.text(
                    "META-INF/reportPackage.json",
                    "{\"documentInfo\":{\"documentType\":\"https://xbrl.org/report-package/2023\"}}");
            entries.text(
                    "reports/report.json",
                    "{\"documentInfo\":{\"documentType\":\"https://xbrl.org/2021/xbrl-csv\",\"extends\":[\""
                            + module.entryPoint() + "\"]}}");
            entries.text("reports/parameters.csv", parameters());
            writeFacts(entries);
            entries.text("reports/FilingIndicators.csv", indicators());
        }
        if (facts == 0) {
            findings.add(Finding.error("required", "facts", "facts", "", "at least one fact"));
        }
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        totals.put("facts", BigDecimal.valueOf(facts));
        totals.put("templates", BigDecimal.valueOf(reported.size()));
        return new Engine.Outcome(facts, totals);
    }

    private String parameters() {
        StringBuilder text = new StringBuilder("name,value\n");
        // A subject with its scope is no LEI: the scheme is https://eurofiling.info/eu/rs (EBA filing rules 2.8 and
        // 5.2).
        text.append("entityID,rs:")
                .append(header.entityLei())
                .append('.')
                .append(header.scope())
                .append('\n');
        text.append("refPeriod,").append(header.referenceDate()).append('\n');
        text.append("baseCurrency,iso4217:").append(header.currency()).append('\n');
        decimals(text, "decimalsMonetary", DataPoint.Kind.MONETARY, module.monetaryDecimals());
        decimals(text, "decimalsPercentage", DataPoint.Kind.PERCENTAGE, 4);
        decimals(text, "decimalsInteger", DataPoint.Kind.INTEGER, 0);
        decimals(text, "decimalsDecimal", DataPoint.Kind.DECIMAL, 2);
        return text.toString();
    }

    private void decimals(StringBuilder text, String parameter, DataPoint.Kind kind, int decimals) {
        if (module.has(kind)) {
            text.append(parameter).append(',').append(decimals).append('\n');
        }
    }

    private String indicators() {
        StringBuilder text = new StringBuilder("templateID,reported\n");
        for (String indicator : module.indicators()) {
            text.append(indicator)
                    .append(',')
                    .append(reported.contains(indicator))
                    .append('\n');
        }
        return text.toString();
    }

    private void writeFacts(PackageEntries entries) throws IOException {
        RecordGroup group = report.groups().get("facts");
        if (group == null) {
            return;
        }
        int[] positions = model.columns().stream()
                .mapToInt(column -> group.columns().indexOf(column.name()))
                .toArray();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0) {
                throw new IllegalArgumentException("group 'facts' lacks column '"
                        + model.columns().get(i).name() + "'; it has " + group.columns());
            }
        }
        @Nullable TableWriter current = null;
        while (group.rows().hasNext()) {
            Row row = group.rows().next();
            Object file = row.value(positions[0]);
            if (current == null || !current.file().equals(file)) {
                if (current != null) {
                    current.close();
                }
                current = open(entries, String.valueOf(file), positions);
            }
            if (current != null) {
                facts += current.write(row);
            }
        }
        if (current != null) {
            current.close();
        }
    }

    private @Nullable TableWriter open(PackageEntries entries, String file, int[] positions) throws IOException {
        Table table = module.tables().get(file + ".csv");
        if (table == null) {
            findings.add(Finding.error(
                    "code-list",
                    "facts",
                    "table_file",
                    file,
                    "a table of the module: " + module.tables().keySet()));
            return null;
        }
        if (!written.add(file)) {
            findings.add(Finding.error("order", "facts", "table_file", file, "all facts of a table together"));
            return null;
        }
        reported.add(table.indicator());
        return new TableWriter(file, table, positions, model, findings, entries.table("reports/" + table.file()));
    }

    /** The entries of the zip, all at one time so that the same report gives the same bytes. */
    private final class PackageEntries {
        private final ZipOutputStream zip;
        private final String folder;

        PackageEntries(ZipOutputStream zip, String folder) {
            this.zip = zip;
            this.folder = folder;
        }

        void text(String name, String content) throws IOException {
            begin(name);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        CsvWriter table(String name) throws IOException {
            begin(name);
            Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8) {
                @Override
                public void close() throws IOException {
                    flush();
                    zip.closeEntry();
                }
            };
            return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        }

        private void begin(String name) throws IOException {
            ZipEntry entry = new ZipEntry(folder + "/" + name);
            entry.setTimeLocal(header.createdAt());
            zip.putNextEntry(entry);
        }
    }

    /** Writes the facts of one table. */
    private static final class TableWriter {
        private final String file;
        private final Table table;
        private final Findings findings;
        private final CsvWriter csv;
        private final int datapoint;
        private final int number;
        private final int text;
        private final int unit;
        private final int[] keys;
        private final Set<String> seen = new HashSet<>();
        private List<String> previous = List.of();

        TableWriter(String file, Table table, int[] positions, GroupModel model, Findings findings, CsvWriter csv) {
            this.file = file;
            this.table = table;
            this.findings = findings;
            this.csv = csv;
            this.datapoint = positions[model.indexOf("datapoint")];
            this.number = positions[model.indexOf("number")];
            this.text = positions[model.indexOf("text")];
            this.unit = positions[model.indexOf("unit")];
            this.keys = table.keys().stream()
                    .mapToInt(key -> positions[model.indexOf(XbrlCsvEngine.keyColumn(key))])
                    .toArray();
            List<String> names = new ArrayList<>(List.of("datapoint"));
            names.addAll(table.keys());
            names.add("factValue");
            if (table.unit()) {
                names.add("unit");
            }
            csv.writeRecord(names);
        }

        String file() {
            return file;
        }

        void close() throws IOException {
            csv.close();
        }

        /** Writes a fact if nothing is wrong with it; answers how many were written. */
        int write(Row row) {
            String code = String.valueOf(row.value(datapoint));
            DataPoint point = table.points().get(code);
            if (point == null) {
                findings.add(
                        Finding.error("code-list", where(code), "datapoint", code, "a data point of " + table.file()));
                return 0;
            }
            String value = point.text(row.value(number), row.value(text));
            if (value == null) {
                findings.add(Finding.error(
                        "required",
                        where(code),
                        point.kind().isNumeric() ? "number" : "text",
                        "",
                        "a value, " + point.kind()));
                return 0;
            }
            Violation violation = point.check(value);
            if (violation != null) {
                findings.add(Finding.error(violation.rule(), where(code), "text", value, violation.bound()));
                return 0;
            }
            List<String> record = new ArrayList<>(keys.length + 3);
            record.add(code);
            if (!addKeys(row, code, record) || !isNew(code, record)) {
                return 0;
            }
            record.add(value);
            if (table.unit() && !addUnit(row, code, point, record)) {
                return 0;
            }
            csv.writeRecord(record);
            return 1;
        }

        private boolean addKeys(Row row, String code, List<String> record) {
            for (int i = 0; i < keys.length; i++) {
                if (!(row.value(keys[i]) instanceof String key)
                        || key.isBlank()
                        || io.daybreak.report.check.CharacterSet.XML.firstOutside(key) >= 0) {
                    findings.add(Finding.error(
                            "required",
                            where(code),
                            table.keys().get(i),
                            String.valueOf(row.value(keys[i])),
                            "a key without control characters"));
                    return false;
                }
                record.add(key);
            }
            return true;
        }

        private boolean isNew(String code, List<String> record) {
            if (keys.length == 0) {
                if (!seen.add(code)) {
                    findings.add(Finding.error("unique", where(code), "datapoint", code, "one fact per data point"));
                    return false;
                }
                return true;
            }
            if (compare(record, previous) <= 0) {
                findings.add(Finding.error(
                        "unique",
                        where(code),
                        "keys",
                        String.join("/", record),
                        "facts in rising order of data point and keys, none twice"));
                return false;
            }
            previous = List.copyOf(record);
            return true;
        }

        /** Part by part; nothing stands before the first fact. */
        private static int compare(List<String> left, List<String> right) {
            for (int i = 0; i < right.size(); i++) {
                int order = left.get(i).compareTo(right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return right.isEmpty() ? 1 : 0;
        }

        private boolean addUnit(Row row, String code, DataPoint point, List<String> record) {
            Object value = row.value(unit);
            String expected = point.kind() == DataPoint.Kind.MONETARY ? "iso4217:[A-Z]{3}" : "xbrli:pure|";
            String given = value == null ? "" : value.toString();
            if (!given.matches(expected)) {
                findings.add(Finding.error(
                        "unit", where(code), "unit", given, "iso4217:CCC of money, xbrli:pure of other numbers"));
                return false;
            }
            record.add(given);
            return true;
        }

        private String where(String code) {
            return "facts[" + file + "/" + code + "]";
        }
    }
}
