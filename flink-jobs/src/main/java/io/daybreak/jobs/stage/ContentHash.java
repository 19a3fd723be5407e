package io.daybreak.jobs.stage;

import java.math.BigDecimal;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.InputGroup;
import org.apache.flink.table.functions.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hash of a set of rows that does not depend on their order or on how they were split: two sums of independent 64-bit
 * hashes of the rows, modulo 2^64, with the row count. Printed as count and 32 hexadecimal digits.
 */
public final class ContentHash extends AggregateFunction<String, ContentHash.Sums> {

    private static final long serialVersionUID = 1L;
    /** Stands for a missing value; no text or number folds to it but by chance. */
    private static final long NULL = 0x6e756c6cL;

    private static final long FNV_PRIME = 0x100000001b3L;

    /** The accumulator. */
    public static final class Sums {
        public long rows;
        public long first;
        public long second;
    }

    @Override
    public Sums createAccumulator() {
        return new Sums();
    }

    public void accumulate(Sums sums, @DataTypeHint(inputGroup = InputGroup.ANY) Object... values) {
        long hash = 0xcbf29ce484222325L;
        for (@Nullable Object value : values) {
            hash = append(hash, value);
        }
        sums.rows++;
        sums.first += mix(hash);
        sums.second += mix(hash ^ 0x9e3779b97f4a7c15L);
    }

    public void merge(Sums sums, Iterable<Sums> others) {
        for (Sums other : others) {
            sums.rows += other.rows;
            sums.first += other.first;
            sums.second += other.second;
        }
    }

    @Override
    public String getValue(Sums sums) {
        return "%d:%016x%016x".formatted(sums.rows, sums.first, sums.second);
    }

    private static long append(long hash, @Nullable Object value) {
        if (value == null) {
            return fold(hash, NULL);
        }
        if (value instanceof Object[] array) {
            long next = fold(hash, array.length);
            for (Object element : array) {
                next = append(next, element);
            }
            return next;
        }
        if (value instanceof Number number && !(value instanceof BigDecimal)) {
            return fold(hash, number instanceof Double real ? Double.doubleToLongBits(real) : number.longValue());
        }
        if (value instanceof BigDecimal decimal) {
            return text(hash, decimal.toPlainString());
        }
        return text(hash, value.toString());
    }

    private static long text(long hash, String text) {
        long next = fold(hash, text.length());
        for (int i = 0; i < text.length(); i++) {
            next = (next ^ text.charAt(i)) * FNV_PRIME;
        }
        return next;
    }

    private static long fold(long hash, long value) {
        return (hash ^ mix(value)) * FNV_PRIME;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
