package io.daybreak.jobs.capital;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of a night by section and name, base currency.
 *
 * @param amounts by {@code SECTION/name}
 */
record NightFigures(Map<String, BigDecimal> amounts) {

    NightFigures {
        amounts = Map.copyOf(amounts);
    }

    BigDecimal of(String section, String name) {
        return amounts.getOrDefault(section + "/" + name, BigDecimal.ZERO);
    }

    boolean has(String section) {
        return amounts.keySet().stream().anyMatch(key -> key.startsWith(section + "/"));
    }

    /** A section's sums by name, names ascending. */
    Map<String, BigDecimal> section(String section) {
        Map<String, BigDecimal> names = new TreeMap<>();
        amounts.forEach((key, amount) -> {
            if (key.startsWith(section + "/")) {
                names.put(key.substring(section.length() + 1), amount);
            }
        });
        return names;
    }

    /** A section's sums by the constants of an enum. */
    <E extends Enum<E>> Map<E, BigDecimal> section(String section, Class<E> type) {
        Map<E, BigDecimal> items = new HashMap<>();
        section(section).forEach((name, amount) -> items.put(Enum.valueOf(type, name), amount));
        return items;
    }

    BigDecimal total(String section) {
        return section(section).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
