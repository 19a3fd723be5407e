package io.daybreak.jobs.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows as a test writes them: column names and texts, in the columns' types, with defaults for what it leaves out. */
final class Literal {

    private static final String DEFAULTS = "/testing/row-defaults.yaml";
    private static final int LOG_CLASSES = 128;
    private static final int HOURS = 24;
    private static final JsonNode ROW_DEFAULTS = readDefaults();

    /** The row's values by column name; a column without value is absent. */
    static Map<String, Object> row(TableSpec table, LocalDate date, long number, Map<String, ?> given) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String name : given.keySet()) {
            table.indexOf(name);
        }
        JsonNode defaults = ROW_DEFAULTS.path(table.name());
        for (Column column : table.columns()) {
            Object value = given.get(column.name());
            if (value == null && defaults.has(column.name()) && !given.containsKey(column.name())) {
                value = column.type() == ColumnType.STRINGS
                        ? List.of()
                        : defaults.get(column.name()).asText();
            }
            if (value == null) {
                value = implied(column, date, number, row);
            }
            if (value != null) {
                row.put(column.name(), typed(column.type(), value, date));
            } else if (!column.nullable()) {
                throw new IllegalArgumentException(
                        "table " + table.name() + ": row " + given + " lacks " + column.name());
            }
        }
        return row;
    }

    private static @Nullable Object implied(Column column, LocalDate date, long number, Map<String, Object> row) {
        return switch (column.name()) {
            case TableSpec.PROCESSING_DATE -> date.toString();
            case "activity_date", "rate_date", "price_date" -> date;
            case "source_row" -> number;
            case "amount_base" -> row.get("amount");
            case "log_amount_histogram" -> new int[LOG_CLASSES];
            case "hour_histogram" -> new int[HOURS];
            default -> null;
        };
    }

    private static Object typed(ColumnType type, Object value, LocalDate date) {
        String text = value.toString();
        return switch (type) {
            case STRING -> text;
            case BOOLEAN -> Boolean.valueOf(text);
            case INT -> Integer.valueOf(text);
            case BIGINT -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DATE -> value instanceof LocalDate d ? d : LocalDate.parse(text);
            case TIMESTAMP -> LocalDateTime.parse(text.contains("T") || text.length() > 15 ? text : date + "T" + text);
            case MONEY, TOTAL -> new BigDecimal(text).setScale(2);
            case RATE, FIGURE -> new BigDecimal(text).setScale(8);
            case QUANTITY -> new BigDecimal(text).setScale(6);
            case STRINGS ->
                value instanceof List<?> list
                        ? list.stream().map(Objects::toString).toList()
                        : List.of(text);
            case INTS ->
                value instanceof int[] ints ? IntStream.of(ints).boxed().toList() : value;
            case BIGINTS ->
                value instanceof long[] longs ? Arrays.stream(longs).boxed().toList() : value;
        };
    }

    private static JsonNode readDefaults() {
        try (InputStream in = Objects.requireNonNull(Literal.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
            return new YAMLMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Literal() {}
}
