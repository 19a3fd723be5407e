package io.daybreak.emr.workload;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Coefficients of all stages, and how a core of the measuring machine becomes vCPUs of a fleet.
 *
 * @param vcpuPerMeasuredCore vCPU-seconds of EC2 for one measured core-second
 * @param parallelEfficiency share of a large cluster's vCPU time that is work, 0 to 1
 * @param stragglerFactor how much longer a stage takes than its mean task says, at least 1
 * @param launchSeconds from submitting a stage to its first row
 * @param networkShareForS3 share of an instance's baseline bandwidth that S3 traffic reaches, 0 to 1
 * @param reportFormats files formats in the reports stage, for the cost per report
 * @param outputFileMb size of a data file in MB
 * @param readRequestMb bytes fetched by one GET, in MB
 * @param uploadPartMb bytes sent by one PUT of a multipart upload, in MB
 */
public record Coefficients(
        int schema,
        String name,
        String measuredOn,
        String machine,
        String source,
        double vcpuPerMeasuredCore,
        double parallelEfficiency,
        double stragglerFactor,
        double launchSeconds,
        double networkShareForS3,
        Map<String, StageCoefficients> stages,
        int reportFormats,
        int outputFileMb,
        int readRequestMb,
        int uploadPartMb,
        SparkBaseline sparkBaseline) {

    public Coefficients {
        if (schema != 1) {
            throw Refusal.configuration("coefficients have schema " + schema + "; this release reads schema 1");
        }
        if (!(parallelEfficiency > 0 && parallelEfficiency <= 1)
                || !(networkShareForS3 > 0 && networkShareForS3 <= 1)) {
            throw Refusal.configuration("parallelEfficiency and networkShareForS3 must be in (0, 1], are "
                    + parallelEfficiency + " and " + networkShareForS3);
        }
        if (!(stragglerFactor >= 1) || !(vcpuPerMeasuredCore > 0) || !(launchSeconds >= 0)) {
            throw Refusal.configuration("stragglerFactor must be >= 1, vcpuPerMeasuredCore > 0, launchSeconds >= 0");
        }
        if (reportFormats < 1 || outputFileMb < 1 || readRequestMb < 1 || uploadPartMb < 5) {
            throw Refusal.configuration(
                    "reportFormats, outputFileMb, readRequestMb must be >= 1 and uploadPartMb >= 5");
        }
        stages = Map.copyOf(new TreeMap<>(stages));
    }

    /** The file that ships with this release. */
    public static Coefficients shipped() {
        return DataFile.shipped("workload-coefficients.json", Coefficients.class);
    }

    /** A file of the operator's, for instance one the benchmark wrote. */
    public static Coefficients at(Path path) {
        return DataFile.at(path, Coefficients.class);
    }

    /** Coefficients of a stage; refuses (configuration) a stage nobody has measured or estimated. */
    StageCoefficients of(String stage) {
        StageCoefficients found = stages.get(stage);
        if (found == null) {
            throw Refusal.configuration("stage '" + stage + "' has no coefficients in " + name
                    + "; add a row, known are " + new TreeSet<>(stages.keySet()));
        }
        return found;
    }

    /** Bytes a stage writes on a day. */
    public double writtenBytes(String stage, Workload workload) {
        return of(stage).writeBytes(workload);
    }

    /** The same with another share of the network reached by S3, for sensitivities. */
    public Coefficients withNetworkShareForS3(double share) {
        return new Coefficients(
                schema,
                name,
                measuredOn,
                machine,
                source,
                vcpuPerMeasuredCore,
                parallelEfficiency,
                stragglerFactor,
                launchSeconds,
                share,
                stages,
                reportFormats,
                outputFileMb,
                readRequestMb,
                uploadPartMb,
                sparkBaseline);
    }
}
