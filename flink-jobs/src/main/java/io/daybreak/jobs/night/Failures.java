package io.daybreak.jobs.night;

import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import org.apache.flink.util.SerializedThrowable;

/** Says of anything thrown by a stage who has to act. */
public final class Failures {

    /** The failure as the operator is told it; one that already is a {@link NightFailure} stays as it is. */
    public static NightFailure of(Throwable thrown, String stage) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NightFailure failure) {
                return failure;
            }
        }
        Throwable root = root(thrown);
        String what = className(root) + ": " + root.getMessage();
        if (infrastructure(root)) {
            return new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    "stage " + stage + " could not read, write or reach something: " + what,
                    "-",
                    0,
                    "check disk, rights and network, then run with --resume",
                    thrown);
        }
        return new NightFailure(
                ExitCode.DEFECT,
                "stage " + stage + " failed: " + what,
                "-",
                0,
                "report it with the log; nothing of this stage was published",
                thrown);
    }

    /** By the first cause: what Flink, Iceberg and the file system wrap around it says nothing. */
    private static boolean infrastructure(Throwable root) {
        String name = className(root);
        return name.startsWith("java.io.")
                || name.startsWith("java.nio.")
                || name.startsWith("java.net.")
                || name.endsWith("TimeoutException")
                || name.endsWith("InterruptedException")
                || name.startsWith("org.apache.flink.runtime.jobmanager.scheduler.NoResource")
                || String.valueOf(root.getMessage()).contains("No space left on device");
    }

    /** What a cluster reports comes with the name of its class only. */
    private static String className(Throwable thrown) {
        return thrown instanceof SerializedThrowable serialized
                ? serialized.getOriginalErrorClassName()
                : thrown.getClass().getName();
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private Failures() {}
}
