package io.daybreak.jobs.page;

import static io.daybreak.jobs.page.Bars.at;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The night's lineage as a picture: stages from left to right by how many stages they wait for, a line where one reads
 * what another wrote. Lines that a longer way implies are left out; a line past other stages has a lane of its own, so
 * that none runs behind a box.
 */
final class StageGraph {

    private static final int BOX_WIDTH = 148;
    private static final int BOX_HEIGHT = 62;
    private static final int LANE_HEIGHT = 6;
    private static final int GAP_X = 44;
    private static final int GAP_Y = 14;
    private static final int LINES = 3;
    private static final int LINE_LENGTH = 24;

    /** A stage in its layer, or the lane of a line through it. */
    private record Item(String from, String to, int layer, boolean stage) {
        int height() {
            return stage ? BOX_HEIGHT : LANE_HEIGHT;
        }
    }

    private final List<NightSummary.StageLine> stages;
    private final List<String> critical;
    private final Map<String, Integer> layer = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    private final Map<Item, Double> middle = new HashMap<>();
    private int layers;
    private double height;

    StageGraph(List<NightSummary.StageLine> stages, List<String> critical) {
        this.stages = List.copyOf(stages);
        this.critical = List.copyOf(critical);
        for (NightSummary.StageLine stage : stages) {
            int depth = 0;
            Set<String> before = new HashSet<>();
            for (String after : stage.after()) {
                depth = Math.max(depth, layer.getOrDefault(after, 0) + 1);
                before.add(after);
                before.addAll(ancestors.getOrDefault(after, Set.of()));
            }
            layer.put(stage.name(), depth);
            ancestors.put(stage.name(), before);
            layers = Math.max(layers, depth + 1);
        }
        place();
    }

    /** The stages a stage waits for that no other of them waits for. */
    List<String> direct(NightSummary.StageLine stage) {
        List<String> direct = new ArrayList<>();
        for (String after : stage.after()) {
            boolean implied = stage.after().stream()
                    .anyMatch(other -> ancestors.getOrDefault(other, Set.of()).contains(after));
            if (!implied) {
                direct.add(after);
            }
        }
        return direct;
    }

    /** Stacks every layer, its items in the order of what leads to them, and centres it. */
    private void place() {
        List<List<Item>> columns = columns();
        for (List<Item> column : columns) {
            height = Math.max(height, stacked(column));
        }
        for (List<Item> column : columns) {
            column.sort(Comparator.comparingDouble(this::pull));
            double y = (height - stacked(column)) / 2;
            for (Item item : column) {
                middle.put(item, y + item.height() / 2.0);
                y += item.height() + GAP_Y;
            }
        }
    }

