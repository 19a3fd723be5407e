package io.daybreak.report.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The types a report cell may have, with the Java classes that carry them. */
public enum ColumnType {
    /** {@link String}. */
    STRING,
    /** {@link BigDecimal}; money and ratios, never a binary fraction. */
    DECIMAL,
    /** {@link Long} (an {@link Integer} is taken too). */
    BIGINT,
    /** {@link LocalDate}. */
    DATE,
    /** {@link Instant}, or {@link LocalDateTime} read as UTC. */
    TIMESTAMP,
    /** {@link Boolean}. */
    BOOLEAN;

    /** Whether {@code value} is of a class this type is carried by. */
    public boolean accepts(Object value) {
        return switch (this) {
            case STRING -> value instanceof String;
            case DECIMAL -> value instanceof BigDecimal || value instanceof Long || value instanceof Integer;
            case BIGINT -> value instanceof Long || value instanceof Integer;
            case DATE -> value instanceof LocalDate;
            case TIMESTAMP -> value instanceof Instant || value instanceof LocalDateTime;
            case BOOLEAN -> value instanceof Boolean;
        };
    }

    /**
     * Reads a value of this type from its ISO 8601 or plain decimal text, as samples and command lines write it.
     *
     * @throws IllegalArgumentException if the text does not read as this type
     */
    public Object parse(String text) {
        try {
            return switch (this) {
                case STRING -> text;
                case DECIMAL -> new BigDecimal(text);
                case BIGINT -> Long.valueOf(text);
                case DATE -> LocalDate.parse(text);
                case TIMESTAMP -> text.endsWith("Z") ? Instant.parse(text) : LocalDateTime.parse(text);
                case BOOLEAN -> parseBoolean(text);
            };
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + text + "' does not read as " + this, e);
        }
    }

    private static Boolean parseBoolean(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException(text);
    }
}
