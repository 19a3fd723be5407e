package io.daybreak.jobs.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybreak.jobs.stage.NightSettings;
import java.util.List;
import java.util.Map;

/**
 * What a run was made from and what came of it: enough to repeat it and to tell why a repetition differs.
 *
 * @param runId business date and attempt
 * @param state how far it got
 * @param version of Daybreak, Flink and Java
 * @param feeds hash of every feed's trailer by table; a trailer holds the hashes of its files
 * @param comparison what an earlier finished run of the same date published differently; empty if the same, or if there
 *     is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunManifest(
        String runId,
        String businessDate,
        State state,
        Map<String, String> version,
        NightSettings settings,
        int parallelism,
        String comparedWith,
        List<String> comparison,
        Map<String, String> feeds,
        List<StageRecord> stages) {

    public enum State {
        RUNNING,
        FINISHED
    }

    public RunManifest {
        version = Map.copyOf(version);
        comparison = List.copyOf(comparison);
        feeds = Map.copyOf(feeds);
        stages = List.copyOf(stages);
    }
}
