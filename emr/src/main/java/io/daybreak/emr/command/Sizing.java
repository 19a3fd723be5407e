package io.daybreak.emr.command;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;

/** Writes {@code docs/sizing.md} by running the commands it quotes. */
final class Sizing {
    private final Clock clock;
    private final StringBuilder page = new StringBuilder(32_768);

    Sizing(Clock clock) {
        this.clock = clock;
    }

    String page() {
        text("# Sizing and cost", "");
        text(
                "Written by `./daybreak emr render sizing`; every block below is the output of the command above it. Figures are the",
                "plan's: prices are dated list prices, coefficients are in `emr/src/main/resources/io/daybreak/emr/workload-coefficients.json`",
                "with the basis of each stage, and what is assumed there is assumed here. Nothing on this page was run on AWS.",
                "");
        section(
                "The brief's day",
                "500 million rows, 2 TB, published by 06:00: every fleet and market side by side, and the cheapest in full.");
        quote("plan");
        section(
                "The brief's own instance types",
                "r5 on EBS, half of core and all of task on spot. The saving of spot is measured on the whole bill: EMR's fee is not "
                        + "discounted, so the brief's 60 % would need 75 % off an r5.4xlarge; the market gives 65 %.");
        quoteHead("plan --profile brief --mix spot-brief", 34);
        section(
                "The brief's windows",
                "Critical until 02:00, regular until 05:00, low until 06:00 as gates instead of priorities: the cluster idles, and idling is paid.");
        quoteHead("plan --strict-windows", 16);
        section("A hundred jobs at once", "More clients than an m5.2xlarge holds; three primaries.");
        quoteHead("plan --profile brief --concurrent-jobs 110 --ha", 24);
        section(
                "Sensitivity to S3",
                "The share of the instances' network baseline that S3 traffic reaches: 0.6 is planned, a quarter of it and nearly all of it below.");
        quoteHead("plan --profile brief --s3-share 0.15", 9);
        quoteHead("plan --profile brief --s3-share 0.9", 9);
        section("A year of growth", "Twice the day.");
        quoteHead("plan --rows 1000000000 --bytes 4TB", 17);
        section("The night rehearsed", "Two thousand nights of every candidate.");
        quote("simulate");
        section(
                "What if",
                "The defaults of Flink and EMR instead of what is built: no restart strategy, JobManagers anywhere, nobody answers the notice.");
        quoteHead("simulate --profile brief --no-restart-strategy --job-managers-anywhere --no-spot-watcher", 13);
        section("Spot classes read kindly", "The published percentages per month of running instead of per night.");
        quoteHead("simulate --profile brief --interruptions monthly", 13);
        section("The second region", "Residency, transfer, and the loss of the first region.");
        quote("failover --to us-west-2");
        return page.toString();
    }

    private void section(String title, String why) {
        text("", "## " + title, "", why, "");
    }

    private void quote(String command) {
        quoteHead(command, Integer.MAX_VALUE);
    }

    /** Quotes the first lines of a command's output, and says when there are more. */
    private void quoteHead(String command, int most) {
        text("```", "$ ./daybreak emr " + command);
        String[] lines = run(command).split("\n");
        for (int i = 0; i < Math.min(most, lines.length); i++) {
            page.append(lines[i].stripTrailing()).append('\n');
        }
        if (lines.length > most) {
            text("...");
        }
        text("```", "");
    }

    private String run(String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = EmrCommand.commandLine(clock);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = line.execute(command.split(" "));
        if (code != 0) {
            throw new Refusal(
                    ExitCode.DEFECT, String.format(Locale.ROOT, "'emr %s' ended with %d: %s", command, code, err));
        }
        return out.toString();
    }

    private void text(String... lines) {
        for (String line : lines) {
            page.append(line).append('\n');
        }
    }
}
