package io.daybreak.emr.night;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One stage of the night as its graph file declares it: one Flink application, the unit of restart, priority and market.
 *
 * @param name unique within the graph; letters, digits and dashes
 * @param stageClass how much the deadline hangs on it
 * @param after names of the stages that have to be published before it starts
 * @param reads tables it reads
 * @param writes tables it writes
 * @param description one line for people
 * @param mainClass class given to {@code flink run-application -c}
 * @param arguments program arguments with the placeholders {@code {date}} and {@code {lake}}
 */
public record Stage(
        String name,
        @JsonProperty("class") StageClass stageClass,
        List<String> after,
        List<String> reads,
        List<String> writes,
        String description,
        String mainClass,
        List<String> arguments) {

    public Stage {
        if (name == null || !name.matches("[a-z][a-z0-9-]{0,62}")) {
            throw Refusal.configuration("stage name '" + name + "' must match [a-z][a-z0-9-]{0,62}");
        }
        if (stageClass == null || mainClass == null || mainClass.isBlank()) {
            throw Refusal.configuration("stage '" + name + "' needs a class and a mainClass");
        }
        after = List.copyOf(after);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        arguments = List.copyOf(arguments);
        description = description == null ? "" : description;
    }
}
