package io.daybreak.bench.measure;

import io.daybreak.bench.answer.Answer;
import io.daybreak.bench.process.Engine;
import io.daybreak.bench.process.Figures;

/**
 * One run of one workload by one engine.
 *
 * @param workload identifier
 * @param engine who ran it
 * @param round from 1; engines take turns within a round
 * @param rows transactions of the day; 0 where the workload reads none of it
 * @param figures what it cost
 * @param inputBytes of the files it was given
 * @param outputBytes of the files it wrote
 * @param answer what it gave
 * @param load one-minute load average of the machine when it started
 */
public record Run(
        String workload,
        Engine engine,
        int round,
        long rows,
        Figures figures,
        long inputBytes,
        long outputBytes,
        Answer answer,
        double load) {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double BYTES_PER_GB = 1e9;

    public double rowsPerSecond() {
        return rows / figures.wallSeconds();
    }

    /** Input bytes a core works off in an hour of its time. */
    public double gbPerCoreHour() {
        return inputBytes / BYTES_PER_GB / (figures.cpuSeconds() / SECONDS_PER_HOUR);
    }
}
