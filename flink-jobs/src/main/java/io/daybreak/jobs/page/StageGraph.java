package io.daybreak.jobs.page;

import static io.daybreak.jobs.page.Bars.at;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The night's lineage as a picture: stages from left to right by how many stages they wait for, an arrow where one reads
 * what another wrote. Arrows that a longer way implies are left out.
 */
final class StageGraph {

    private static final int BOX_WIDTH = 148;
    private static final int BOX_HEIGHT = 62;
    private static final int GAP_X = 44;
    private static final int GAP_Y = 16;
    private static final int LINES = 3;
    private static final int LINE_LENGTH = 24;

    private final List<NightSummary.StageLine> stages;
    private final List<String> critical;
    private final Map<String, Integer> layer = new HashMap<>();
    private final Map<String, Integer> row = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    private final Map<Integer, Integer> heights = new HashMap<>();

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
            row.put(stage.name(), heights.merge(depth, 1, Integer::sum) - 1);
        }
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

    void draw(Markup page) {
        int layers = heights.size();
        int tallest = heights.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        int width = layers * BOX_WIDTH + (layers - 1) * GAP_X;
        int height = tallest * BOX_HEIGHT + (tallest - 1) * GAP_Y;
        Charts.open(page, "graph", Math.max(width, BOX_WIDTH) + 4, height + 4, "Lineage of the night", said());
        for (NightSummary.StageLine stage : stages) {
            for (String before : direct(stage)) {
                edge(page, before, stage.name());
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
                    .append(stage.after().isEmpty() ? " reads the feeds. " : " after " + String.join(", ", direct(stage)) + ". ");
        }
        return said.toString().strip();
    }

    private void edge(Markup page, String from, String to) {
        double x1 = x(from) + BOX_WIDTH;
        double y1 = y(from) + BOX_HEIGHT / 2.0;
        double x2 = x(to);
        double y2 = y(to) + BOX_HEIGHT / 2.0;
        double bend = GAP_X / 2.0;
        int a = critical.indexOf(from);
        boolean path = a >= 0 && critical.indexOf(to) == a + 1;
        page.empty(
                "path",
                "class",
                path ? "edge path" : "edge",
                "d",
                "M" + at(x1) + " " + at(y1) + " C" + at(x1 + bend) + " " + at(y1) + " " + at(x2 - bend) + " " + at(y2) + " "
                        + at(x2) + " " + at(y2));
    }

    private void node(Markup page, NightSummary.StageLine stage) {
        double x = x(stage.name());
        double y = y(stage.name());
        String state =
                switch (stage.state()) {
                    case "FAILED" -> " failed";
                    case "NOT_RUN" -> " idle";
                    default -> critical.contains(stage.name()) ? " path" : "";
                };
        page.empty(
                "rect", "class", "node" + state, "x", at(x), "y", at(y), "rx", "3", "width", at(BOX_WIDTH), "height",
                at(BOX_HEIGHT));
        Charts.text(page, "strong", "start", x + 8, y + 16, stage.name());
        Charts.text(
                page,
                "soft",
                "end",
                x + BOX_WIDTH - 8,
                y + 16,
                stage.state().equals("NOT_RUN") ? "not run" : Format.seconds(stage.seconds()));
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

    private double x(String stage) {
        return 2 + layer.getOrDefault(stage, 0) * (double) (BOX_WIDTH + GAP_X);
    }

    /** Shorter layers stand in the middle of the tallest. */
    private double y(String stage) {
        int tallest = heights.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        int own = heights.getOrDefault(layer.getOrDefault(stage, 0), 1);
        return 2 + (row.getOrDefault(stage, 0) + (tallest - own) / 2.0) * (BOX_HEIGHT + GAP_Y);
    }
}
