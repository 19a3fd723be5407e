package io.daybreak.emr.orchestrate;

import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.launch.JobFlow;
import io.daybreak.emr.launch.LaunchSettings;
import io.daybreak.emr.launch.Step;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.ClusterPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Step Functions definition (Amazon States Language) for banks without Airflow. Its input is {@code {"date": ...,
 * "run": ...}}, or {@code {"time": ..., "run": ...}} from the scheduler, whose UTC day is then the business date; on a
 * holiday it ends at once. Stages run level by level, those of a level side by side: the language has no joins of single
 * branches, so a stage may wait for a sibling it does not need. The cluster is terminated on success and on failure.
 */
public final class StateMachine {
    private StateMachine() {}

    /** The definition as JSON; date and run id come from the execution's input. */
    public static String render(
            StageGraph graph, ClusterPlan plan, LaunchSettings settings, BusinessCalendar calendar, int firstYear) {
        Map<String, Object> states = new LinkedHashMap<>();
        List<List<Stage>> levels = levels(graph);
        states.put("Input", choice("$.date", true, "Calendar", "DateOfTime"));
        states.put(
                "DateOfTime",
                ordered(
                        "Type", "Pass",
                        "Parameters",
                                ordered(
                                        "date.$",
                                        "States.ArrayGetItem(States.StringSplit($.time, 'T'), 0)",
                                        "run.$",
                                        "$.run"),
                        "Next", "Calendar"));
        states.put("Calendar", calendar(calendar, firstYear));
        states.put("Holiday", Map.of("Type", "Succeed"));
        states.put("CreateCluster", createCluster(plan, settings));
        for (int i = 0; i < levels.size(); i++) {
            boolean last = i + 1 == levels.size();
            states.put(
                    levelName(i), level(levels.get(i), plan, settings, last ? "TerminateCluster" : levelName(i + 1)));
        }
        states.put("TerminateCluster", terminate("NightDone"));
        states.put("NightDone", Map.of("Type", "Succeed"));
        states.put("TerminateAfterFailure", terminate("NightFailed"));
        states.put(
                "NightFailed",
                ordered(
                        "Type",
                        "Fail",
                        "Error",
                        "StageFailed",
                        "Cause",
                        "A stage of the night failed; see its step and docs/runbooks"));
        return DataFile.toJson(ordered(
                "Comment",
                "The night on EMR. Written by './daybreak emr render step-functions'.",
                "StartAt",
                "Input",
                "TimeoutSeconds",
                10 * 3600,
                "States",
                states));
    }

    private static Map<String, Object> choice(String variable, boolean present, String then, String otherwise) {
        return ordered(
                "Type",
                "Choice",
                "Choices",
                List.of(ordered("Variable", variable, "IsPresent", present, "Next", then)),
                "Default",
                otherwise);
    }

    /** Holidays on weekdays of three years; a weekend is the scheduler's to leave out. */
    private static Map<String, Object> calendar(BusinessCalendar calendar, int firstYear) {
        List<Object> closed = new ArrayList<>();
        LocalDate end = LocalDate.of(firstYear + 3, 1, 1);
        for (LocalDate day = LocalDate.of(firstYear, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            if (!calendar.isBusinessDay(day) && BusinessCalendar.WEEKDAYS.isBusinessDay(day)) {
                closed.add(ordered("Variable", "$.date", "StringEquals", day.toString()));
            }
        }
        List<Object> choices = new ArrayList<>();
        choices.add(ordered("Variable", "$.date", "StringGreaterThanEquals", end.toString(), "Next", "NightFailed"));
        if (!closed.isEmpty()) {
            choices.add(ordered("Or", closed, "Next", "Holiday"));
        }
        return ordered("Type", "Choice", "Choices", choices, "Default", "CreateCluster");
    }

    /** Stages by their longest distance from the beginning. */
    static List<List<Stage>> levels(StageGraph graph) {
        Map<String, Integer> depth = new LinkedHashMap<>();
        List<List<Stage>> levels = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            int level = 0;
            for (String before : stage.after()) {
                level = Math.max(level, depth.getOrDefault(before, 0) + 1);
            }
            depth.put(stage.name(), level);
            while (levels.size() <= level) {
                levels.add(new ArrayList<>());
            }
            levels.get(level).add(stage);
        }
        return levels;
    }

    private static String levelName(int level) {
        return "Level" + (level + 1);
    }

