package io.daybreak.bench.kernel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of fields, written by FastCSV. */
final class DelimitedTwin implements RawTwin {

    private final List<String[]> rows = new ArrayList<>();

    DelimitedTwin(Path file) throws IOException {
        Map<String, String> known = new HashMap<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord record : reader) {
                rows.add(record.getFields().stream()
                        .map(field -> known.computeIfAbsent(field, key -> key))
                        .toArray(String[]::new));
            }
        }
    }

    @Override
    public void write(Path file) throws IOException {
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file)) {
            for (String[] row : rows) {
                csv.writeRecord(row);
            }
        }
    }
}