    private List<List<Item>> columns() {
        List<List<Item>> columns = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            columns.add(new ArrayList<>());
        }
        for (NightSummary.StageLine stage : stages) {
            columns.get(layerOf(stage.name())).add(box(stage.name()));
            for (String before : direct(stage)) {
                for (int i = layerOf(before) + 1; i < layerOf(stage.name()); i++) {
                    columns.get(i).add(new Item(before, stage.name(), i, false));
                }
            }
        }
        return columns;
    }

    private static double stacked(List<Item> column) {
        return column.stream().mapToInt(Item::height).sum() + Math.max(0, column.size() - 1) * (double) GAP_Y;
    }

    /** Where the items that lead to this one stand, on average; the first layer keeps its order. */
    private double pull(Item item) {
        if (!item.stage()) {
            return middleOf(
                    item.layer() - 1 == layerOf(item.from())
                            ? box(item.from())
                            : new Item(item.from(), item.to(), item.layer() - 1, false));
        }
        return stages.stream()
                .filter(stage -> stage.name().equals(item.from()))
                .flatMap(stage -> direct(stage).stream())
                .mapToDouble(before -> middleOf(
                        layerOf(before) == item.layer() - 1
                                ? box(before)
                                : new Item(before, item.from(), item.layer() - 1, false)))
                .average()
                .orElse(0);
    }

    private Item box(String stage) {
        return new Item(stage, stage, layerOf(stage), true);
    }

    private int layerOf(String stage) {
        return layer.getOrDefault(stage, 0);
    }

    private double middleOf(Item item) {
        return middle.getOrDefault(item, 0.0);
    }

    void draw(Markup page) {
        int width = Math.max(1, layers) * (BOX_WIDTH + GAP_X) - GAP_X;
        Charts.open(page, "graph", width + 4, (int) height + 4, "Lineage of the night", said());
        for (NightSummary.StageLine stage : stages) {
            for (String before : direct(stage)) {
                line(page, before, stage.name());
            }
        }
        for (NightSummary.StageLine stage : stages) {
            node(page, stage);
        }
        page.close();
    }

    private String said() {
        StringBuilder said = new StringBuilder();
        for (NightSummary.StageLine stage : stages) {
            said.append(stage.name())
                    .append(
                            stage.after().isEmpty()
                                    ? " reads the feeds. "
                                    : " after " + String.join(", ", direct(stage)) + ". ");
        }
        return said.toString().strip();
    }

    /** From box to box, straight through the lanes in between. */
    private void line(Markup page, String from, String to) {
        double x = x(layerOf(from)) + BOX_WIDTH;
        double y = y(box(from));
        StringBuilder path = new StringBuilder("M" + at(x) + " " + at(y));
        for (int i = layerOf(from) + 1; i <= layerOf(to); i++) {
            Item next = i == layerOf(to) ? box(to) : new Item(from, to, i, false);
            double bend = x + GAP_X / 2.0;
            path.append(" C")
                    .append(at(bend) + " " + at(y) + " " + at(bend) + " " + at(y(next)))
                    .append(" " + at(x(i)) + " " + at(y(next)));
            y = y(next);
            x = x(i) + BOX_WIDTH;
            if (!next.stage()) {
                path.append(" H").append(at(x));
            }
        }
        int place = critical.indexOf(from);
        boolean onPath = place >= 0 && critical.indexOf(to) == place + 1;
        page.empty("path", "class", onPath ? "edge path" : "edge", "d", path.toString());
    }

    private void node(Markup page, NightSummary.StageLine stage) {
        double x = x(layerOf(stage.name()));
        double y = y(box(stage.name())) - BOX_HEIGHT / 2.0;
        String state = switch (stage.state()) {
            case "FAILED" -> " failed";
            case "NOT_RUN" -> " idle";
            default -> critical.contains(stage.name()) ? " path" : "";
        };
        page.empty(
                "rect",
                "class",
                "node" + state,
                "x",
                at(x),
                "y",
                at(y),
                "rx",
                "3",
                "width",
                at(BOX_WIDTH),
                "height",
                at(BOX_HEIGHT));
        String took = switch (stage.state()) {
            case "FAILED" -> "stopped";
            case "NOT_RUN" -> "not run";
            default -> Format.seconds(stage.seconds());
        };
        Charts.text(page, "strong", "start", x + 8, y + 16, stage.name());
        Charts.text(page, "soft", "end", x + BOX_WIDTH - 8, y + 16, took);
        List<String> lines = written(stage);
        for (int i = 0; i < lines.size(); i++) {
            Charts.text(page, "soft", "start", x + 8, y + 30 + i * 12, lines.get(i));
        }
    }

    /** The tables a stage wrote, as many as there is room for. */
    private static List<String> written(NightSummary.StageLine stage) {
        List<String> lines = new ArrayList<>();
        int more = stage.outputs().size() - LINES;
        for (int i = 0; i < Math.min(LINES, stage.outputs().size()); i++) {
            String table = stage.outputs().get(i).table();
            boolean last = i == LINES - 1 && more > 0;
            lines.add(last ? "and " + (more + 1) + " more tables" : shortened(table));
        }
        return lines;
    }

    private static String shortened(String table) {
        return table.length() <= LINE_LENGTH ? table : table.substring(0, LINE_LENGTH - 1) + "…";
    }

    private static double x(int layer) {
        return 2 + layer * (double) (BOX_WIDTH + GAP_X);
    }

    private double y(Item item) {
        return 2 + middleOf(item);
    }
}
