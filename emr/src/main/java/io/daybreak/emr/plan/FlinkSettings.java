package io.daybreak.emr.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/** EMR configuration of a plan, by classification: Flink, YARN and its scheduler. Keys are Flink 1.20's. */
final class FlinkSettings {
    /** Module flags Flink 1.20 needs on Java 17; must be repeated when the option is set at all (FLINK-32329). */
    static final String JAVA_17_FLAGS = String.join(
            " ",
            "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.text=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED");

    private FlinkSettings() {}

    static Map<String, Map<String, String>> classifications(MemoryPlan memory, int slots, Timeouts timeouts) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("flink-conf", flink(memory, slots, timeouts));
        all.put(
                "yarn-site",
                Map.of(
                        "yarn.node-labels.enabled", "true",
                        "yarn.node-labels.am.default-node-label-expression", "ON_DEMAND",
                        "yarn.resourcemanager.nodemanager-graceful-decommission-timeout-secs", "900",
                        "yarn.resourcemanager.am.max-attempts", "4",
                        "yarn.log-aggregation-enable", "true"));
        all.put(
                "capacity-scheduler",
                Map.of(
                        "yarn.scheduler.capacity.resource-calculator",
                        "org.apache.hadoop.yarn.util.resource.DominantResourceCalculator",
                        "yarn.scheduler.capacity.maximum-am-resource-percent",
                        "0.3"));
        return all;
    }

    private static Map<String, String> flink(MemoryPlan memory, int slots, Timeouts timeouts) {
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put("execution.runtime-mode", "BATCH");
        conf.put("execution.attached", "true");
        memory(conf, memory);
        scheduling(conf, slots, timeouts);
        recovery(conf);
        shuffle(conf);
        conf.put("table.optimizer.join-reorder-enabled", "true");
        conf.put("table.optimizer.join.broadcast-threshold", "10485760");
        conf.put("table.optimizer.runtime-filter.enabled", "true");
        conf.put("table.exec.operator-fusion-codegen.enabled", "false");
        conf.put("pipeline.generic-types", "false");
        conf.put("pipeline.object-reuse", "true");
        conf.put("env.java.opts.all", JAVA_17_FLAGS);
        conf.put(
                "env.java.opts.taskmanager",
                "-XX:+UseG1GC -XX:MaxGCPauseMillis=200 -XX:G1HeapRegionSize=16m -XX:+ExitOnOutOfMemoryError");
        conf.put("env.java.opts.client", "-Xmx192m");
        conf.put("fs.s3a.block.size", "268435456");
        conf.put("s3.upload.min.part.size", "67108864");
        conf.put("glue.enabled", "true");
        // On Flink's class path as well, a class of the job jar would be loaded twice.
        conf.put("yarn.classpath.include-user-jar", "DISABLED");
        // Read by the night's own command line in the JobManager.
        conf.put("containerized.master.env.DAYBREAK_CATALOG", "glue");
        conf.put("containerized.master.env.DAYBREAK_INSIGHTS", "none");
        conf.put("metrics.reporters", "statsd");
        conf.put("metrics.reporter.statsd.factory.class", "org.apache.flink.metrics.statsd.StatsDReporterFactory");
        conf.put("metrics.reporter.statsd.host", "localhost");
        conf.put("metrics.reporter.statsd.port", "8125");
        return conf;
    }

    private static void memory(Map<String, String> conf, MemoryPlan memory) {
        conf.put("jobmanager.memory.process.size", memory.jobManagerMib() + "m");
        conf.put("taskmanager.memory.process.size", memory.taskManagerMib() + "m");
        conf.put("taskmanager.numberOfTaskSlots", Integer.toString(memory.slotsPerTaskManager()));
        conf.put("taskmanager.memory.managed.fraction", Double.toString(MemoryPlan.MANAGED_FRACTION));
        conf.put("taskmanager.memory.network.fraction", Double.toString(MemoryPlan.NETWORK_FRACTION));
        conf.put("taskmanager.memory.network.max", "4g");
        conf.put("taskmanager.memory.jvm-metaspace.size", MemoryPlan.METASPACE_MIB + "m");
        conf.put("taskmanager.memory.framework.heap.size", MemoryPlan.FRAMEWORK_HEAP_MIB + "m");
        conf.put("taskmanager.memory.framework.off-heap.size", memory.frameworkOffHeapMib() + "m");
        conf.put("taskmanager.memory.framework.off-heap.batch-shuffle.size", "512m");
    }

    private static void scheduling(Map<String, String> conf, int slots, Timeouts timeouts) {
        conf.put("slotmanager.number-of-slots.max", Integer.toString(slots));
        conf.put("parallelism.default", Integer.toString(slots));
        conf.put("execution.batch.adaptive.auto-parallelism.enabled", "true");
        conf.put("execution.batch.adaptive.auto-parallelism.max-parallelism", Integer.toString(Math.max(128, slots)));
        conf.put("execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task", "128m");
        conf.put("slot.request.timeout", timeouts.slotRequest() * 60_000L + "");
        conf.put("resourcemanager.taskmanager-timeout", "120000");
        conf.put("execution.batch.speculative.enabled", "true");
    }

    private static void recovery(Map<String, String> conf) {
        conf.put("restart-strategy.type", "exponential-delay");
        conf.put("restart-strategy.exponential-delay.attempts-before-reset-backoff", "20");
        // No high availability: it allows an application one job, and a stage runs several (inspection, work, audit). A
        // stage whose JobManager is lost is begun again, by YARN once, then by the night's controller.
        conf.put("high-availability.type", "NONE");
        conf.put("yarn.application-attempts", "2");
    }

    private static void shuffle(Map<String, String> conf) {
        conf.put("execution.batch-shuffle-mode", "ALL_EXCHANGES_BLOCKING");
        conf.put("taskmanager.network.memory.buffers-per-channel", "0");
        conf.put("taskmanager.network.compression.codec", "LZ4");
        conf.put("table.exec.spill-compression.enabled", "true");
    }
}
