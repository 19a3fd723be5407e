"""Runs a DAG file against stand-ins for Airflow's classes and prints its tasks and edges as JSON."""
import json
import sys
import types

TASKS = {}
EDGES = set()


class Task:
    def __init__(self, task_id, **kwargs):
        assert task_id not in TASKS, task_id
        self.task_id = task_id
        self.kwargs = kwargs
        self.output = "{{ output of " + task_id + " }}"
        TASKS[task_id] = self

    def __rshift__(self, other):
        for each in other if isinstance(other, list) else [other]:
            EDGES.add((self.task_id, each.task_id))
        return other

    def __rrshift__(self, other):
        for each in other:
            EDGES.add((each.task_id, self.task_id))
        return self


class Dag:
    def __init__(self, **kwargs):
        self.kwargs = kwargs
        Dag.last = self

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def module(name, **members):
    made = types.ModuleType(name)
    for key, value in members.items():
        setattr(made, key, value)
    sys.modules[name] = made


def kind(name):
    return type(name, (Task,), {})


for package in ["airflow", "airflow.providers", "airflow.providers.amazon", "airflow.providers.amazon.aws",
                "airflow.providers.amazon.aws.operators", "airflow.providers.amazon.aws.sensors", "airflow.operators",
                "airflow.sensors"]:
    module(package)
sys.modules["airflow"].DAG = Dag
module("airflow.exceptions", AirflowFailException=type("AirflowFailException", (Exception,), {}))
module("airflow.providers.amazon.aws.operators.emr", EmrAddStepsOperator=kind("EmrAddStepsOperator"),
       EmrCreateJobFlowOperator=kind("EmrCreateJobFlowOperator"),
       EmrTerminateJobFlowOperator=kind("EmrTerminateJobFlowOperator"))
module("airflow.providers.amazon.aws.sensors.emr", EmrJobFlowSensor=kind("EmrJobFlowSensor"),
       EmrStepSensor=kind("EmrStepSensor"))
PYTHON = dict(PythonOperator=kind("PythonOperator"), ShortCircuitOperator=kind("ShortCircuitOperator"))
if sys.argv[2] == "3":
    for package in ["airflow.providers.standard", "airflow.providers.standard.operators", "airflow.providers.standard.sensors"]:
        module(package)
    module("airflow.providers.standard.operators.python", **PYTHON)
    module("airflow.providers.standard.sensors.date_time", DateTimeSensor=kind("DateTimeSensor"))
    module("airflow.sdk", DAG=Dag)
else:
    module("airflow.operators.python", **PYTHON)
    module("airflow.sensors.date_time", DateTimeSensor=kind("DateTimeSensor"))

scope = {"__name__": "dag"}
exec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"), scope)

from datetime import date

print(json.dumps({
    "dag": {k: str(v) for k, v in Dag.last.kwargs.items()},
    "tasks": {t.task_id: {"type": type(t).__name__, **{k: v for k, v in t.kwargs.items() if not callable(v)}}
              for t in TASKS.values()},
    "edges": sorted(EDGES),
    "thanksgiving": scope["is_business_day"](date(2026, 11, 26)),
    "friday": scope["is_business_day"](date(2026, 11, 27)),
}))
