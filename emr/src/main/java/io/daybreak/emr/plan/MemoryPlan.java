package io.daybreak.emr.plan;

import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.price.InstanceType;

/**
 * How YARN memory of a node becomes TaskManagers and slots; one vCPU is one slot.
 *
 * @param yarnMemoryMib YARN memory of the type it was made for
 * @param slotsPerTaskManager slots of one TaskManager
 * @param taskManagerMib process size of one TaskManager
 * @param jobManagerMib process size of a JobManager
 * @param jobManagersPerNode JobManager containers that fit beside a node's TaskManagers
 * @param managedMib off-heap memory for sorting and hashing
 * @param networkMib network buffers
 * @param frameworkOffHeapMib framework off-heap memory, batch-shuffle reads included
 * @param taskHeapMib heap left to user code
 */
public record MemoryPlan(
        int yarnMemoryMib,
        int slotsPerTaskManager,
        int taskManagerMib,
        int jobManagerMib,
        int jobManagersPerNode,
        int managedMib,
        int networkMib,
        int frameworkOffHeapMib,
        int taskHeapMib) {
    static final int METASPACE_MIB = 512;
    static final int FRAMEWORK_HEAP_MIB = 128;
    static final double MANAGED_FRACTION = 0.5;
    static final double NETWORK_FRACTION = 0.1;
    private static final int SLOTS = 4;
    private static final int JOB_MANAGER_MIB = 2048;
    private static final int OVERHEAD_MAX_MIB = 1024;
    private static final int FRAMEWORK_OFF_HEAP_MIB = 1024;

    public MemoryPlan {
        if (taskHeapMib < 512) {
            throw Refusal.configuration("a TaskManager of " + taskManagerMib + " MiB leaves " + taskHeapMib
                    + " MiB of heap; at least 512 MiB are needed: take a larger type");
        }
    }

    /** The plan for a core node: TaskManagers of four slots, and the rest for JobManagers. */
    static MemoryPlan of(InstanceType core) {
        int taskManagers = Math.max(1, core.vcpu() / SLOTS);
        int reserved = Math.min(4, taskManagers) * JOB_MANAGER_MIB;
        int process = (core.yarnMemoryMib() - reserved) / taskManagers / 1024 * 1024;
        int overhead = Math.min(OVERHEAD_MAX_MIB, Math.max(192, process / 10));
        int flink = process - overhead - METASPACE_MIB;
        int managed = (int) (flink * MANAGED_FRACTION);
        int network = Math.min(4096, (int) (flink * NETWORK_FRACTION));
        int heap = flink - managed - network - FRAMEWORK_OFF_HEAP_MIB - FRAMEWORK_HEAP_MIB;
        int left = core.yarnMemoryMib() - process * taskManagers;
        return new MemoryPlan(
                core.yarnMemoryMib(),
                SLOTS,
                process,
                JOB_MANAGER_MIB,
                left / JOB_MANAGER_MIB,
                managed,
                network,
                FRAMEWORK_OFF_HEAP_MIB,
                heap);
    }

    /** Slots that fit on a node of this type: bounded by its vCPUs and by its memory. */
    public int slotsOn(InstanceType type) {
        int byMemory = type.yarnMemoryMib() / taskManagerMib * slotsPerTaskManager;
        return Math.min(byMemory, type.vcpu() / slotsPerTaskManager * slotsPerTaskManager);
    }
}
