package io.daybreak.jobs.cli;

import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./daybreak}: parse, build, run, exit code. */
@Command(
        name = "daybreak",
        mixinStandardHelpOptions = true,
        version = "Daybreak 1.0.0-SNAPSHOT",
        description = {
            "The night's work of a bank, done by daybreak: a day of transactions goes in at midnight, and before the",
            "regulators' deadline the bank has a clean day, its risk, its filed reports and its customer insights, with",
            "every cent accounted for."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./daybreak demo                                        a whole night on this machine",
            "  ./daybreak sample --date 2026-03-31 --transactions 100000 --out lake",
            "  ./daybreak night --date 2026-03-31 --lake lake         run the night on it",
            "  ./daybreak night --date 2026-03-31 --lake lake --resume",
            "  ./daybreak files enriched_transactions --lake lake     Parquet files any reader can open",
            "",
            "Exit codes: 0 good, 1 a defect of ours, 2 usage, 3 configuration, 4 input missing or late,",
            "5 data-quality hold, 6 out of balance, 7 infrastructure (safe to retry), 8 approval missing."
        },
        subcommands = {
            DemoCommand.class,
            SampleCommand.class,
            NightCommand.class,
            StatusCommand.class,
            StagesCommand.class,
            ContractCommand.class,
            FilesCommand.class,
            EvidenceCommand.class,
            InsightsCommand.class,
            RiskCommand.class,
            ClusterCommand.class,
            ReportsCommand.class,
            EmrCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Daybreak {

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, ready to parse. */
    static CommandLine commandLine() {
        return new CommandLine(new Daybreak())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof NightFailure failure) {
                        command.getErr().println(failure.line("-", command.getCommandName()));
                        return failure.exitCode().code();
                    }
                    exception.printStackTrace(command.getErr());
                    command.getErr()
                            .println("daybreak: DEFECT (exit 1) stage=" + command.getCommandName() + ": " + exception
                                    + ". Next: report it with what is above");
                    return ExitCode.DEFECT.code();
                });
    }
}
