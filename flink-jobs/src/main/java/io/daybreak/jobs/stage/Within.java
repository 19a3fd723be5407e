package io.daybreak.jobs.stage;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.functions.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sliding frames by a number such as a second: {@code within_count(position, span)} and {@code within_sum(amount, position,
 * span)} are what {@code COUNT(*)} and {@code SUM(amount)} say over {@code ORDER BY position RANGE BETWEEN span PRECEDING
 * AND CURRENT ROW}, and are called over {@code ORDER BY position RANGE UNBOUNDED PRECEDING}.
 *
 * <p>Flink adds a bounded frame up anew for every row, which on the busiest account of a day is quadratic. These add the
 * row that comes and take away those that leave.
 */
public final class Within {

    private static final int WORD = 64;
    private static final int SMALLEST_ROOM = 16;
    private static final int SUM_PRECISION = 38;
    private static final int SCALE = 2;

    /** Makes them known to a session. */
    public static void register(StreamTableEnvironment session) {
        session.createTemporarySystemFunction("within_count", new WithinCount());
        session.createTemporarySystemFunction("within_sum", new WithinSum());
    }

    /** The rows of the frame, oldest first, in a ring; and their sum in 128 bits. */
    public static final class Frame {
        public long[] positions = new long[0];
        public long[] amounts = new long[0];
        public int first;
        public int rows;
        public long high;
        public long low;

        private void add(long position, long amount, long span) {
            move(position, span);
            if (rows == positions.length) {
                grow();
            }
            int at = index(rows++);
            positions[at] = position;
            amounts[at] = amount;
            plus(amount);
        }

        /** Lets the rows go that are before a position's frame. */
        private void move(long position, long span) {
            if (rows > 0 && position < positions[index(rows - 1)]) {
                throw new IllegalArgumentException("position " + position + " comes after " + positions[index(rows - 1)]
                        + ": within_count and within_sum need ORDER BY their position");
            }
            long oldest = Math.subtractExact(position, span);
            while (rows > 0 && positions[first] < oldest) {
                plus(-amounts[first]);
                first = index(1);
                rows--;
            }
        }

        private int index(int nth) {
            return first + nth & positions.length - 1;
        }

        private void plus(long amount) {
            long sum = low + amount;
            high += (amount >> WORD - 1) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
            low = sum;
        }

        private void grow() {
            int room = Math.max(SMALLEST_ROOM, positions.length * 2);
            long[] morePositions = new long[room];
            long[] moreAmounts = new long[room];
            for (int i = 0; i < rows; i++) {
                morePositions[i] = positions[index(i)];
                moreAmounts[i] = amounts[index(i)];
            }
            positions = morePositions;
            amounts = moreAmounts;
            first = 0;
        }

        private DecimalData sum() {
            if (high == low >> WORD - 1) {
                return DecimalData.fromBigDecimal(BigDecimal.valueOf(low, SCALE), SUM_PRECISION, SCALE);
            }
            BigInteger sum = BigInteger.valueOf(high).shiftLeft(WORD).add(new BigInteger(Long.toUnsignedString(low)));
            return DecimalData.fromBigDecimal(new BigDecimal(sum, SCALE), SUM_PRECISION, SCALE);
        }
    }

    /** {@code within_count(position, span)}: rows of the frame. */
    public static final class WithinCount extends AggregateFunction<Long, Frame> {
        private static final long serialVersionUID = 1L;

        @Override
        public Frame createAccumulator() {
            return new Frame();
        }

        public void accumulate(Frame frame, @Nullable Long position, long span) {
            frame.add(known(position), 0, span);
        }

        @Override
        public Long getValue(Frame frame) {
            return (long) frame.rows;
        }
    }

    /** {@code within_sum(amount, position, span)}: sum of the amounts of the frame; absent where all of them are. */
    @FunctionHint(output = @DataTypeHint(value = "DECIMAL(38,2)", bridgedTo = DecimalData.class))
    public static final class WithinSum extends AggregateFunction<DecimalData, Frame> {
        private static final long serialVersionUID = 1L;

        @Override
        public Frame createAccumulator() {
            return new Frame();
        }

        public void accumulate(
                Frame frame,
                @DataTypeHint(value = "DECIMAL(18,2)", bridgedTo = DecimalData.class) @Nullable DecimalData amount,
                @Nullable Long position,
                long span) {
            if (amount != null) {
                frame.add(known(position), amount.toUnscaledLong(), span);
            } else {
                frame.move(known(position), span);
            }
        }

        @Override
        public @Nullable DecimalData getValue(Frame frame) {
            return frame.rows == 0 ? null : frame.sum();
        }
    }

    private static long known(@Nullable Long position) {
        if (position == null) {
            throw new IllegalArgumentException("a row has no position: leave it out before within_count or within_sum");
        }
        return position;
    }

    private Within() {}
}
