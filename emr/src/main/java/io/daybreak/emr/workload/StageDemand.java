package io.daybreak.emr.workload;

import io.daybreak.emr.night.StageClass;
import java.util.List;

/**
 * What one stage asks of the cluster tonight.
 *
 * @param vcpuSeconds vCPU time, parallel losses and stragglers included
 * @param usefulVcpuSeconds vCPU time that is work, for the utilisation
 * @param s3Bytes bytes to and from S3, stragglers included
 * @param shuffleBytes bytes through the blocking shuffle
 * @param launchSeconds latency before the first row
 * @param puts requests that write
 * @param gets requests that read
 */
public record StageDemand(
        String name,
        StageClass stageClass,
        List<String> after,
        CoefficientKind kind,
        double vcpuSeconds,
        double usefulVcpuSeconds,
        double s3Bytes,
        double shuffleBytes,
        double launchSeconds,
        long puts,
        long gets) {

    public StageDemand {
        after = List.copyOf(after);
    }

    StageDemand withS3Bytes(double bytes) {
        return new StageDemand(
                name,
                stageClass,
                after,
                kind,
                vcpuSeconds,
                usefulVcpuSeconds,
                bytes,
                shuffleBytes,
                launchSeconds,
                puts,
                gets);
    }

    /**
     * Slot-seconds the stage holds when a slot (one vCPU) has this bandwidth to S3: the processor's need or the wire's,
     * whichever is larger.
     */
    public double slotSeconds(double s3BytesPerSlotSecond) {
        return Math.max(vcpuSeconds, s3Bytes / s3BytesPerSlotSecond);
    }
}
