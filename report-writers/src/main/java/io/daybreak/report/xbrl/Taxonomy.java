package io.daybreak.report.xbrl;

import java.util.Map;

/**
 * The items an instance may hold.
 *
 * @param prefix namespace prefix of the items
 * @param namespace namespace of the items, {@code {date}} standing for the reporting date
 * @param schema the schema the instance refers to, {@code {date}} likewise
 * @param scheme the scheme of the entity's identifier
 * @param duration the beginning of items reported for the year to date
 * @param naming the file name, {@code {entity}} and {@code {date}} filled in
 * @param items kind by item code
 */
record Taxonomy(
        String prefix,
        String namespace,
        String schema,
        String scheme,
        String duration,
        String naming,
        Map<String, Kind> items) {

    Taxonomy {
        items = Map.copyOf(items);
    }

    /** What an item holds. */
    enum Kind {
        /** United States dollars. */
        MONETARY,
        /** A whole number without unit. */
        COUNT,
        /** A ratio as a decimal. */
        RATIO,
        /** True or false. */
        FLAG,
        /** Text. */
        TEXT,
        /** A date. */
        DATE;

        boolean isNumeric() {
            return switch (this) {
                case MONETARY, COUNT, RATIO -> true;
                case FLAG, TEXT, DATE -> false;
            };
        }
    }
}
