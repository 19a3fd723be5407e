package io.daybreak.jobs.feeds;

import io.daybreak.jobs.night.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a layout's columns are in the lines of a file.
 *
 * @param positions of the declared columns, in their order
 * @param wide of the columns turned into rows
 * @param width fields a line must have
 */
record HeaderMatch(List<Integer> positions, List<Integer> wide, int width) {

    HeaderMatch {
        positions = List.copyOf(positions);
        wide = List.copyOf(wide);
    }

    /**
     * Finds them: by name where the file has a header, else by order.
     *
     * @throws IllegalArgumentException if the header lacks a declared column, or has one that is neither declared nor
     *     turned into rows nor ignored
     */
    static HeaderMatch of(SourceLayout layout, List<String> header) {
        if (layout.format() == SourceLayout.Format.FIXED || !layout.header()) {
            List<Integer> inOrder = new ArrayList<>();
            for (int i = 0; i < layout.columns().size(); i++) {
                inOrder.add(i);
            }
            return new HeaderMatch(inOrder, List.of(), inOrder.size());
        }
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (at.put(header.get(i), i) != null && !header.get(i).isBlank()) {
                throw new IllegalArgumentException("its header names column '" + header.get(i) + "' twice");
            }
        }
        List<Integer> positions = new ArrayList<>();
        for (SourceColumn column : layout.columns()) {
            Integer position = at.get(column.fileName());
            if (position == null) {
                throw new IllegalArgumentException("its header lacks column '" + column.fileName()
                        + "'; the nearest it has is '" + Nearest.to(column.fileName(), header) + "'");
            }
            positions.add(position);
        }
        return new HeaderMatch(positions, others(layout, header, positions), header.size());
    }

    private static List<Integer> others(SourceLayout layout, List<String> header, List<Integer> declared) {
        List<Integer> wide = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (declared.contains(i) || name.isBlank() || layout.ignored().contains(name)) {
                continue;
            }
            if (!layout.unpivot().isEmpty()) {
                wide.add(i);
            } else if (!layout.ignored().contains(SourceLayout.ALL)) {
                extra.add(name);
            }
        }
        if (!extra.isEmpty()) {
            throw new IllegalArgumentException(
                    "its header has columns the mapping does not declare: " + extra + "; taking it in would lose them");
        }
        return wide;
    }
}
