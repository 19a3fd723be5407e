package io.daybreak.report.rules;

/**
 * Where a value stands in a template.
 *
 * @param template such as {@code C 02.00}
 * @param row four digits
 * @param column four digits
 * @param sheet four digits, empty for a template without sheets
 */
public record Cell(String template, String row, String column, String sheet) {

    @Override
    public String toString() {
        return "{%s, r%s, c%s%s}".formatted(template, row, column, sheet.isEmpty() ? "" : ", s" + sheet);
    }
}
