package io.daybreak.emr.launch;

import io.daybreak.emr.launch.Clusters.StepState;
import io.daybreak.emr.launch.Clusters.StepStatus;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.night.StageGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a night is, read from the steps of all its clusters, and what follows: a pure function of what EMR lists.
 *
 * @param stages state of every stage, in dependency order
 */
public record NightProgress(List<StageState> stages) {
    /** Attempts at a stage before its failure stands. */
    public static final int MOST_ATTEMPTS = 3;

    private static final Pattern EXIT = Pattern.compile("(?:exit code|exiting with ret|exit status)[ :']*([0-8])\\b");

    /** Where a stage is. */
    public enum State {
        NOT_SUBMITTED,
        ACTIVE,
        DONE,
        FAILED
    }

    /**
     * One stage.
     *
     * @param attempts attempts submitted so far
     * @param exitCode of the last attempt when it failed; good otherwise
     * @param detail EMR's words on the failure and where the log is
     */
    public record StageState(String stage, State state, int attempts, ExitCode exitCode, String detail) {}

    /**
     * What to do now.
     *
     * @param submit stages to submit, with the attempt
     * @param exitCode the night's code when there is nothing left to wait for
     */
    public record Decision(Map<String, Integer> submit, Optional<ExitCode> exitCode) {}

    public NightProgress {
        stages = List.copyOf(stages);
    }

    /**
     * Reads the progress of a run.
     *
     * @param steps steps of all clusters of the run, in any order: a stage's last attempt decides, unless one was completed
     * @param liveSteps ids of the steps on clusters that still live; an active step elsewhere died with its cluster
     */
    public static NightProgress of(StageGraph graph, String runId, List<StepStatus> steps, List<String> liveSteps) {
        List<StageState> states = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            states.add(state(stage.name(), runId, steps, liveSteps));
        }
        return new NightProgress(states);
    }

    private static StageState state(String stage, String runId, List<StepStatus> steps, List<String> liveSteps) {
        String prefix = runId + "/" + stage + "/";
        StageState last = new StageState(stage, State.NOT_SUBMITTED, 0, ExitCode.GOOD, "");
        for (StepStatus step : steps) {
            if (!step.name().startsWith(prefix)) {
                continue;
            }
            StageState state = state(stage, attempt(step.name()), step, liveSteps);
            if (state.state() == State.DONE) {
                return state;
            }
            if (state.attempts() >= last.attempts()) {
                last = state;
            }
        }
        return last;
    }

    private static StageState state(String stage, int attempt, StepStatus step, List<String> liveSteps) {
        return switch (step.state()) {
            case COMPLETED -> new StageState(stage, State.DONE, attempt, ExitCode.GOOD, "");
            case WAITING, RUNNING ->
                liveSteps.contains(step.id())
                        ? new StageState(stage, State.ACTIVE, attempt, ExitCode.GOOD, "")
                        : failed(stage, attempt, ExitCode.INFRASTRUCTURE, "its cluster ended");
            case CANCELLED -> failed(stage, attempt, ExitCode.INFRASTRUCTURE, "the step was cancelled");
            case FAILED -> failed(stage, attempt, exitCode(step), (step.failure() + " " + step.log()).trim());
        };
    }

    private static StageState failed(String stage, int attempts, ExitCode code, String detail) {
        return new StageState(stage, State.FAILED, attempts, code, detail);
    }

    private static int attempt(String name) {
        String text = name.substring(name.lastIndexOf('/') + 1);
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 1;
    }

    /** The night's code as far as EMR passes it on; a failure without one is taken for infrastructure. */
    static ExitCode exitCode(StepStatus step) {
        Matcher matcher = EXIT.matcher(step.failure());
        if (step.state() != StepState.FAILED || !matcher.find()) {
            return ExitCode.INFRASTRUCTURE;
        }
        ExitCode code = ExitCode.of(Integer.parseInt(matcher.group(1)));
        return code == ExitCode.GOOD ? ExitCode.INFRASTRUCTURE : code;
    }

    /**
     * What to do: submit what has all its predecessors, submit again what infrastructure failed, and end when nothing can
     * go on any more. Stages that do not depend on a failure still run to their end.
     */
    public Decision decide(StageGraph graph) {
        Map<String, Integer> submit = new LinkedHashMap<>();
        ExitCode worst = ExitCode.GOOD;
        boolean active = false;
        for (StageState stage : stages) {
            switch (stage.state()) {
                case DONE -> {}
                case ACTIVE -> active = true;
                case NOT_SUBMITTED -> {
                    if (predecessorsDone(graph, stage.stage())) {
                        submit.put(stage.stage(), 1);
                    }
                }
                case FAILED -> {
                    if (stage.exitCode() == ExitCode.INFRASTRUCTURE && stage.attempts() < MOST_ATTEMPTS) {
                        submit.put(stage.stage(), stage.attempts() + 1);
                    } else if (worst == ExitCode.GOOD) {
                        worst = stage.exitCode();
                    }
                }
            }
        }
        boolean over = submit.isEmpty() && !active;
        return new Decision(submit, over ? Optional.of(worst) : Optional.empty());
    }

    /** The first stage, in dependency order, that is not done. */
    public Optional<String> firstUnfinished() {
        for (StageState stage : stages) {
            if (stage.state() != State.DONE) {
                return Optional.of(stage.stage());
            }
        }
        return Optional.empty();
    }

    private boolean predecessorsDone(StageGraph graph, String stage) {
        for (String before : graph.stage(stage).after()) {
            if (get(before).state() != State.DONE) {
                return false;
            }
        }
        return true;
    }

    private StageState get(String stage) {
        for (StageState each : stages) {
            if (each.stage().equals(stage)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no stage " + stage);
    }
}
