package io.daybreak.jobs.night;

import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what a run published differently from an earlier one of the same date, and what it was made from differently. */
final class Comparison {

    /** One sentence per difference; none if both published the same. */
    static List<String> of(RunManifest earlier, RunManifest now, List<StageRecord> records) {
        Map<String, String> before = contents(earlier.stages());
        List<String> differences = new ArrayList<>();
        contents(records).forEach((table, content) -> {
            String other = before.get(table);
            if (other != null && !other.equals(content)) {
                differences.add(table + " was " + other + ", is " + content);
            }
        });
        if (differences.isEmpty()) {
            return List.of();
        }
        now.feeds().forEach((feed, hash) -> {
            if (!hash.equals(earlier.feeds().get(feed))) {
                differences.add("feed " + feed + " was delivered again with other content");
            }
        });
        if (!earlier.settings().equals(now.settings())) {
            differences.add("settings were " + earlier.settings() + ", are " + now.settings());
        }
        if (!earlier.version().equals(now.version())) {
            differences.add("versions were " + earlier.version() + ", are " + now.version());
        }
        return List.copyOf(differences);
    }

    private static Map<String, String> contents(List<StageRecord> records) {
        Map<String, String> contents = new TreeMap<>();
        for (StageRecord record : records) {
            for (StageRecord.Output output : record.outputs()) {
                contents.put(output.table(), output.rows() + " rows " + output.contentHash());
            }
        }
        return contents;
    }

    private Comparison() {}
}
