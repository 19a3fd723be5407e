package io.daybreak.report.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regular expression over ASCII as a table: one look-up a character, whatever the text. Immutable.
 *
 * <p>Made from the syntax schemas use: characters, classes, groups, alternatives, and {@code ? * + {n} {n,} {n,m}}; subset construction over
 * Thompson's automaton. An expression that says more, or needs too many states, is not compiled.
 */
final class AsciiPattern {

    private static final int ASCII = 128;
    private static final int MOST_STATES = 600;
    private static final int DEAD = 0;

    /** The next state by state and character; state 0 is dead, state 1 the first. */
    private final short[] next;

    private final boolean[] accepting;

    private AsciiPattern(short[] next, boolean[] accepting) {
        this.next = next;
        this.accepting = accepting;
    }

    /** The table of an expression, if it can be made. */
    static Optional<AsciiPattern> compile(String expression) {
        try {
            PatternParser.Automaton automaton = PatternParser.parse(expression);
            return determine(automaton);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<AsciiPattern> determine(PatternParser.Automaton automaton) {
        Map<BitSet, Integer> numbers = new HashMap<>();
        List<BitSet> sets = new ArrayList<>();
        List<short[]> rows = new ArrayList<>();
        sets.add(new BitSet());
        rows.add(new short[ASCII]);
        BitSet first = automaton.closure(automaton.start());
        numbers.put(first, 1);
        sets.add(first);
        Deque<BitSet> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            short[] row = new short[ASCII];
            BitSet from = open.remove();
            for (int c = 0; c < ASCII; c++) {
                BitSet to = automaton.step(from, c);
                if (to.isEmpty()) {
                    continue;
                }
                Integer known = numbers.get(to);
                if (known == null) {
                    known = sets.size();
                    if (known > MOST_STATES) {
                        return Optional.empty();
                    }
                    numbers.put(to, known);
                    sets.add(to);
                    open.add(to);
                }
                row[c] = known.shortValue();
            }
            rows.add(row);
        }
        short[] next = new short[rows.size() * ASCII];
        boolean[] accepting = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, next, i * ASCII, ASCII);
            accepting[i] = sets.get(i).get(automaton.end());
        }
        return Optional.of(new AsciiPattern(next, accepting));
    }

    /** Whether the whole text, all of it ASCII, matches. */
    boolean matches(byte[] text, int length) {
        int state = 1;
        for (int i = 0; i < length; i++) {
            byte c = text[i];
            if (c < 0) {
                return false;
            }
            state = next[state * ASCII + c];
            if (state == DEAD) {
                return false;
            }
        }
        return accepting[state];
    }
}
