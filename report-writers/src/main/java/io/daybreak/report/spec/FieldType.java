package io.daybreak.report.spec;

import io.daybreak.report.check.IdentifierCheck;
import io.daybreak.report.check.Violation;
import io.daybreak.report.input.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field's type: how a cell becomes text, and what that text must satisfy. Immutable.
 *
 * <p>Use: {@link #format} a value of {@link #columnType}, then {@link #check} both; the text is written only if there is no violation.
 */
public final class FieldType {

    /** How a cell becomes text. */
    public enum Kind {
        /** Text as it is. */
        TEXT(ColumnType.STRING),
        /** A whole number. */
        INTEGER(ColumnType.BIGINT),
        /** A decimal number with a point. */
        DECIMAL(ColumnType.DECIMAL),
        /** A decimal number whose point is implied: 12.34 with two places is written 1234. */
        IMPLIED(ColumnType.DECIMAL),
        /** A calendar date. */
        DATE(ColumnType.DATE),
        /** A UTC time stamp, or a part of it. */
        TIMESTAMP(ColumnType.TIMESTAMP),
        /** Yes or no in the format's own words. */
        FLAG(ColumnType.BOOLEAN);

        private final ColumnType columnType;

        Kind(ColumnType columnType) {
            this.columnType = columnType;
        }
    }

    /** No day a bank reports lies outside; longer bonds than a century run to the second. */
    public static final int FIRST_YEAR = 1900;

    /** See {@link #FIRST_YEAR}. */
    public static final int LAST_YEAR = 2199;

    private final String name;
    private final Kind kind;
    private final Facets facets;
    private final Set<String> codes;
    private final @Nullable Pattern pattern;
    private final @Nullable DateTimeFormatter formatter;

    /**
     * A type of a kind under facets.
     *
     * @throws IllegalArgumentException if a pattern does not compile
     */
    public FieldType(String name, Kind kind, Facets facets) {
        this.name = name;
        this.kind = kind;
        this.facets = facets;
        this.codes = new java.util.HashSet<>(facets.codes());
        this.pattern = facets.pattern()
                .filter(regex ->
                        facets.check().filter(check -> check.implies(regex)).isEmpty())
                .map(Pattern::compile)
                .orElse(null);
        this.formatter = facets.format()
                .map(format -> DateTimeFormatter.ofPattern(format, java.util.Locale.ENGLISH))
                .orElse(null);
    }

    /** The same type with other facets. */
    public FieldType with(Facets other) {
        return new FieldType(name, kind, other);
    }

    /** The name it was declared under, or its own expression. */
    public String name() {
        return name;
    }

    /** How a cell becomes text. */
    public Kind kind() {
        return kind;
    }

    /** What the text must satisfy. */
    public Facets facets() {
        return facets;
    }

    /** The regular expression its text is matched with, if it has one that no identifier check implies. */
    public Optional<String> pattern() {
        return Optional.ofNullable(pattern).map(Pattern::pattern);
    }

    /** The column type it reads. */
    public ColumnType columnType() {
        return kind.columnType;
    }

    /** Text of a value that {@link #columnType} accepts. */
    public String format(Object value) {
        return switch (kind) {
            case TEXT -> (String) value;
            case INTEGER -> Long.toString(kept(((Number) value).longValue()));
            case DECIMAL -> formatDecimal(decimal(value));
            case IMPLIED ->
                decimal(value)
                        .movePointRight(facets.fraction())
                        .stripTrailingZeros()
                        .toPlainString();
            case DATE -> formatter == null ? value.toString() : formatter.format((LocalDate) value);
            case TIMESTAMP -> formatTimestamp(value);
            case FLAG -> (Boolean) value ? facets.yes() : facets.no();
        };
    }

    private long kept(long number) {
        long bound = 1;
        for (int i = 0; i < facets.lastDigits(); i++) {
            bound *= 10;
        }
        return facets.lastDigits() == 0 ? number : number % bound;
    }

    private String formatDecimal(BigDecimal value) {
        BigDecimal fitted = value;
        if (facets.scale() >= 0 && value.scale() < facets.scale()) {
            fitted = value.setScale(facets.scale());
        } else if (value.scale() > Math.max(facets.fraction(), 0) || value.scale() < 0) {
            fitted = value.stripTrailingZeros();
            int least = Math.max(facets.scale(), 0);
            fitted = fitted.scale() < least ? fitted.setScale(least) : fitted;
        }
        String text = fitted.toPlainString();
        return facets.decimalComma() ? comma(text) : text;
    }

    private static String comma(String text) {
        return text.indexOf('.') < 0 ? text + "," : text.replace('.', ',');
    }

    private String formatTimestamp(Object value) {
        LocalDateTime utc = utc(value);
        return formatter == null ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(utc) : formatter.format(utc);
    }

    private static LocalDateTime utc(Object value) {
        return value instanceof Instant instant
                ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                : (LocalDateTime) value;
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }

    /**
     * The value a text of this type stands for.
     *
     * @throws IllegalArgumentException if the text does not read as this type
     */
    public Object parse(String text) {
        try {
            return switch (kind) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(facets.decimalComma() ? text.replace(',', '.') : text);
                case IMPLIED -> new BigDecimal(text).movePointLeft(facets.fraction());
                case DATE -> formatter == null ? LocalDate.parse(text) : LocalDate.parse(text, formatter);
                case TIMESTAMP -> parseTimestamp(text);
                case FLAG -> parseFlag(text);
            };
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' does not read as " + name, e);
        }
    }

    private static LocalDateTime parseTimestamp(String text) {
        int zone = Math.max(text.indexOf('Z'), Math.max(text.indexOf('+', 10), text.indexOf('-', 10)));
        return zone < 0
                ? LocalDateTime.parse(text)
                : java.time.OffsetDateTime.parse(text)
                        .atZoneSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
    }

    private Boolean parseFlag(String text) {
        if (text.equals(facets.yes()) || text.equals("1")) {
            return true;
        }
        if (text.equals(facets.no()) || text.equals("0")) {
            return false;
        }
        throw new IllegalArgumentException("'" + text + "' is neither " + facets.yes() + " nor " + facets.no());
    }

    /**
     * What is wrong with a value and its text, or null if nothing is.
     *
     * @param value the cell
     * @param text its {@link #format}
     */
    public @Nullable Violation check(Object value, String text) {
        Violation violation = switch (kind) {
            case TEXT -> checkText(text);
            case INTEGER -> checkNumber(BigDecimal.valueOf(((Number) value).longValue()));
            case DECIMAL, IMPLIED -> checkNumber(decimal(value));
            case DATE -> checkYear(((LocalDate) value).getYear());
            case TIMESTAMP -> checkYear(utc(value).getYear());
            case FLAG -> null;
        };
        if (violation == null && text.length() > facets.maxLength() && kind != Kind.TEXT) {
            violation = new Violation("max-length", "at most " + facets.maxLength() + " characters");
        }
        if (violation == null && pattern != null && !pattern.matcher(text).matches()) {
            violation = new Violation("pattern", "pattern " + pattern.pattern());
        }
        return violation;
    }

    private static @Nullable Violation checkYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR
                ? null
                : new Violation("date-range", "a year from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }

    private @Nullable Violation checkText(String text) {
        int outside = facets.characters().firstOutside(text);
        if (outside >= 0) {
            return new Violation(
                    "character",
                    "characters of %s; position %d holds U+%04X"
                            .formatted(facets.characters(), outside + 1, (int) text.charAt(outside)));
        }
        for (int i = 0; i < facets.forbidden().length(); i++) {
            if (text.indexOf(facets.forbidden().charAt(i)) >= 0) {
                return new Violation("character", "no character U+%04X".formatted((int)
                                facets.forbidden().charAt(i)));
            }
        }
        int length = text.codePointCount(0, text.length());
        if (length < facets.minLength()) {
            return new Violation("min-length", "at least " + facets.minLength() + " characters");
        }
        if (length > facets.maxLength()) {
            return new Violation("max-length", "at most " + facets.maxLength() + " characters");
        }
        return checkCodes(text);
    }

    private @Nullable Violation checkCodes(String text) {
        if (!codes.isEmpty() && !codes.contains(text)) {
            return new Violation("code-list", codes.size() > 12 ? "a code of " + name : "one of " + facets.codes());
        }
        Optional<IdentifierCheck> check = facets.check();
        if (check.isPresent() && !check.get().passes(text)) {
            return new Violation(
                    check.get().name().toLowerCase(java.util.Locale.ROOT),
                    check.get().bound());
        }
        return null;
    }

    private @Nullable Violation checkNumber(BigDecimal number) {
        if (number.scale() >= 0 && number.scale() <= facets.fraction() && number.precision() <= facets.digits()) {
            return checkRange(number);
        }
        BigDecimal stripped = number.stripTrailingZeros();
        int fraction = Math.max(stripped.scale(), 0);
        if (facets.fraction() >= 0 && fraction > facets.fraction()) {
            return new Violation("fraction-digits", "at most " + facets.fraction() + " decimals");
        }
        int total = Math.max(stripped.precision() - Math.min(stripped.scale(), 0), fraction);
        if (total > facets.digits()) {
            return new Violation("total-digits", "at most " + facets.digits() + " digits");
        }
        return checkRange(number);
    }

    private @Nullable Violation checkRange(BigDecimal number) {
        if (facets.least().isPresent() && number.compareTo(facets.least().get()) < 0) {
            return new Violation("min-value", "at least " + facets.least().get());
        }
        if (facets.most().isPresent() && number.compareTo(facets.most().get()) > 0) {
            return new Violation("max-value", "at most " + facets.most().get());
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
