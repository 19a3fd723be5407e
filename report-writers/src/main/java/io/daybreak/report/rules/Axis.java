package io.daybreak.report.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A row, column or sheet of a reference: one, {@code *} for all there are, {@code 0010-0040} for a range, {@code 0010;0030} for a list. */
final class Axis {

    /** All there are. */
    static final String ALL = "*";

    private Axis() {}

    /** Whether it stands for more than one. */
    static boolean isSeveral(String part) {
        return part.equals(ALL) || part.indexOf(';') >= 0 || isRange(part);
    }

    private static boolean isRange(String part) {
        return part.matches("\\d{3,4}-\\d{3,4}");
    }

    /** What it stands for among those there are. */
    static List<String> expand(String part, Collection<String> there) {
        if (part.equals(ALL)) {
            return List.copyOf(there);
        }
        List<String> all = new ArrayList<>();
        for (String piece : part.split(";")) {
            if (isRange(piece)) {
                int dash = piece.indexOf('-');
                String from = piece.substring(0, dash);
                String to = piece.substring(dash + 1);
                there.stream()
                        .filter(one -> one.compareTo(from) >= 0 && one.compareTo(to) <= 0)
                        .forEach(all::add);
            } else {
                all.add(piece);
            }
        }
        return all;
    }
}
