package io.daybreak.emr.workload;

import io.daybreak.emr.night.Stage;
import io.daybreak.emr.night.StageGraph;
import java.util.ArrayList;
import java.util.List;

/** What the whole night asks of the cluster: its stages in dependency order. */
public record NightDemand(Workload workload, Coefficients coefficients, List<StageDemand> stages) {

    public NightDemand {
        stages = List.copyOf(stages);
    }

    /**
     * The demand of a graph on a day.
     *
     * @throws io.daybreak.emr.night.Refusal (configuration) when a stage has no coefficients
     */
    public static NightDemand of(StageGraph graph, Coefficients coefficients, Workload workload) {
        List<StageDemand> demands = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            demands.add(demand(stage, coefficients, workload));
        }
        return new NightDemand(workload, coefficients, demands);
    }

    private static StageDemand demand(Stage stage, Coefficients all, Workload workload) {
        StageCoefficients its = all.of(stage.name());
        double useful = its.coreSeconds(workload) * all.vcpuPerMeasuredCore();
        double read = its.readBytes(workload);
        double written = its.writeBytes(workload);
        double files = its.outputFiles() + Math.ceil(written / (all.outputFileMb() * 1e6));
        long parts = (long) Math.ceil(written / (all.uploadPartMb() * 1e6));
        return new StageDemand(
                stage.name(),
                stage.stageClass(),
                stage.after(),
                its.kind(),
                useful / all.parallelEfficiency() * all.stragglerFactor(),
                useful,
                (read + written) * all.stragglerFactor(),
                its.shuffleBytesPerRow() * workload.rows(),
                all.launchSeconds(),
                parts + 3 * (long) files,
                (long) Math.ceil(read / (all.readRequestMb() * 1e6)) + 4 * (long) files);
    }

    /** The same night against an S3 that is slower by a factor: as if it moved as many times the bytes. */
    public NightDemand withSlowerS3(double factor) {
        List<StageDemand> slower = new ArrayList<>();
        for (StageDemand stage : stages) {
            slower.add(stage.withS3Bytes(stage.s3Bytes() * factor));
        }
        return new NightDemand(workload, coefficients, slower);
    }

    /** vCPU-seconds of all stages, losses included. */
    public double vcpuSeconds() {
        double sum = 0;
        for (StageDemand stage : stages) {
            sum += stage.vcpuSeconds();
        }
        return sum;
    }

    /** Largest shuffle of one stage in bytes; its files stay on the nodes until the stage is done. */
    public double largestShuffleBytes() {
        double largest = 0;
        for (StageDemand stage : stages) {
            largest = Math.max(largest, stage.shuffleBytes());
        }
        return largest;
    }
}
