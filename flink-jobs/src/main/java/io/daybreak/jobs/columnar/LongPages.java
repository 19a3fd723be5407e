package io.daybreak.jobs.columnar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Pages of whole numbers, decimals of at most 18 digits and timestamps, in whatever physical type the file has them:
 * INT64, INT32, BINARY, FIXED_LEN_BYTE_ARRAY, or INT96 for a timestamp. Milliseconds and nanoseconds become
 * microseconds, the latter rounded down.
 */
final class LongPages extends ColumnPages {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int JULIAN_EPOCH = 2_440_588;

    private final ColumnDescriptor column;
    private final PrimitiveType.PrimitiveTypeName physical;
    private final int fixedBytes;
    private final long multiplier;
    private final long divisor;
    private final LongVector vector = new LongVector();
    private long[] dictionary = new long[0];
    private @Nullable ValuesReader values;
    private byte[] page = new byte[0];
    private int at;

    LongPages(ColumnDescriptor column) {
        super(column);
        this.column = column;
        PrimitiveType type = column.getPrimitiveType();
        this.physical = type.getPrimitiveTypeName();
        this.fixedBytes = type.getTypeLength();
        if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp) {
            this.multiplier = switch (timestamp.getUnit()) {
                case MILLIS -> MICROS_PER_MILLI;
                case MICROS, NANOS -> 1;
            };
            this.divisor = switch (timestamp.getUnit()) {
                case NANOS -> NANOS_PER_MICRO;
                case MICROS, MILLIS -> 1;
            };
        } else {
            this.multiplier = 1;
            this.divisor = 1;
        }
    }

    @Override
    LongVector vector() {
        return vector;
    }

    @Override
    void clear(int rows) {
        vector.reset(rows);
    }

    @Override
    void dictionary(DictionaryPage dictionaryPage, byte[] bytes, int from) throws IOException {
        Dictionary decoded = dictionaryPage.getEncoding().initDictionary(column, dictionaryPage);
        dictionary = new long[dictionaryPage.getDictionarySize()];
        for (int id = 0; id < dictionary.length; id++) {
            dictionary[id] = switch (physical) {
                case INT64 -> scaled(decoded.decodeToLong(id));
                case INT32 -> decoded.decodeToInt(id);
                case INT96 -> int96(decoded.decodeToBinary(id).getBytesUnsafe(), 0);
                default -> bigEndian(decoded.decodeToBinary(id).getBytesUnsafe());
            };
        }
    }

    @Override
    void plain(byte[] bytes, int from, int end) {
        page = bytes;
        at = from;
    }

    @Override
    void other(ValuesReader reader) {
        values = reader;
    }

    @Override
    void ofDictionary(int[] numbers, int firstNumber, int row, int count, int rows) {
        int next = firstNumber;
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, dictionary[numbers[next++]]);
            }
        }
    }

    @Override
    void ofPlain(int row, int count, int rows, int present) {
        if (physical == PrimitiveType.PrimitiveTypeName.INT64 && multiplier == 1 && divisor == 1) {
            for (int i = row; i < row + count; i++) {
                if (!vector.isAbsent(i)) {
                    vector.set(i, (long) LONGS.get(page, at));
                    at += Long.BYTES;
                }
            }
            return;
        }
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, nextPlain());
            }
        }
    }

    private long nextPlain() {
        int from = at;
        switch (physical) {
            case INT64 -> {
                at += Long.BYTES;
                return scaled((long) LONGS.get(page, from));
            }
            case INT32 -> {
                at += Integer.BYTES;
                return (int) INTS.get(page, from);
            }
            case INT96 -> {
                at += Long.BYTES + Integer.BYTES;
                return int96(page, from);
            }
            case FIXED_LEN_BYTE_ARRAY -> {
                at += fixedBytes;
                return bigEndian(java.util.Arrays.copyOfRange(page, from, at));
            }
            default -> {
                int length = (int) INTS.get(page, from);
                at += Integer.BYTES + length;
                return bigEndian(java.util.Arrays.copyOfRange(page, from + Integer.BYTES, at));
            }
        }
    }

    @Override
    void ofOther(int row, int count, int rows) {
        ValuesReader reader = requireNonNull(values, "a page comes first");
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(
                        i,
                        switch (physical) {
                            case INT64 -> scaled(reader.readLong());
                            case INT32 -> reader.readInteger();
                            case INT96 -> int96(reader.readBytes().getBytesUnsafe(), 0);
                            default -> bigEndian(reader.readBytes().getBytesUnsafe());
                        });
            }
        }
    }

    private long scaled(long value) {
        return divisor == 1 ? Math.multiplyExact(value, multiplier) : Math.floorDiv(value, divisor);
    }

    /** Nanoseconds of the day, then the Julian day. */
    private static long int96(byte[] bytes, int from) {
        long nanos = (long) LONGS.get(bytes, from);
        int day = (int) INTS.get(bytes, from + Long.BYTES);
        return (day - JULIAN_EPOCH) * MICROS_PER_DAY + Math.floorDiv(nanos, NANOS_PER_MICRO);
    }

    private static long bigEndian(byte[] unscaled) {
        return new BigInteger(unscaled).longValueExact();
    }
}
