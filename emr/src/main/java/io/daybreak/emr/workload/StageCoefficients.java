package io.daybreak.emr.workload;

import io.daybreak.emr.night.Refusal;

/**
 * What one stage costs in processor time and bytes.
 *
 * @param kind how far to trust it
 * @param coreSecondsPerMillionRows processor seconds for a million rows of the day
 * @param coreSecondsPerGb processor seconds for a GB of the day's landed bytes, on top
 * @param fixedCoreSeconds processor seconds however small the day is
 * @param readBytesPerByte bytes read from S3 per landed byte
 * @param writeBytesPerByte bytes written to S3 per landed byte
 * @param readBytesPerRow bytes read from S3 per row, on top
 * @param writeBytesPerRow bytes written to S3 per row, on top
 * @param shuffleBytesPerRow bytes through Flink's blocking shuffle per row
 * @param outputFiles files written when not governed by size
 * @param basis where the figures come from
 */
public record StageCoefficients(
        CoefficientKind kind,
        double coreSecondsPerMillionRows,
        double coreSecondsPerGb,
        double fixedCoreSeconds,
        double readBytesPerByte,
        double writeBytesPerByte,
        double readBytesPerRow,
        double writeBytesPerRow,
        double shuffleBytesPerRow,
        int outputFiles,
        String basis) {

    public StageCoefficients {
        double[] all = {
            coreSecondsPerMillionRows,
            coreSecondsPerGb,
            fixedCoreSeconds,
            readBytesPerByte,
            writeBytesPerByte,
            readBytesPerRow,
            writeBytesPerRow,
            shuffleBytesPerRow,
            outputFiles
        };
        for (double value : all) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw Refusal.configuration("stage coefficients must be finite and at least 0, found " + value);
            }
        }
        if (basis == null || basis.isBlank()) {
            throw Refusal.configuration("stage coefficients must name their basis");
        }
    }

    /** Processor seconds on the measuring machine. */
    double coreSeconds(Workload workload) {
        return fixedCoreSeconds
                + coreSecondsPerMillionRows * workload.rows() / 1e6
                + coreSecondsPerGb * workload.bytes() / 1e9;
    }

    double readBytes(Workload workload) {
        return readBytesPerByte * workload.bytes() + readBytesPerRow * workload.rows();
    }

    double writeBytes(Workload workload) {
        return writeBytesPerByte * workload.bytes() + writeBytesPerRow * workload.rows();
    }
}
