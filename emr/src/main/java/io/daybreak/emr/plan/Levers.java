package io.daybreak.emr.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The brief's Spark configuration, lever by lever (E2): Flink's key, the value this plan sets, and why. */
final class Levers {
    private Levers() {}

    static List<Lever> of(MemoryPlan memory, Map<String, String> conf) {
        Rows rows = new Rows(conf);
        rows.set(
                "spark.driver.memory=16g",
                "jobmanager.memory.process.size",
                "results go to the lake, not to the JobManager; 2 GiB hold a stage's graph");
        rows.told(
                "spark.driver.cores=4",
                "yarn.appmaster.vcores",
                "1 (default)",
                "planning is short; cores belong to slots");
        rows.told("spark.driver.maxResultSize=4g", "none", "n/a", "no stage collects rows to the driver");
        rows.set(
                "spark.executor.memory=28g",
                "taskmanager.memory.process.size",
                "a node's YARN memory over its TaskManagers, JobManagers' room kept free");
        rows.set(
                "spark.executor.cores=5",
                "taskmanager.numberOfTaskSlots",
                "4 divides every type's vCPUs; a slot is a vCPU");
        rows.told(
                "spark.executor.memoryFraction=0.8",
                "taskmanager.memory.managed.fraction",
                MemoryPlan.MANAGED_FRACTION + " (" + memory.managedMib() + " MiB)",
                "sort and hash run off-heap in managed memory; the heap keeps " + memory.taskHeapMib()
                        + " MiB for user code");
        rows.told(
                "spark.executor.instances=dynamic",
                "YARN active resource manager",
                "built in",
                "Flink asks YARN for TaskManagers as a stage needs slots");
        rows.set(
                "spark.dynamicAllocation.enabled=true",
                "resourcemanager.taskmanager-timeout",
                "idle TaskManagers go after two minutes; those holding shuffle data stay");
        rows.told(
                "spark.dynamicAllocation.minExecutors=10",
                "EMR managed scaling minimum",
                "core fleet size",
                "core is fixed for the night; only task nodes scale");
        rows.set(
                "spark.dynamicAllocation.maxExecutors=200",
                "slotmanager.number-of-slots.max",
                "an application never asks for more than the cluster can become");
        rows.told(
                "spark.dynamicAllocation.initialExecutors=20",
                "EMR fleet target at launch",
                "whole plan",
                "a new node takes 5-6 min: a night this short launches at full size");
        rows.set(
                "spark.sql.shuffle.partitions=800",
                "execution.batch.adaptive.auto-parallelism.max-parallelism",
                "upper bound only; the scheduler decides from the bytes produced (default 128 is too low)");
        rows.set(
                "spark.sql.adaptive.enabled=true",
                "execution.batch.adaptive.auto-parallelism.enabled",
                "parallelism per stage of the plan from real sizes; joins are re-planned between stages");
        rows.set(
                "spark.sql.adaptive.coalescePartitions.enabled=true",
                "execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task",
                "default 16 MB makes too many tasks");
        rows.told(
                "spark.sql.adaptive.skewJoin.enabled=true",
                "none in 1.20 (2.0: skewed-join-optimization)",
                "salting in the job",
                "hot keys are found and salted by the stage itself, proved equal");
        rows.set(
                "spark.serializer=Kryo",
                "pipeline.generic-types",
                "false makes a fall-back to Kryo an error; Flink's own serializers are faster");
        rows.told(
                "spark.sql.parquet.compression.codec=snappy",
                "parquet.compression (table option)",
                "SNAPPY (default)",
                "same codec, so files compare");
        rows.set(
                "spark.io.compression.codec=snappy",
                "taskmanager.network.compression.codec",
                "shuffle and spill are compressed; LZ4 costs least");
        rows.set(
                "spark.executor.extraJavaOptions=G1...",
                "env.java.opts.taskmanager",
                "the brief's G1 settings; the module flags stay in env.java.opts.all");
        rows.set(
                "spark.memory.offHeap.enabled=true",
                "taskmanager.memory.framework.off-heap.size",
                "managed and network memory are off-heap by construction; this adds the batch-shuffle readers");
        rows.told(
                "spark.memory.offHeap.size=4g",
                "taskmanager.memory.managed.fraction",
                MemoryPlan.MANAGED_FRACTION + " (" + memory.managedMib() + " MiB)",
                "off-heap by default, several times the brief's");
        rows.told(
                "spark.sql.columnVector.offheap.enabled=true",
                "none",
                "n/a",
                "Flink's column vectors are on-heap arrays, reused per batch");
        rows.told(
                "coalesce(partitions/4)",
                "sink file sizing",
                "512 MB files",
                "the sink sizes files by bytes, 128 MB to 1 GB");
        rows.told(
                "parquet.block.size=268435456",
                "fs.s3a.block.size and the writer's row group",
                conf.getOrDefault("fs.s3a.block.size", ""),
                "splits match row groups; S3A's 32 MB default reads footers in vain");
        rows.set(
                "(Spark retries tasks)",
                "restart-strategy.type",
                "batch has no restart by default: one lost spot node would fail the stage");
        rows.set(
                "(Spark driver restart)",
                "yarn.application-attempts",
                "a stage whose JobManager is lost begins again; high availability would allow it one job, it runs several");
        rows.set("spark.speculation", "execution.batch.speculative.enabled", "slow tasks get a second attempt");
        rows.set("(new nodes take minutes)", "slot.request.timeout", "default 5 min is shorter than EMR's scale-up");
        return rows.all;
    }

    /** Collects the rows; a key set by the plan shows the value set, never a copy of it. */
    private static final class Rows {
        private final Map<String, String> conf;
        private final List<Lever> all = new ArrayList<>();

        Rows(Map<String, String> conf) {
            this.conf = conf;
        }

        void set(String spark, String key, String why) {
            String value = conf.get(key);
            if (value == null) {
                throw new IllegalStateException(
                        "lever for " + spark + " names " + key + ", which the plan does not set");
            }
            all.add(new Lever(spark, key, value, why));
        }

        void told(String spark, String key, String value, String why) {
            all.add(new Lever(spark, key, value, why));
        }
    }
}
