package io.daybreak.jobs.feeds;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** A source's files by path in, its rows out; what does not read goes to a side output with file, line, text and reason. */
final class SourceRows extends ProcessFunction<String, RowData> {

    private static final long serialVersionUID = 1L;

    /** Columns every source has besides its own. */
    static final String SOURCE_FILE = "source_file";

    static final String SOURCE_LINE = "source_line";

    private final String label;
    private final SourceLayout layout;
    private final OutputTag<RowData> unparsed;

    /** @param label mapping and source, as unparsed rows name them */
    SourceRows(String label, SourceLayout layout, OutputTag<RowData> unparsed) {
        this.label = label;
        this.layout = layout;
        this.unparsed = unparsed;
    }

    @Override
    public void processElement(String file, Context context, Collector<RowData> out) throws Exception {
        RecordParser parser = new RecordParser(layout, file, SourceFile.header(file, layout));
        try (RawRecords records = RawRecords.open(file, layout)) {
            if (layout.format() == SourceLayout.Format.CSV && layout.header()) {
                records.next();
            }
            int[] ordinal = new int[1];
            for (byte[] record = records.next(); record != null; record = records.next()) {
                long line = records.line();
                parser.parse(record, line, new RecordParser.Outcome() {
                    @Override
                    public void row(GenericRowData row) {
                        out.collect(row);
                    }

                    @Override
                    public void unparsed(int rows, String reason, String text) {
                        context.output(unparsed, unparsedRow(file, line, ordinal[0]++, rows, reason, text));
                    }
                });
            }
        }
    }

    private RowData unparsedRow(String file, long line, int ordinal, int rows, String reason, String text) {
        return GenericRowData.of(
                StringData.fromString(label),
                StringData.fromString(file),
                line,
                ordinal,
                rows,
                StringData.fromString(reason),
                StringData.fromString(text));
    }

    /** The rows of a source: its columns, then where each came from. */
    static RowType rowType(SourceLayout layout) {
        List<RowType.RowField> fields = new ArrayList<>();
        for (SourceColumn column : layout.produced()) {
            fields.add(new RowType.RowField(column.name(), logicalType(column.type())));
        }
        fields.add(new RowType.RowField(SOURCE_FILE, new VarCharType(VarCharType.MAX_LENGTH)));
        fields.add(new RowType.RowField(SOURCE_LINE, new BigIntType()));
        return new RowType(false, fields);
    }

    private static LogicalType logicalType(SourceType type) {
        return LogicalTypeParser.parse(type.sql(), SourceRows.class.getClassLoader());
    }

    /** What is known of a row that does not read. */
    static RowType unparsedType() {
        LogicalType text = new VarCharType(VarCharType.MAX_LENGTH);
        return RowType.of(
                false,
                new LogicalType[] {text, text, new BigIntType(), new IntType(), new IntType(), text, text},
                new String[] {"source", "file", "line", "ordinal", "row_count", "reason", "text"});
    }
}
