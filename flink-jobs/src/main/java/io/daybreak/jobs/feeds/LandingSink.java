package io.daybreak.jobs.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.landing.LandedFile;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.LandingRow;
import io.daybreak.jobs.landing.LandingWriter;
import io.daybreak.jobs.landing.Trailer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/**
 * Lands sorted rows as the contract's Parquet with its trailer, in a folder nobody reads yet. One task; a file holds
 * {@value #ROWS_PER_FILE} rows, so that the files depend on the rows alone.
 *
 * <p>A row is the table's columns in order, then the number of the mapping it came from.
 */
final class LandingSink implements Sink<RowData> {

    /** Beside the files, until the landing is checked: what each mapping gave. */
    static final String MAPPED = "_mapped.json";

    private static final long serialVersionUID = 1L;
    private static final long ROWS_PER_FILE = 2_000_000;
    private static final int TIMESTAMP_PRECISION = 6;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String feed;
    private final LocalDate businessDate;
    private final String folder;
    private final List<String> mappings;

    LandingSink(TableSpec feed, LocalDate businessDate, Path folder, List<String> mappings) {
        this.feed = feed.name();
        this.businessDate = businessDate;
        this.folder = folder.toString();
        this.mappings = List.copyOf(mappings);
    }

    /** What one mapping gave: rows, and the sum of the feed's amount column over all currencies, as text. */
    record Mapped(long rows, String amount) {}

    /** A row the contract does not take; told by its class name when it comes back from a cluster. */
    static final class ContractBreach extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ContractBreach(String message) {
            super(message);
        }
    }

    @Override
    @SuppressWarnings("deprecation")
    public SinkWriter<RowData> createWriter(InitContext context) {
        return new Writer();
    }

    private final class Writer implements SinkWriter<RowData> {
        private final TableSpec table = Catalogue.table(feed);
        private final List<LandedFile> landed = new ArrayList<>();
        private final long[] rows = new long[mappings.size()];
        private final BigDecimal[] amounts = new BigDecimal[mappings.size()];
        private final int amountColumn = table.amount().isEmpty() ? -1 : table.indexOf(table.amount());
        /** Positions of the key; none for transactions, whose repetitions the night itself finds and rejects. */
        private final int[] key = table.equals(Catalogue.TRANSACTIONS)
                ? new int[0]
                : table.key().stream().mapToInt(table::indexOf).toArray();

        private List<String> previousKey = List.of();
        private @Nullable LandingWriter file;
        private @Nullable LandingRow row;

        Writer() {
            java.util.Arrays.fill(amounts, BigDecimal.ZERO);
        }

        @Override
        public void write(RowData data, Context unused) throws IOException {
            LandingWriter open = file();
            LandingRow target = row == null ? open.row() : row;
            row = target;
            target.clear();
            int mapping = data.getInt(table.columns().size());
            for (int i = 0; i < table.columns().size(); i++) {
                if (!data.isNullAt(i)) {
                    set(target, i, table.columns().get(i), data);
                } else if (!table.columns().get(i).nullable()) {
                    throw new ContractBreach("mapping " + mappings.get(mapping) + " gives no value for column "
                            + table.columns().get(i).name() + " of " + feed + ", which the contract requires; the row: "
                            + describe(data));
                }
            }
            checkKey(data, mapping);
            open.write(target);
            rows[mapping]++;
            if (amountColumn >= 0 && !data.isNullAt(amountColumn)) {
                amounts[mapping] = amounts[mapping].add(
                        data.getDecimal(amountColumn, 18, 2).toBigDecimal());
            }
        }

        /** Rows come sorted by key, so a second row of a key follows the first. */
        private void checkKey(RowData data, int mapping) {
            if (key.length == 0) {
                return;
            }
            List<String> values = new ArrayList<>(key.length);
            for (int i : key) {
                boolean text = table.columns().get(i).type() == ColumnType.STRING;
                values.add(text ? data.getString(i).toString() : Integer.toString(data.getInt(i)));
            }
            if (values.equals(previousKey)) {
                throw new ContractBreach("mapping " + mappings.get(mapping) + " gives two rows of " + feed
                        + " with one " + String.join(", ", table.key()) + "; the second: " + describe(data));
            }
            previousKey = values;
        }

        private LandingWriter file() throws IOException {
            LandingWriter open = file;
            if (open != null && open.rows() == ROWS_PER_FILE) {
                landed.add(open.finish());
                open = null;
            }
            if (open == null) {
                open = LandingWriter.open(table, Path.of(folder).resolve(LandingPaths.fileName(landed.size())));
                file = open;
            }
            return open;
        }

        private void set(LandingRow target, int i, Column column, RowData data) {
            switch (column.type()) {
                case STRING -> target.open(i).appendBytes(data.getString(i).toBytes());
                case BOOLEAN -> target.set(i, data.getBoolean(i));
                case INT, DATE -> target.set(i, (long) data.getInt(i));
                case BIGINT -> target.set(i, data.getLong(i));
                case DOUBLE -> target.set(i, data.getDouble(i));
                case TIMESTAMP -> {
                    var time = data.getTimestamp(i, TIMESTAMP_PRECISION);
                    target.set(
                            i,
                            time.getMillisecond() * MICROS_PER_MILLI + time.getNanoOfMillisecond() / NANOS_PER_MICRO);
                }
                case MONEY -> target.setDecimal(i, data.getDecimal(i, 18, 2).toUnscaledLong());
                case RATE -> target.setDecimal(i, data.getDecimal(i, 18, 8).toUnscaledLong());
                case QUANTITY -> target.setDecimal(i, unscaled(data, i, 24, 6));
                case TOTAL -> target.setDecimal(i, unscaled(data, i, 38, 2));
                case FIGURE -> target.setDecimal(i, unscaled(data, i, 38, 8));
                case INTS -> target.set(i, data.getArray(i).toIntArray());
                case BIGINTS -> target.set(i, data.getArray(i).toLongArray());
                case STRINGS -> target.set(i, texts(data.getArray(i)));
            }
        }

        private static long unscaled(RowData data, int i, int precision, int scale) {
            return data.getDecimal(i, precision, scale)
                    .toBigDecimal()
                    .unscaledValue()
                    .longValueExact();
        }

        private static List<String> texts(ArrayData array) {
            List<String> texts = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                texts.add(array.getString(i).toString());
            }
            return texts;
        }

        /** The row's texts: enough to find it again. */
        private String describe(RowData data) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                if (!data.isNullAt(i) && table.columns().get(i).type() == ColumnType.STRING) {
                    texts.add(table.columns().get(i).name() + "=" + data.getString(i));
                }
            }
            return texts.toString();
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (!endOfInput) {
                return;
            }
            LandingWriter open = file;
            if (open != null) {
                landed.add(open.finish());
                file = null;
            }
            SortedMap<String, Mapped> mapped = new TreeMap<>();
            for (int i = 0; i < rows.length; i++) {
                mapped.put(mappings.get(i), new Mapped(rows[i], amounts[i].toPlainString()));
            }
            Path target = Path.of(folder);
            JSON.writeValue(target.resolve(MAPPED).toFile(), mapped);
            Trailer.of(feed, businessDate, landed).write(target);
        }

        @Override
        public void close() throws IOException {
            LandingWriter open = file;
            if (open != null) {
                file = null;
                open.close();
            }
        }
    }
}
