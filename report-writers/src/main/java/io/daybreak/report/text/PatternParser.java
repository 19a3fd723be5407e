package io.daybreak.report.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a regular expression into Thompson's automaton over ASCII; recursive descent, one parser per expression. */
final class PatternParser {

    private static final int ASCII = 128;
    private static final int MOST_REPEATS = 400;
    private static final int UNBOUNDED = -1;
    private static final String SPECIAL = "\\[](){}|?*+.^$";

    private final String text;
    private final Automaton automaton = new Automaton();
    private int at;

    private PatternParser(String text) {
        this.text = text;
    }

    /**
     * The automaton of an expression.
     *
     * @throws IllegalArgumentException if it says more than this reads
     */
    static Automaton parse(String text) {
        PatternParser parser = new PatternParser(text);
        int start = parser.automaton.state();
        int end = parser.alternatives(start);
        if (parser.at != text.length()) {
            throw parser.unread();
        }
        parser.automaton.start = start;
        parser.automaton.end = end;
        return parser.automaton;
    }

    /** States with edges by character class or by nothing. */
    static final class Automaton {
        private final List<List<Edge>> edges = new ArrayList<>();
        private int start;
        private int end;

        private record Edge(BitSet characters, int to) {}

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        private int state() {
            edges.add(new ArrayList<>());
            return edges.size() - 1;
        }

        private void free(int from, int to) {
            edges.get(from).add(new Edge(new BitSet(), to));
        }

        private void on(int from, BitSet characters, int to) {
            edges.get(from).add(new Edge(characters, to));
        }

        BitSet closure(int state) {
            BitSet reached = new BitSet();
            close(state, reached);
            return reached;
        }

        private void close(int state, BitSet reached) {
            if (reached.get(state)) {
                return;
            }
            reached.set(state);
            for (Edge edge : edges.get(state)) {
                if (edge.characters().isEmpty()) {
                    close(edge.to(), reached);
                }
            }
        }

        BitSet step(BitSet from, int character) {
            BitSet reached = new BitSet();
            for (int state = from.nextSetBit(0); state >= 0; state = from.nextSetBit(state + 1)) {
                for (Edge edge : edges.get(state)) {
                    if (edge.characters().get(character)) {
                        close(edge.to(), reached);
                    }
                }
            }
            return reached;
        }
    }

    private int alternatives(int from) {
        int end = automaton.state();
        automaton.free(sequence(from), end);
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            automaton.free(sequence(from), end);
        }
        return end;
    }

    private int sequence(int from) {
        int state = automaton.state();
        automaton.free(from, state);
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            state = repeated(state);
        }
        return state;
    }

    private int repeated(int from) {
        int item = at;
        // Read once aside, to find how often it stands; the states of that reading are never reached.
        item(automaton.state());
        int[] times = times();
        int resume = at;
        int state = from;
        for (int i = 0; i < times[0]; i++) {
            state = once(item, state, resume);
        }
        int end = automaton.state();
        automaton.free(state, end);
        if (times[1] == UNBOUNDED) {
            int loop = automaton.state();
            automaton.free(state, loop);
            int back = once(item, loop, resume);
            automaton.free(back, loop);
            automaton.free(back, end);
        } else {
            for (int i = times[0]; i < times[1]; i++) {
                state = once(item, state, resume);
                automaton.free(state, end);
            }
        }
        at = resume;
        return end;
    }

    /** Reads the item at a place once more, from a state. */
    private int once(int item, int from, int resume) {
        at = item;
        int end = item(from);
        at = resume;
        return end;
    }

    private int[] times() {
        if (at == text.length()) {
            return new int[] {1, 1};
        }
        switch (text.charAt(at)) {
            case '?':
                at++;
                return notLazy(0, 1);
            case '*':
                at++;
                return notLazy(0, UNBOUNDED);
            case '+':
                at++;
                return notLazy(1, UNBOUNDED);
            case '{':
                return braces();
            default:
                return new int[] {1, 1};
        }
    }

    private int[] notLazy(int least, int most) {
        if (at < text.length() && "?+*".indexOf(text.charAt(at)) >= 0) {
            throw unread();
        }
        return new int[] {least, most};
    }

    private int[] braces() {
        int close = text.indexOf('}', at);
        if (close < 0) {
            throw unread();
        }
        String[] parts = text.substring(at + 1, close).split(",", -1);
        int least;
        int most;
        try {
            least = Integer.parseInt(parts[0]);
            most = parts.length == 1 ? least : parts[1].isEmpty() ? UNBOUNDED : Integer.parseInt(parts[1]);
        } catch (NumberFormatException e) {
            throw unread();
        }
        if (parts.length > 2 || Math.max(least, most) > MOST_REPEATS) {
            throw unread();
        }
        at = close + 1;
        return notLazy(least, most);
    }

    private int item(int from) {
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            if (at < text.length() && text.charAt(at) == '?') {
                throw unread();
            }
            int end = alternatives(from);
            if (at == text.length() || text.charAt(at) != ')') {
                throw unread();
            }
            at++;
            return end;
        }
        int to = automaton.state();
        automaton.on(from, c == '[' ? characterClass() : single(), to);
        return to;
    }

    private BitSet single() {
        char c = text.charAt(at++);
        BitSet set = new BitSet(ASCII);
        if (c == '\\') {
            return escaped();
        }
        if (c == '.') {
            set.set(0, ASCII);
            set.clear('\n');
            set.clear('\r');
            return set;
        }
        if (SPECIAL.indexOf(c) >= 0 || c >= ASCII) {
            throw unread();
        }
        set.set(c);
        return set;
    }

    private BitSet escaped() {
        if (at == text.length()) {
            throw unread();
        }
        char c = text.charAt(at++);
        BitSet set = new BitSet(ASCII);
        switch (c) {
            case 'd' -> set.set('0', '9' + 1);
            case 's' -> spaces(set);
            case 'S' -> {
                spaces(set);
                set.flip(0, ASCII);
            }
            default -> {
                if (Character.isLetterOrDigit(c) || c >= ASCII) {
                    throw unread();
                }
                set.set(c);
            }
        }
        return set;
    }

    private static void spaces(BitSet set) {
        set.set(' ');
        set.set('\t', '\r' + 1);
    }

    private BitSet characterClass() {
        at++;
        boolean negated = at < text.length() && text.charAt(at) == '^';
        at += negated ? 1 : 0;
        BitSet set = new BitSet(ASCII);
        boolean any = false;
        while (at < text.length() && text.charAt(at) != ']') {
            BitSet low = text.charAt(at) == '\\' ? escapedInClass() : inClass();
            any = true;
            boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
            if (range && low.cardinality() == 1) {
                at++;
                BitSet high = text.charAt(at) == '\\' ? escapedInClass() : inClass();
                if (high.cardinality() != 1) {
                    throw unread();
                }
                set.set(low.nextSetBit(0), high.nextSetBit(0) + 1);
            } else {
                set.or(low);
            }
        }
        if (at == text.length() || !any) {
            throw unread();
        }
        at++;
        if (negated) {
            set.flip(0, ASCII);
        }
        return set;
    }

    private BitSet escapedInClass() {
        at++;
        return escaped();
    }

    private BitSet inClass() {
        char c = text.charAt(at++);
        if (c == '[' || c == '&' || c >= ASCII) {
            throw unread();
        }
        BitSet set = new BitSet(ASCII);
        set.set(c);
        return set;
    }

    private IllegalArgumentException unread() {
        return new IllegalArgumentException("'" + text + "' is not read from position " + (at + 1));
    }
}
