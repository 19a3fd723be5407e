package io.daybreak.jobs.sql;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.apache.flink.table.functions.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of the earliest events of a group, earliest first; of events at the same microsecond, the smaller
 * identifier first. The order is total, so the answer does not depend on how the rows arrive or were split.
 */
public final class Evidence extends AggregateFunction<String[], Evidence.Earliest> {

    private static final long serialVersionUID = 1L;
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    private final int limit;

    /**
     * @param limit how many identifiers to keep, at least 1
     */
    public Evidence(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("evidence limit " + limit + " is below 1");
        }
        this.limit = limit;
    }

    /** The accumulator: the earliest events so far, in order. */
    public static final class Earliest {
        public long[] micros = new long[0];
        public String[] ids = new String[0];
    }

    @Override
    public Earliest createAccumulator() {
        return new Earliest();
    }

    public void accumulate(Earliest earliest, @Nullable LocalDateTime time, @Nullable String id) {
        if (time != null && id != null) {
            add(
                    earliest,
                    time.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO,
                    id);
        }
    }

    public void merge(Earliest earliest, Iterable<Earliest> others) {
        for (Earliest other : others) {
            for (int i = 0; i < other.ids.length; i++) {
                add(earliest, other.micros[i], other.ids[i]);
            }
        }
    }

    @Override
    public String[] getValue(Earliest earliest) {
        return earliest.ids.clone();
    }

    /** Inserts an event unless it is known already or later than all of a full list. */
    private void add(Earliest earliest, long micros, String id) {
        int length = earliest.ids.length;
        int at = length;
        while (at > 0 && compare(micros, id, earliest.micros[at - 1], earliest.ids[at - 1]) < 0) {
            at--;
        }
        boolean known = at > 0 && earliest.micros[at - 1] == micros && earliest.ids[at - 1].equals(id);
        if (known || at == limit) {
            return;
        }
        int kept = Math.min(length + 1, limit);
        long[] moreMicros = Arrays.copyOf(earliest.micros, kept);
        String[] moreIds = Arrays.copyOf(earliest.ids, kept);
        System.arraycopy(earliest.micros, at, moreMicros, at + 1, kept - at - 1);
        System.arraycopy(earliest.ids, at, moreIds, at + 1, kept - at - 1);
        moreMicros[at] = micros;
        moreIds[at] = id;
        earliest.micros = moreMicros;
        earliest.ids = moreIds;
    }

    private static int compare(long micros, String id, long otherMicros, String otherId) {
        int byTime = Long.compare(micros, otherMicros);
        return byTime != 0 ? byTime : id.compareTo(otherId);
    }
}
