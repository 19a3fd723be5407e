package io.daybreak.jobs.stage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.InputGroup;
import org.apache.flink.table.functions.AggregateFunction;

/**
 * Hash of a set of rows that does not depend on their order or on how they were split: two sums of independent 64-bit
 * hashes of the rows, modulo 2^64, with the row count. Printed as count and 32 hexadecimal digits.
 */
public final class ContentHash extends AggregateFunction<String, ContentHash.Sums> {

    private static final long serialVersionUID = 1L;
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
        for (Object value : values) {
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

    private static long append(long hash, Object value) {
        if (value == null) {
            return (hash ^ 0x1f) * FNV_PRIME;
        }
        String text = value instanceof Object[] array ? Arrays.toString(array) : value.toString();
        long next = hash;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            next = (next ^ b) * FNV_PRIME;
        }
        return (next ^ 0x1e) * FNV_PRIME;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