    private static Map<String, Object> createCluster(ClusterPlan plan, LaunchSettings settings) {
        LaunchSettings templated = new LaunchSettings(
                "RUN",
                "DATE",
                settings.lake(),
                settings.artifacts(),
                settings.logs(),
                settings.serviceRole(),
                settings.instanceProfile(),
                settings.securityConfiguration(),
                settings.subnets());
        Map<String, Object> parameters = new LinkedHashMap<>(JobFlow.of(plan, templated));
        parameters.remove("Name");
        parameters.put("Name.$", "States.Format('daybreak-{}-{}', $.date, $.run)");
        parameters.put(
                "Tags",
                List.of(
                        ordered("Key", "daybreak:run", "Value.$", "$.run"),
                        ordered("Key", "daybreak:date", "Value.$", "$.date"),
                        ordered("Key", "for-use-with-amazon-emr-managed-policies", "Value", "true")));
        return ordered(
                "Type", "Task",
                "Resource", "arn:aws:states:::elasticmapreduce:createCluster.sync",
                "Parameters", parameters,
                "ResultPath", "$.cluster",
                "Next", levelName(0));
    }

    private static Map<String, Object> level(
            List<Stage> stages, ClusterPlan plan, LaunchSettings settings, String next) {
        List<Object> branches = new ArrayList<>();
        for (Stage stage : stages) {
            branches.add(ordered("StartAt", stage.name(), "States", Map.of(stage.name(), step(stage, plan, settings))));
        }
        return ordered(
                "Type",
                "Parallel",
                "Branches",
                branches,
                "ResultPath",
                null,
                "Catch",
                List.of(ordered(
                        "ErrorEquals",
                        List.of("States.ALL"),
                        "ResultPath",
                        "$.failure",
                        "Next",
                        "TerminateAfterFailure")),
                "Next",
                next);
    }

    private static Map<String, Object> step(Stage stage, ClusterPlan plan, LaunchSettings settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Step.wrapper());
        arguments.addAll(Step.flink(stage, plan, "{run}", "{date}", settings.jar()));
        for (String argument : stage.arguments()) {
            arguments.add(argument.replace("{lake}", settings.lake()));
        }
        List<String> expressions = new ArrayList<>();
        for (String argument : arguments) {
            expressions.add(expression(argument));
        }
        return ordered(
                "Type",
                "Task",
                "Resource",
                "arn:aws:states:::elasticmapreduce:addStep.sync",
                "Parameters",
                ordered(
                        "ClusterId.$",
                        "$.cluster.ClusterId",
                        "Step",
                        ordered(
                                "Name.$",
                                "States.Format('{}/" + stage.name() + "/1', $.run)",
                                "ActionOnFailure",
                                "CONTINUE",
                                "HadoopJarStep",
                                ordered(
                                        "Jar",
                                        Step.JAR,
                                        "Args.$",
                                        "States.Array(" + String.join(", ", expressions) + ")"))),
                "End",
                true);
    }

    /** An argument as an intrinsic: a literal, or a format over the execution's date and run. */
    private static String expression(String argument) {
        String literal = argument.replace("\\", "\\\\").replace("'", "\\'");
        if (!argument.contains("{date}") && !argument.contains("{run}")) {
            return "'" + literal + "'";
        }
        List<String> values = new ArrayList<>();
        StringBuilder template = new StringBuilder();
        int at = 0;
        while (at < literal.length()) {
            if (literal.startsWith("{date}", at)) {
                template.append("{}");
                values.add("$.date");
                at += 6;
            } else if (literal.startsWith("{run}", at)) {
                template.append("{}");
                values.add("$.run");
                at += 5;
            } else {
                template.append(literal.charAt(at++));
            }
        }
        return "States.Format('" + template + "', " + String.join(", ", values) + ")";
    }

    private static Map<String, Object> terminate(String next) {
        return ordered(
                "Type",
                "Task",
                "Resource",
                "arn:aws:states:::elasticmapreduce:terminateCluster.sync",
                "Parameters",
                Map.of("ClusterId.$", "$.cluster.ClusterId"),
                "ResultPath",
                null,
                "Retry",
                List.of(ordered(
                        "ErrorEquals",
                        List.of("States.ALL"),
                        "IntervalSeconds",
                        10,
                        "MaxAttempts",
                        6,
                        "BackoffRate",
                        2.0)),
                "Next",
                next);
    }

    private static Map<String, Object> ordered(@Nullable Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
