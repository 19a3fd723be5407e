package io.daybreak.jobs.anomaly;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.functions.ScalarFunction;
import org.jspecify.annotations.Nullable;

/** The functions {@code sql/anomaly} calls; each maps nulls and types over {@link LogAmounts} or {@link HoursOfDay}. */
final class HistogramFunctions {

    static void register(StreamTableEnvironment session) {
        session.createTemporarySystemFunction("amount_histogram", new AmountHistogram());
        session.createTemporarySystemFunction("hour_histogram", new HourHistogram());
        session.createTemporarySystemFunction("sum_histogram", new SumHistogram());
        session.createTemporarySystemFunction("log_median", new LogMedian());
        session.createTemporarySystemFunction("log_spread", new LogSpread());
        session.createTemporarySystemFunction("hour_share", new HourShare());
    }

    /** Counts by class. */
    public static final class Counts {
        public int[] counts = new int[0];

        void add(int classes, int index, int times) {
            if (counts.length < classes) {
                counts = java.util.Arrays.copyOf(counts, classes);
            }
            counts[index] = Math.addExact(counts[index], times);
        }

        void addAll(int[] other, int sign) {
            for (int i = 0; i < other.length; i++) {
                add(other.length, i, Math.multiplyExact(sign, other[i]));
            }
        }
    }

    /** What all histogram aggregates share: counts that add. */
    public abstract static class Histogram extends AggregateFunction<int[], Counts> {
        private static final long serialVersionUID = 1L;

        @Override
        public Counts createAccumulator() {
            return new Counts();
        }

        @Override
        public int[] getValue(Counts counts) {
            return counts.counts.clone();
        }

        public void merge(Counts counts, Iterable<Counts> others) {
            for (Counts other : others) {
                counts.addAll(other.counts, 1);
            }
        }
    }

    /** Histogram of amounts. */
    public static final class AmountHistogram extends Histogram {
        private static final long serialVersionUID = 1L;

        public void accumulate(Counts counts, @DataTypeHint("DECIMAL(18,2)") @Nullable BigDecimal amount) {
            if (amount != null) {
                counts.add(LogAmounts.CLASSES, LogAmounts.classOf(amount.doubleValue()), 1);
            }
        }
    }

    /** Histogram of hours of the day. */
    public static final class HourHistogram extends Histogram {
        private static final long serialVersionUID = 1L;

        public void accumulate(Counts counts, @DataTypeHint("TIMESTAMP(6)") @Nullable LocalDateTime time) {
            if (time != null) {
                counts.add(HoursOfDay.CLASSES, time.getHour(), 1);
            }
        }
    }

    /** Sum of histograms, each taken with a sign: 1 added, -1 taken away, 0 left out. */
    public static final class SumHistogram extends Histogram {
        private static final long serialVersionUID = 1L;

        public void accumulate(
                Counts counts, @DataTypeHint("ARRAY<INT>") Integer @Nullable [] histogram, @Nullable Integer sign) {
            if (histogram != null && sign != null && sign != 0) {
                for (int i = 0; i < histogram.length; i++) {
                    counts.add(histogram.length, i, Math.multiplyExact(sign, histogram[i]));
                }
            }
        }
    }

    /** {@link LogAmounts#median}. */
    public static final class LogMedian extends ScalarFunction {
        private static final long serialVersionUID = 1L;

        public @Nullable Double eval(@DataTypeHint("ARRAY<INT>") Integer @Nullable [] histogram) {
            return histogram == null ? null : known(LogAmounts.median(unboxed(histogram)));
        }
    }

    /** {@link LogAmounts#spread}. */
    public static final class LogSpread extends ScalarFunction {
        private static final long serialVersionUID = 1L;

        public @Nullable Double eval(@DataTypeHint("ARRAY<INT>") Integer @Nullable [] histogram) {
            return histogram == null ? null : known(LogAmounts.spread(unboxed(histogram)));
        }
    }

    /** {@link HoursOfDay#shareAround}. */
    public static final class HourShare extends ScalarFunction {
        private static final long serialVersionUID = 1L;

        public @Nullable Double eval(
                @DataTypeHint("ARRAY<INT>") Integer @Nullable [] histogram, @Nullable Integer hour) {
            return histogram == null || hour == null ? null : known(HoursOfDay.shareAround(unboxed(histogram), hour));
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static int[] unboxed(Integer[] values) {
        int[] plain = new int[values.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values[i];
        }
        return plain;
    }

    private HistogramFunctions() {}
}
