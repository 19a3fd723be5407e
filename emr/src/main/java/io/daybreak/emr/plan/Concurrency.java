package io.daybreak.emr.plan;

/**
 * How many applications run side by side.
 *
 * @param steps EMR's step concurrency
 * @param largeApplications applications of one JobManager and one TaskManager that fit the cluster's memory
 * @param smallApplications applications of one JobManager and one TaskManager of one slot that fit
 * @param clientsOnPrimary attached Flink clients the primary node holds
 */
public record Concurrency(int steps, int largeApplications, int smallApplications, int clientsOnPrimary) {
    /** Memory of one attached Flink client, MiB: heap 192 and the JVM around it (assumed). */
    static final int CLIENT_MIB = 300;
    /** Memory the primary's daemons keep, MiB (assumed). */
    static final int DAEMONS_MIB = 10 * 1024;
}
