package io.daybreak.jobs.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The chain of stages that the night cannot be shorter than: of all chains in which each stage waits for the one before
 * it, the one whose stages took longest together.
 *
 * @param stages in order
 * @param seconds what they took together
 */
record CriticalPath(List<String> stages, double seconds) {

    CriticalPath {
        stages = List.copyOf(stages);
    }

    static CriticalPath of(List<NightSummary.StageLine> night) {
        Map<String, Double> longest = new HashMap<>();
        Map<String, String> previous = new HashMap<>();
        String last = "";
        double most = 0;
        for (NightSummary.StageLine stage : night) {
            double before = 0;
            for (String after : stage.after()) {
                if (longest.getOrDefault(after, 0.0) > before) {
                    before = longest.getOrDefault(after, 0.0);
                    previous.put(stage.name(), after);
                }
            }
            double seconds = before + stage.seconds();
            longest.put(stage.name(), seconds);
            if (seconds > most) {
                most = seconds;
                last = stage.name();
            }
        }
        List<String> path = new ArrayList<>();
        for (String stage = last; !stage.isEmpty(); stage = previous.getOrDefault(stage, "")) {
            path.add(stage);
        }
        Collections.reverse(path);
        return new CriticalPath(path, most);
    }
}
