package io.daybreak.emr.launch;

import io.daybreak.emr.night.Stage;
import io.daybreak.emr.night.StageClass;
import io.daybreak.emr.plan.ClusterPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * One stage as an EMR step.
 *
 * @param name {@code <run id>/<stage>/<attempt>}: EMR knows no idempotency token, the name is ours
 * @param arguments what command-runner.jar runs
 */
public record Step(String name, List<String> arguments) {
    /** Jar of every step: runs its arguments as a command on the primary. */
    public static final String JAR = "command-runner.jar";

    /** Installed by the bootstrap action: submits, follows the YARN application, exits with the night's code. */
    static final String WRAPPER = "daybreak-step";

    public Step {
        arguments = List.copyOf(arguments);
    }

    /** The step of a stage; attempt counts from 1. */
    public static Step of(Stage stage, ClusterPlan plan, LaunchSettings settings, int attempt) {
        List<String> arguments = new ArrayList<>();
        arguments.add(WRAPPER);
        arguments.addAll(flink(stage, plan, settings.runId(), settings.date(), settings.jar()));
        for (String argument : stage.arguments()) {
            arguments.add(argument.replace("{date}", settings.date()).replace("{lake}", settings.lake()));
        }
        return new Step(name(settings.runId(), stage.name(), attempt), arguments);
    }

    /** The {@code flink run-application} part, up to and with the jar; {@code date} may be an orchestrator's macro. */
    public static List<String> flink(Stage stage, ClusterPlan plan, String runId, String date, String jar) {
        List<String> arguments = new ArrayList<>(List.of(
                "flink",
                "run-application",
                "-t",
                "yarn-application",
                "-Dyarn.application.name=daybreak-" + date + "-" + stage.name(),
                "-Dyarn.tags=run=" + runId + ",stage=" + stage.name() + ",class="
                        + stage.stageClass().text(),
                "-Dyarn.application.priority=" + stage.stageClass().yarnPriority()));
        if (plan.strictWindows() && stage.stageClass() == StageClass.CRITICAL && plan.usesSpot()) {
            arguments.add("-Dyarn.application.node-label=ON_DEMAND");
        }
        arguments.addAll(List.of("-c", stage.mainClass(), jar));
        return List.copyOf(arguments);
    }

    static String name(String runId, String stage, int attempt) {
        return runId + "/" + stage + "/" + attempt;
    }

    /** The command of an orchestrator that fills in date and lake itself. */
    public static String wrapper() {
        return WRAPPER;
    }
}
