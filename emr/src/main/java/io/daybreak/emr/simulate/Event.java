package io.daybreak.emr.simulate;

import java.util.Comparator;

/**
 * Something that happens at a time, whatever the stages do.
 *
 * @param at seconds after midnight
 * @param order breaks ties, so that a night repeats exactly
 */
record Event(double at, int order, Kind kind, int subject) implements Comparable<Event> {
    enum Kind {
        /** A node becomes ready; nothing to do but look again. */
        NODE_READY,
        /** A spot node gets its notice. */
        NOTICE,
        /** A spot node is gone. */
        NODE_LOST,
        /** A pool takes back a share of its nodes. */
        POOL_RECLAIM,
        /** The region is gone. */
        REGION_LOST
    }

    private static final Comparator<Event> ORDER =
            Comparator.comparingDouble(Event::at).thenComparingInt(Event::order);

    @Override
    public int compareTo(Event other) {
        return ORDER.compare(this, other);
    }
}
