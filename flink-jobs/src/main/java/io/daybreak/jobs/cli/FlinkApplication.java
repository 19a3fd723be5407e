package io.daybreak.jobs.cli;

import io.daybreak.jobs.stage.ExitCode;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * {@code daybreak night} as a Flink application: what {@code flink run-application} is given. Its jobs run in the
 * application's own cluster. It throws where {@link Daybreak} exits, as an exit would end the JobManager before YARN has
 * heard how the stage ended; the message ends in the exit code, which the step on EMR looks for.
 */
public final class FlinkApplication {

    /** A night that did not end well. */
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        Ended(int code) {
            super("the night ended with exit code " + code);
        }
    }

    public static void main(String[] args) throws Ended {
        run(Daybreak.commandLine(), args);
    }

    static void run(CommandLine commandLine, String[] args) throws Ended {
        String[] arguments = Arrays.copyOf(args, args.length + 2);
        arguments[args.length] = "--cluster";
        arguments[args.length + 1] = NightOptions.APPLICATION;
        int code = commandLine.execute(arguments);
        if (code != ExitCode.GOOD.code()) {
            throw new Ended(code);
        }
    }

    private FlinkApplication() {}
}
