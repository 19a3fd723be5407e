package io.daybreak.report.layout;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import java.util.Arrays;

/**
 * Follows every thing a report tells of through its life: an opening step comes first and once, and what has ended is not gone on with.
 *
 * <p>Remembers two longs for each thing, 126 bits of its name and its state, in an open hash table: 24 to 48 MB for a report of a million.
 * Two names of equal bits would be taken for one, which among a million names happens once in 10^26 reports.
 */
final class LifecycleCheck {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long STATE = 3;
    private static final long OPEN = 1;
    private static final long CLOSED = 2;

    private final Lifecycle lifecycle;
    private long[] names = new long[2 * FIRST_CAPACITY];
    private int size;

    LifecycleCheck(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** A record is met; one without name or step is left to the checks of its fields. */
    void met(GroupCursor cursor, Findings findings) {
        if (!(cursor.value(lifecycle.of().column()) instanceof String name)
                || !(cursor.value(lifecycle.step().column()) instanceof String step)) {
            return;
        }
        int slot = slot(name);
        long state = names[slot + 1] & STATE;
        String fault = fault(state, step);
        if (!fault.isEmpty()) {
            findings.add(Finding.error(
                    "lifecycle", cursor.describe(), lifecycle.step().name(), step, fault + " of " + name));
        }
        long next = lifecycle.closes().contains(step) ? CLOSED : OPEN;
        names[slot + 1] = names[slot + 1] & ~STATE | next;
    }

    private String fault(long state, String step) {
        if (state != 0 && lifecycle.opens().contains(step)) {
            return "one of " + lifecycle.opens() + " only as the first record, once,";
        }
        if (state == CLOSED && !lifecycle.after().contains(step)) {
            return "after the end only one of " + lifecycle.after();
        }
        return "";
    }

    /** Where a name's two longs are; a new name is entered without a state. */
    private int slot(String name) {
        long first = 1;
        long second = MIX;
        for (int i = 0; i < name.length(); i++) {
            first = (first ^ name.charAt(i)) * MIX;
            first ^= first >>> 29;
            second = (second + name.charAt(i)) * 0xD6E8FEB86659FD93L;
            second ^= second >>> 32;
        }
        second &= ~STATE;
        if (3 * (size + 1) > names.length) {
            grow();
        }
        int slot = find(first, second);
        if ((names[slot + 1] & STATE) == 0) {
            names[slot] = first;
            names[slot + 1] = second;
            size++;
        }
        return slot;
    }

    private int find(long first, long second) {
        int mask = names.length - 1;
        int slot = (int) (first >>> 17) & mask & ~1;
        while ((names[slot + 1] & STATE) != 0 && (names[slot] != first || (names[slot + 1] & ~STATE) != second)) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = Arrays.copyOf(names, names.length);
        names = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if ((old[i + 1] & STATE) != 0) {
                int slot = find(old[i], old[i + 1] & ~STATE);
                names[slot] = old[i];
                names[slot + 1] = old[i + 1];
            }
        }
    }
}
