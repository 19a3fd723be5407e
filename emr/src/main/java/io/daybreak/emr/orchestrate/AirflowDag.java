package io.daybreak.emr.orchestrate;

import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.launch.JobFlow;
import io.daybreak.emr.launch.LaunchSettings;
import io.daybreak.emr.launch.Step;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.night.StageClass;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.ClusterPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An Airflow DAG for Airflow 2.9 and later and 3.x with the Amazon provider: create the cluster, a step and a sensor per
 * stage in the graph's order, terminate whatever happened, and fail the run when a stage failed.
 *
 * <p>Adding a step is never retried by Airflow: a retry after a timeout would add it twice (apache/airflow#28704); the
 * sensors are. Missed days are caught up one at a time, oldest first. The business date is the last business day before
 * the night, from the calendar's holidays written into the file.
 */
public final class AirflowDag {
    private static final String DATE = "{{ ti.xcom_pull(task_ids='business_date') }}";
    private static final int HOLIDAY_YEARS = 3;

    private final StageGraph graph;
    private final ClusterPlan plan;
    private final LaunchSettings settings;
    private final BusinessCalendar calendar;
    private final StringBuilder out = new StringBuilder(16_384);

    private AirflowDag(StageGraph graph, ClusterPlan plan, LaunchSettings settings, BusinessCalendar calendar) {
        this.graph = graph;
        this.plan = plan;
        this.settings = settings;
        this.calendar = calendar;
    }

    /**
     * The DAG file.
     *
     * @param settings run id and date in it are replaced by Airflow's own
     * @param firstYear first of the three years whose holidays are written into the file
     */
    public static String render(
            StageGraph graph, ClusterPlan plan, LaunchSettings settings, BusinessCalendar calendar, int firstYear) {
        AirflowDag dag = new AirflowDag(graph, plan, settings, calendar);
        dag.head(firstYear);
        dag.cluster();
        dag.tasks();
        dag.order();
        return dag.out.toString();
    }

    private void head(int firstYear) {
        line(
                "\"\"\"The night on EMR. Written by './daybreak emr render airflow'; edit the graph or the plan, not this file.\"\"\"");
        line("from __future__ import annotations");
        line("");
        line("from datetime import date, datetime, timedelta");
        line("");
        line("from airflow.exceptions import AirflowFailException");
        line("from airflow.providers.amazon.aws.operators.emr import (");
        line("    EmrAddStepsOperator,");
        line("    EmrCreateJobFlowOperator,");
        line("    EmrTerminateJobFlowOperator,");
        line(")");
        line("from airflow.providers.amazon.aws.sensors.emr import EmrJobFlowSensor, EmrStepSensor");
        line("");
        line("try:  # Airflow 3");
        line("    from airflow.providers.standard.operators.python import PythonOperator, ShortCircuitOperator");
        line("    from airflow.providers.standard.sensors.date_time import DateTimeSensor");
        line("    from airflow.sdk import DAG");
        line("except ImportError:  # Airflow 2.9 and later");
        line("    from airflow import DAG");
        line("    from airflow.operators.python import PythonOperator, ShortCircuitOperator");
        line("    from airflow.sensors.date_time import DateTimeSensor");
        line("");
        line("# Pools to create once: daybreak_critical, daybreak_regular, daybreak_low.");
        line("HOLIDAYS = set([");
        for (int year = firstYear; year < firstYear + HOLIDAY_YEARS; year++) {
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                if (!calendar.isBusinessDay(day) && BusinessCalendar.WEEKDAYS.isBusinessDay(day)) {
                    line("    date(%d, %d, %d),", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
                }
            }
        }
        line("])");
        line("HOLIDAYS_KNOWN_UNTIL = date(%d, 12, 31)", firstYear + HOLIDAY_YEARS - 1);
        line("");
        line("");
        line("def is_business_day(day: date) -> bool:");
        line("    if day > HOLIDAYS_KNOWN_UNTIL:");
        line(
                "        raise AirflowFailException(f\"no holidays known after {HOLIDAYS_KNOWN_UNTIL}: render this file again\")");
        line("    return day.weekday() < 5 and day not in HOLIDAYS");
        line("");
        line("");
        line("def night_follows_business_day(data_interval_end, **_):");
        line("    return is_business_day(data_interval_end.date())");
        line("");
        line("");
        line("def business_date(data_interval_end, **_):");
        line("    return data_interval_end.date().isoformat()");
        line("");
        line("");
        line("def verdict(**_):");
        line(
                "    raise AirflowFailException(\"a stage of the night failed; see the failed task and its runbook in docs/runbooks\")");
        line("");
        line("");
    }

    private void cluster() {
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
        Map<String, Object> request = JobFlow.of(plan, templated);
        out.append("JOB_FLOW = ");
        out.append(python(request, 0)
                .replace("daybreak-DATE-RUN", "daybreak-" + DATE + "-{{ run_id }}")
                .replace("\"Value\": \"RUN\"", "\"Value\": \"{{ run_id }}\"")
                .replace("\"Value\": \"DATE\"", "\"Value\": \"" + DATE + "\""));
        line("");
        line("");
    }

    private void tasks() {
        line("with DAG(");
        line("    dag_id=\"daybreak_night\",");
        line("    description=\"A bank's night: validated, computed, filed and balanced by 06:00\",");
        line("    schedule=\"50 23 * * 1-5\",");
        line("    start_date=datetime(2026, 1, 1),");
        line("    catchup=True,");
        line("    max_active_runs=1,");
        line("    render_template_as_native_obj=False,");
        line(
                "    default_args={\"owner\": \"daybreak\", \"depends_on_past\": False, \"retries\": 2, \"retry_delay\": timedelta(minutes=2)},");
        line("    tags=[\"daybreak\"],");
        line(") as dag:");
        line("    open_day = ShortCircuitOperator(task_id=\"open_day\", python_callable=night_follows_business_day)");
        line("    day = PythonOperator(task_id=\"business_date\", python_callable=business_date)");
        line(
                "    create = EmrCreateJobFlowOperator(task_id=\"create_cluster\", job_flow_overrides=JOB_FLOW, retries=0)");
        line("    ready = EmrJobFlowSensor(");
        line("        task_id=\"cluster_ready\",");
        line("        job_flow_id=create.output,");
        line("        target_states=[\"RUNNING\", \"WAITING\"],");
        line("        mode=\"reschedule\",");
        line("        poke_interval=30,");
        line("    )");
        for (Stage stage : graph.stages()) {
            stage(stage);
        }
        line("    terminate = EmrTerminateJobFlowOperator(");
        line("        task_id=\"terminate_cluster\", job_flow_id=create.output, trigger_rule=\"all_done\", retries=5");
        line("    )");
        line(
                "    # A leaf that fails when any stage did; without it the run would be green because the cluster was terminated.");
        line(
                "    failed = PythonOperator(task_id=\"verdict\", python_callable=verdict, trigger_rule=\"one_failed\", retries=0)");
        line("");
    }

    private void stage(Stage stage) {
        String name = identifier(stage.name());
        StageClass stageClass = stage.stageClass();
        if (plan.strictWindows() && stageClass.windowStartHour() > 0) {
            line("    window_%s = DateTimeSensor(", name);
            line("        task_id=\"window_%s\",", stage.name());
            line(
                    "        target_time=\"{{ data_interval_end.add(days=1).start_of('day').add(hours=%d) }}\",",
                    stageClass.windowStartHour());
            line("        mode=\"reschedule\",");
            line("    )");
        }
        List<Object> arguments = new ArrayList<>();
        arguments.add(Step.wrapper());
        arguments.addAll(Step.flink(stage, plan, "{{ run_id }}", DATE, settings.jar()));
        for (String argument : stage.arguments()) {
            arguments.add(argument.replace("{date}", DATE).replace("{lake}", settings.lake()));
        }
        line("    add_%s = EmrAddStepsOperator(", name);
        line("        task_id=\"add_%s\",", stage.name());
        line("        job_flow_id=create.output,");
        line("        steps=[");
        line("            {");
        line("                \"Name\": \"{{ run_id }}/%s/1\",", stage.name());
        line("                \"ActionOnFailure\": \"CONTINUE\",");
        line("                \"HadoopJarStep\": {");
        line("                    \"Jar\": \"%s\",", Step.JAR);
        line("                    \"Args\": [");
        for (Object argument : arguments) {
            line("                        %s,", python(argument, 0));
        }
        line("                    ],");
        line("                },");
        line("            }");
        line("        ],");
        line("        pool=\"daybreak_%s\",", stageClass.text());
        line("        priority_weight=%d,", stageClass.orchestratorWeight());
        line("        retries=0,  # a retry would add the step twice");
        line("    )");
        line("    %s = EmrStepSensor(", name);
        line("        task_id=\"%s\",", stage.name());
        line("        job_flow_id=create.output,");
        line("        step_id=\"{{ ti.xcom_pull(task_ids='add_%s')[0] }}\",", stage.name());
        line("        pool=\"daybreak_%s\",", stageClass.text());
        line("        priority_weight=%d,", stageClass.orchestratorWeight());
        line("        mode=\"reschedule\",");
        line("        poke_interval=20,");
        line("    )");
    }

    private void order() {
        line("    open_day >> day >> create >> ready");
        for (Stage stage : graph.stages()) {
            String name = identifier(stage.name());
            line("    add_%s >> %s >> [terminate, failed]", name, name);
            if (plan.strictWindows() && stage.stageClass().windowStartHour() > 0) {
                line("    open_day >> window_%s >> add_%s", name, name);
            }
            if (stage.after().isEmpty()) {
                line("    ready >> add_%s", name);
            }
            for (String before : stage.after()) {
                line("    %s >> add_%s", identifier(before), name);
            }
        }
        line("    [create, ready] >> failed");
    }

    private static String identifier(String stage) {
        return "stage_" + stage.replace('-', '_');
    }

    /** A value as a Python literal, indented. */
    private static String python(Object value, int depth) {
        String pad = "    ".repeat(depth + 1);
        String end = "    ".repeat(depth);
        if (value instanceof Map<?, ?> map) {
            StringBuilder text = new StringBuilder("{\n");
            map.forEach((key, each) -> text.append(pad)
                    .append(python(key, 0))
                    .append(": ")
                    .append(python(each, depth + 1))
                    .append(",\n"));
            return text.append(end).append('}').toString();
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[\n");
            for (Object each : list) {
                text.append(pad).append(python(each, depth + 1)).append(",\n");
            }
            return text.append(end).append(']').toString();
        }
        if (value instanceof Boolean bool) {
            return bool ? "True" : "False";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        return '"'
                + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }

    private void line(String format, Object... values) {
        out.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
