package io.daybreak.emr.night;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a stage matters to the deadline; it decides priority, market and the brief's time window (C3). */
public enum StageClass {
    /** Before anything else, on on-demand capacity: the brief's 00:00 to 02:00. */
    CRITICAL(0, 2, 10, 100),
    /** Spot preferred: the brief's 02:00 to 05:00. */
    REGULAR(2, 5, 5, 50),
    /** Spot only, never in the way of the others: the brief's 05:00 to 06:00. */
    LOW(5, 6, 1, 10);

    private final int windowStartHour;
    private final int windowEndHour;
    private final int yarnPriority;
    private final int orchestratorWeight;

    StageClass(int windowStartHour, int windowEndHour, int yarnPriority, int orchestratorWeight) {
        this.windowStartHour = windowStartHour;
        this.windowEndHour = windowEndHour;
        this.yarnPriority = yarnPriority;
        this.orchestratorWeight = orchestratorWeight;
    }

    /** First hour of the brief's window, counted from the business midnight. */
    public int windowStartHour() {
        return windowStartHour;
    }

    /** Hour at which the brief's window closes. */
    public int windowEndHour() {
        return windowEndHour;
    }

    /** Value of {@code yarn.application.priority}; higher goes first. */
    public int yarnPriority() {
        return yarnPriority;
    }

    /** Priority weight of the stage's task in an orchestrator's pool. */
    public int orchestratorWeight() {
        return orchestratorWeight;
    }

    /** The name used in the graph file. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The class named in a graph file.
     *
     * @throws Refusal (configuration) for any other word
     */
    @JsonCreator
    public static StageClass fromText(String text) {
        for (StageClass each : values()) {
            if (each.text().equals(text)) {
                return each;
            }
        }
        throw Refusal.configuration("stage class '" + text + "' is none of critical, regular, low");
    }
}
