package io.daybreak.jobs.feeds;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/**
 * The type of a source's column and how its text is written.
 *
 * @param kind what it holds
 * @param precision digits of a DECIMAL or PACKED, else 0
 * @param scale digits behind the point of a DECIMAL or PACKED, else 0
 * @param pattern of a DATE or TIMESTAMP, in the letters of {@link DateTimeFormatter}; else empty
 */
record SourceType(Kind kind, int precision, int scale, String pattern) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MAXIMUM_PRECISION = 38;
    private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("(?<!u)uu(?!u)");

    enum Kind {
        STRING,
        BOOLEAN,
        INT,
        BIGINT,
        DOUBLE,
        DECIMAL,
        /** Packed decimal of a mainframe (COMP-3); fixed-width sources only. */
        PACKED,
        DATE,
        TIMESTAMP
    }

    SourceType {
        boolean decimal = kind == Kind.DECIMAL || kind == Kind.PACKED;
        if (decimal && (precision < 1 || precision > MAXIMUM_PRECISION || scale < 0 || scale > precision)) {
            throw new IllegalArgumentException(kind + "(" + precision + ", " + scale + ") is not a decimal type");
        }
        if (!decimal && precision != 0) {
            throw new IllegalArgumentException(kind + " takes no precision");
        }
        if (kind == Kind.DATE && pattern.isEmpty()) {
            pattern = "yyyy-MM-dd";
        } else if (kind == Kind.TIMESTAMP && pattern.isEmpty()) {
            pattern = "yyyy-MM-dd HH:mm:ss";
        } else if (kind != Kind.DATE && kind != Kind.TIMESTAMP && !pattern.isEmpty()) {
            throw new IllegalArgumentException(kind + " takes no pattern '" + pattern + "'");
        }
    }

    /** The type as Flink SQL writes it. */
    String sql() {
        return switch (kind) {
            case DECIMAL, PACKED -> "DECIMAL(" + precision + ", " + scale + ")";
            case TIMESTAMP -> "TIMESTAMP(6)";
            case STRING, BOOLEAN, INT, BIGINT, DOUBLE, DATE -> kind.name();
        };
    }

    /**
     * How the texts of this type are read.
     *
     * @param decimalSign what stands before the decimals
     * @param pivot two-digit years are those of the hundred years from this one
     */
    ValueParser parser(char decimalSign, int pivot) {
        return switch (kind) {
            case STRING -> StringData::fromString;
            case BOOLEAN -> SourceType::bool;
            case INT -> text -> Integer.valueOf(text.strip());
            case BIGINT -> text -> Long.valueOf(text.strip());
            case DOUBLE -> text -> Double.valueOf(text.strip().replace(decimalSign, '.'));
            case DECIMAL, PACKED -> text -> decimal(new BigDecimal(text.strip().replace(decimalSign, '.')));
            case DATE -> {
                DateTimeFormatter format = formatter(pivot);
                yield text ->
                        Math.toIntExact(LocalDate.parse(text.strip(), format).toEpochDay());
            }
            case TIMESTAMP -> {
                DateTimeFormatter format = formatter(pivot);
                yield text -> TimestampData.fromLocalDateTime(LocalDateTime.parse(text.strip(), format));
            }
        };
    }

    /** Turns a text that is not missing into Flink's own value. */
    interface ValueParser {
        /**
         * The value.
         *
         * @throws RuntimeException of any kind if the text is not of the type
         */
        Object parse(String text);
    }

    /**
     * A number in this type; nothing is rounded away.
     *
     * @throws ArithmeticException if it has more decimals or digits than the type
     */
    DecimalData decimal(BigDecimal value) {
        BigDecimal exact = value.setScale(scale, RoundingMode.UNNECESSARY);
        DecimalData data = DecimalData.fromBigDecimal(exact, precision, scale);
        if (data == null) {
            throw new ArithmeticException("more than " + precision + " digits");
        }
        return data;
    }

    /** Why a text is not of this type, in a reader's words. */
    String complaint(String text) {
        return switch (kind) {
            case DATE, TIMESTAMP -> "'" + text + "' is not a " + kind + " '" + pattern + "'";
            case STRING, BOOLEAN, INT, BIGINT, DOUBLE, DECIMAL, PACKED -> "'" + text + "' is not a " + sql();
        };
    }

    /**
     * Checks the pattern when a mapping is read rather than when its first row is.
     *
     * @throws IllegalArgumentException if it is not one
     */
    void check() {
        if (kind == Kind.DATE || kind == Kind.TIMESTAMP) {
            try {
                formatter(1970);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException("pattern '" + pattern + "': " + e.getMessage(), e);
            }
        }
    }

    /** Strict: 31 February is nobody's date. A two-digit year is read against the pivot. */
    private DateTimeFormatter formatter(int pivot) {
        String letters = pattern.replace('y', 'u');
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher year = TWO_DIGIT_YEAR.matcher(letters);
        if (year.find()) {
            builder.appendPattern(letters.substring(0, year.start()))
                    .appendValueReduced(ChronoField.YEAR, 2, 2, pivot)
                    .appendPattern(letters.substring(year.end()));
        } else {
            builder.appendPattern(letters);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Object bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "y", "yes" -> Boolean.TRUE;
            case "false", "0", "n", "no" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
