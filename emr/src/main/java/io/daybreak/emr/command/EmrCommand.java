package io.daybreak.emr.command;

import io.daybreak.emr.launch.Pause;
import io.daybreak.emr.night.Refusal;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the subcommands together and turns refusals into exit codes. */
@Command(
        name = "emr",
        mixinStandardHelpOptions = true,
        description = "Plans, prices, rehearses, launches and watches the night on Amazon EMR.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 good; 2 usage; 3 configuration; 4 input missing or late; 5 data-quality hold;",
            "6 out of balance; 7 infrastructure, safe to retry; 8 approval missing; 1 a defect of ours."
        })
public final class EmrCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private EmrCommand() {}

    /** The command line with all its subcommands; today is read from this clock and nowhere else. */
    public static CommandLine commandLine(Clock clock) {
        return commandLine(clock, Pause.real());
    }

    static CommandLine commandLine(Clock clock, Pause pause) {
        CommandLine line = new CommandLine(new EmrCommand());
        line.addSubcommand(new PlanCommand(clock));
        line.addSubcommand(new SimulateCommand());
        line.addSubcommand(new FailoverCommand());
        line.addSubcommand(new LaunchCommand(clock, pause));
        line.addSubcommand(new SubmitCommand(clock, pause));
        line.addSubcommand(new StatusCommand(clock, pause));
        line.addSubcommand(new TerminateCommand(clock, pause));
        line.addSubcommand(new WatchCommand(pause));
        line.addSubcommand(new RenderCommand(clock));
        line.addSubcommand(new CheckCommand(clock));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Refusal refusal) {
                command.getErr().println("emr " + command.getCommandName() + ": " + refusal.getMessage());
                return refusal.exitCode().code();
            }
            failure.printStackTrace(command.getErr());
            command.getErr().println("emr " + command.getCommandName() + ": a defect of ours: " + failure);
            return 1;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command; one of " + spec.subcommands().keySet());
    }
}
