package io.daybreak.jobs.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;

/** Writes rows as JSON objects, one a line, in the order they come; decimals as text. One task. */
final class JsonLinesSink implements Sink<RowData> {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String path;
    private final RowType type;

    JsonLinesSink(Path path, RowType type) {
        this.path = path.toString();
        this.type = type;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SinkWriter<RowData> createWriter(InitContext context) throws IOException {
        return new Writer(Files.newBufferedWriter(Path.of(path)), type);
    }

    private static final class Writer implements SinkWriter<RowData> {
        private final BufferedWriter out;
        private final List<String> names;
        private final RowData.FieldGetter[] getters;

        Writer(BufferedWriter out, RowType type) {
            this.out = out;
            names = type.getFieldNames();
            getters = new RowData.FieldGetter[names.size()];
            for (int i = 0; i < getters.length; i++) {
                getters[i] = RowData.createFieldGetter(type.getTypeAt(i), i);
            }
        }

        @Override
        public void write(RowData row, Context unused) throws IOException {
            Map<String, Object> entry = new LinkedHashMap<>();
            for (int i = 0; i < getters.length; i++) {
                Object value = getters[i].getFieldOrNull(row);
                if (value instanceof DecimalData decimal) {
                    entry.put(names.get(i), decimal.toBigDecimal().toPlainString());
                } else if (value != null) {
                    entry.put(names.get(i), value instanceof Number ? value : value.toString());
                }
            }
            out.write(JSON.writeValueAsString(entry));
            out.write('\n');
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
