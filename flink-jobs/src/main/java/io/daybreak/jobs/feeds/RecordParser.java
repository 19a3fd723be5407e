package io.daybreak.jobs.feeds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of one file into rows of its source, or says why it cannot: every column that does not read, not the
 * first. Each record gives {@link #rowsPerRecord()} rows, as rows or as unparsed ones. Pure; not safe for several threads.
 */
final class RecordParser {

    private static final int PACKED_MINUS = 0xd;
    private static final int PACKED_MINUS_TOO = 0xb;
    private static final int FIRST_SIGN = 0xa;

    /** Is told what becomes of a record. */
    interface Outcome {

        void row(GenericRowData row);

        /**
         * A text that does not read.
         *
         * @param rows how many rows of the source it stands for
         */
        void unparsed(int rows, String reason, String text);
    }

    /** A row's value that does not read. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    private final SourceLayout layout;
    private final StringData file;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final CsvFields csv;
    private final Set<String> nulls;
    private final SourceType.ValueParser[] parsers;
    private final SourceType.@Nullable ValueParser wideParser;
    /** Position of each declared column in the file's lines. */
    private final int[] positions;
    /** Positions of the columns turned into rows, and their names. */
    private final int[] wide;

    private final StringData[] wideNames;
    private final int width;

    /**
     * @param header the names in the file's first line; empty where it has none
     * @throws IllegalArgumentException if the header is not that of the layout
     */
    RecordParser(SourceLayout layout, String file, List<String> header) {
        this.layout = layout;
        this.file = StringData.fromString(file);
        charset = Charset.forName(layout.encoding());
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        csv = new CsvFields(layout.delimiter(), layout.quote());
        nulls = new HashSet<>(layout.nulls());
        parsers = layout.columns().stream()
                .map(column -> column.type().parser(layout.decimalSign(), layout.pivot()))
                .toArray(SourceType.ValueParser[]::new);
        wideParser = layout.unpivot().isEmpty()
                ? null
                : layout.unpivot().get(1).type().parser(layout.decimalSign(), layout.pivot());
        positions = new int[parsers.length];
        HeaderMatch match = HeaderMatch.of(layout, header);
        for (int i = 0; i < positions.length; i++) {
            positions[i] = match.positions().get(i);
        }
        wide = match.wide().stream().mapToInt(Integer::intValue).toArray();
        wideNames = match.wide().stream()
                .map(position -> StringData.fromString(header.get(position)))
                .toArray(StringData[]::new);
        width = match.width();
    }

    /** How many rows one record stands for. */
    int rowsPerRecord() {
        return layout.unpivot().isEmpty() ? 1 : wide.length;
    }

    /** Parses one record. */
    void parse(byte[] record, long line, Outcome outcome) {
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(record)).toString();
        } catch (CharacterCodingException e) {
            outcome.unparsed(
                    rowsPerRecord(),
                    "is not " + layout.encoding() + "; kept byte by byte",
                    new String(record, StandardCharsets.ISO_8859_1));
            return;
        }
        try {
            List<String> fields = layout.format() == SourceLayout.Format.FIXED ? fixed(record) : delimited(text);
            Object[] values = values(fields, record);
            if (wideParser == null) {
                outcome.row(row(values, line));
            } else {
                unpivot(values, fields, line, text, outcome);
            }
        } catch (Unreadable e) {
            outcome.unparsed(rowsPerRecord(), String.valueOf(e.getMessage()), text);
        }
    }

    private List<String> delimited(String text) throws Unreadable {
        List<String> fields;
        try {
            fields = csv.split(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
        if (fields.size() != width) {
            throw new Unreadable("it has " + fields.size() + " fields, the " + (layout.header() ? "header" : "mapping")
                    + " " + width);
        }
        return fields;
    }

    /** The columns' own stretches, in column order; a packed column's is left empty. */
    private List<String> fixed(byte[] record) throws Unreadable {
        int last = layout.recordBytes();
        for (SourceColumn column : layout.columns()) {
            last = Math.max(last, column.end());
        }
        if (record.length < last) {
            throw new Unreadable("it has " + record.length + " bytes of " + last);
        }
        List<String> fields = new ArrayList<>(parsers.length);
        for (SourceColumn column : layout.columns()) {
            boolean packed = column.type().kind() == SourceType.Kind.PACKED;
            fields.add(
                    packed
                            ? ""
                            : new String(record, column.start() - 1, column.end() - column.start() + 1, charset)
                                    .strip());
        }
        return fields;
    }

    private Object[] values(List<String> fields, byte[] record) throws Unreadable {
        Object[] values = new Object[parsers.length];
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < parsers.length; i++) {
            SourceColumn column = layout.columns().get(i);
            try {
                values[i] = column.type().kind() == SourceType.Kind.PACKED
                        ? packed(column, record)
                        : value(column, parsers[i], fields.get(positions[i]));
            } catch (Unreadable e) {
                reasons.add(e.getMessage());
            }
        }
        if (!reasons.isEmpty()) {
            throw new Unreadable(String.join("; ", reasons));
        }
        return values;
    }

    private @Nullable Object value(SourceColumn column, SourceType.ValueParser parser, String field) throws Unreadable {
        boolean text = column.type().kind() == SourceType.Kind.STRING;
        if (field.isEmpty() || (!text && field.isBlank()) || nulls.contains(field)) {
            if (column.required()) {
                throw new Unreadable("column " + column.name() + " has no value");
            }
            return null;
        }
        try {
            return parser.parse(field);
        } catch (RuntimeException e) {
            throw new Unreadable(
                    "column " + column.name() + ": " + column.type().complaint(field));
        }
    }

    /** Two digits a byte, the last half byte the sign. */
    private static Object packed(SourceColumn column, byte[] record) throws Unreadable {
        BigInteger number = BigInteger.ZERO;
        int sign = 0;
        for (int i = column.start() - 1; i < column.end(); i++) {
            int high = record[i] >> 4 & 0xf;
            int low = record[i] & 0xf;
            boolean last = i == column.end() - 1;
            sign = last ? low : sign;
            if (high >= FIRST_SIGN || (last ? low < FIRST_SIGN : low >= FIRST_SIGN)) {
                throw new Unreadable("column " + column.name() + " is not a packed decimal");
            }
            number = number.multiply(BigInteger.TEN).add(BigInteger.valueOf(high));
            number = last ? number : number.multiply(BigInteger.TEN).add(BigInteger.valueOf(low));
        }
        boolean negative = sign == PACKED_MINUS || sign == PACKED_MINUS_TOO;
        try {
            return column.type()
                    .decimal(new BigDecimal(
                            negative ? number.negate() : number, column.type().scale()));
        } catch (ArithmeticException e) {
            throw new Unreadable("column " + column.name() + ": " + e.getMessage());
        }
    }

    private void unpivot(Object[] values, List<String> fields, long line, String text, Outcome outcome) {
        SourceColumn valueColumn = layout.unpivot().get(1);
        SourceType.ValueParser parser = java.util.Objects.requireNonNull(wideParser);
        for (int i = 0; i < wide.length; i++) {
            try {
                Object[] all = java.util.Arrays.copyOf(values, values.length + 2);
                all[values.length] = wideNames[i];
                all[values.length + 1] = value(valueColumn, parser, fields.get(wide[i]));
                outcome.row(row(all, line));
            } catch (Unreadable e) {
                outcome.unparsed(1, "under '" + wideNames[i] + "', " + e.getMessage(), text);
            }
        }
    }

    private GenericRowData row(Object[] values, long line) {
        GenericRowData row = new GenericRowData(values.length + 2);
        for (int i = 0; i < values.length; i++) {
            row.setField(i, values[i]);
        }
        row.setField(values.length, file);
        row.setField(values.length + 1, line);
        return row;
    }
}
