package io.daybreak.report.xbrlcsv;

import io.daybreak.report.check.CharacterSet;
import io.daybreak.report.check.Violation;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a data point may hold.
 *
 * @param kind the kind of its metric
 * @param allowed the only values of an enumeration; empty otherwise
 */
record DataPoint(Kind kind, Set<String> allowed) {

    /** The kind of a metric; it decides the decimals parameter the fact falls under. */
    enum Kind {
        MONETARY,
        PERCENTAGE,
        INTEGER,
        DECIMAL,
        ENUMERATION,
        TEXT;

        boolean isNumeric() {
            return switch (this) {
                case MONETARY, PERCENTAGE, INTEGER, DECIMAL -> true;
                case ENUMERATION, TEXT -> false;
            };
        }
    }

    /** The fact's text, from whichever of the two cells its kind reads; null if that cell is empty. */
    @Nullable String text(@Nullable Object number, @Nullable Object text) {
        if (kind.isNumeric()) {
            return number instanceof BigDecimal decimal ? plain(decimal) : null;
        }
        return text instanceof String string && !string.isEmpty() ? string : null;
    }

    private static String plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.scale() > 0 ? decimal.stripTrailingZeros() : decimal;
        return stripped.toPlainString();
    }

    /** What is wrong with a fact's text, or null. */
    @Nullable Violation check(String text) {
        return switch (kind) {
            case INTEGER -> text.indexOf('.') < 0 ? null : new Violation("fraction-digits", "a whole number");
            case MONETARY, PERCENTAGE, DECIMAL -> null;
            case ENUMERATION -> allowed.contains(text) ? null : new Violation("code-list", "one of " + allowed);
            case TEXT -> checkText(text);
        };
    }

    private static @Nullable Violation checkText(String text) {
        if (CharacterSet.XML.firstOutside(text) >= 0) {
            return new Violation("character", "characters of XML 1.0 without controls");
        }
        if (text.startsWith("#") || !text.strip().equals(text)) {
            // EBA filing rules 2.19 and 3.6: no #nil, #empty or #none, no white space at either end.
            return new Violation("text", "no special value and no white space at either end");
        }
        return null;
    }
}
