package io.daybreak.bench.kernel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The tables of a package as rows, written by FastCSV into the JDK's zip stream. */
final class PackageTwin implements RawTwin {

    private final Map<String, List<String[]>> entries = new LinkedHashMap<>();

    PackageTwin(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().endsWith(".csv")) {
                    continue;
                }
                List<String[]> rows = new ArrayList<>();
                try (Reader text = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8)) {
                    for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) {
                        rows.add(record.getFields().toArray(String[]::new));
                    }
                }
                entries.put(entry.getName(), rows);
            }
        }
    }

    @Override
    public void write(Path file) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (Map.Entry<String, List<String[]>> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                OutputStreamWriter text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
                for (String[] row : entry.getValue()) {
                    csv.writeRecord(row);
                }
                csv.flush();
                text.flush();
                zip.closeEntry();
            }
        }
    }
}
