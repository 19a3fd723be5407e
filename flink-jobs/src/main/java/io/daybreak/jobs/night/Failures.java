package io.daybreak.jobs.night;

import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Says of anything thrown by a stage who has to act. */
public final class Failures {

    /** The failure as the operator is told it; one that already is a {@link NightFailure} stays as it is. */
    public static NightFailure of(Throwable thrown, String stage) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NightFailure failure) {
                return failure;
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (infrastructure(cause)) {
                return new NightFailure(
                        ExitCode.INFRASTRUCTURE,
                        "stage " + stage + " could not read, write or reach something: " + root(thrown),
                        "-",
                        0,
                        "check disk, rights and network, then run with --resume",
                        thrown);
            }
        }
        return new NightFailure(
                ExitCode.DEFECT,
                "stage " + stage + " failed: " + root(thrown),
                "-",
                0,
                "report it with the log; nothing of this stage was published",
                thrown);
    }

    private static boolean infrastructure(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof InterruptedException
                || cause instanceof java.io.UncheckedIOException
                || cause instanceof org.apache.iceberg.exceptions.RuntimeIOException
                || cause instanceof org.apache.flink.client.program.ProgramInvocationException
                || String.valueOf(cause.getMessage()).contains("No space left on device");
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private Failures() {}
}
