package io.daybreak.report.xbrlcsv;

import java.util.List;
import java.util.Map;

/**
 * One table of a module.
 *
 * @param file its file in the package
 * @param indicator the template whose filing indicator it stands under
 * @param keys the open keys, in column order
 * @param unit whether each fact names its own unit
 * @param points the data points it may hold, by code
 */
record Table(String file, String indicator, List<String> keys, boolean unit, Map<String, DataPoint> points) {
    Table {
        keys = List.copyOf(keys);
        points = Map.copyOf(points);
    }
}
