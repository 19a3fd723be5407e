package io.daybreak.jobs.cli;

import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code daybreak sample}: writes a sample day. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Makes up a bank's day and lands it: transactions, customers, accounts, markets, orders, loans, ledger,"
                    + " watch-lists and the history before the first night.",
            "",
            "Every feed lies under LAKE/landing/<table>/date=D/ as Parquet with a _trailer.json of its rows, amounts and"
                    + " hashes. What was planted on purpose (spoilt rows, money laundering, market abuse, anomalies) is"
                    + " told in LAKE/truth/date=D/*.jsonl, so that detection can be scored.",
            "",
            "The same options give the same bytes on any machine at any parallelism. An earlier sample of the same date"
                    + " is replaced.%n"
        },
        footer = {
            "",
            "Example: a working day of 100,000 transactions, about 20 MB:",
            "  daybreak sample --date 2025-11-25 --transactions 100000 --out lake"
        })
public final class SampleCommand implements Callable<Integer> {

    @Option(names = "--date", required = true, paramLabel = "D", description = "Business date, YYYY-MM-DD.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--transactions",
            required = true,
            paramLabel = "N",
            description = "Transactions of the day; the other feeds scale with it. At least 1000.")
    private long transactions;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "LAKE",
            converter = LakeOptions.Address.class,
            description = "The lake: a folder or s3://BUCKET/PREFIX.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "" + SampleRequest.DEFAULT_SEED,
            description = "Another seed, another bank (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--history",
            paramLabel = "DAYS",
            defaultValue = "" + SampleRequest.DEFAULT_HISTORY_DAYS,
            description =
                    "Trading days of market history, up to 5000 (default: ${DEFAULT-VALUE}); never fewer than 500 are"
                            + " written, the windows of the risk stage need them.")
    private int history;

    @Option(
            names = "--wide",
            description = "Carry each payment's message along, about 4 KB a row, as in a feed of 2 TB a day.")
    private boolean wide;

    @Option(
            names = "--parallelism",
            paramLabel = "P",
            defaultValue = "2",
            description = "Files written at the same time; no influence on the bytes (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        SampleRequest request;
        try {
            int days = Math.max(history, SampleRequest.LEAST_HISTORY_DAYS);
            request = new SampleRequest(date, transactions, seed, days, wide, parallelism, out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        List<Trailer> trailers;
        try {
            LakeOptions.reach(out);
            trailers = SampleDay.write(request);
        } catch (IOException e) {
            throw new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    "the sample could not be written: " + e,
                    out.toString(),
                    transactions,
                    "make the lake writable, with room for it, and run the same command again",
                    e);
        }
        print(trailers, spec.commandLine().getOut());
        return 0;
    }

    private void print(List<Trailer> trailers, PrintWriter console) {
        console.printf("%-24s %14s %6s %14s%n", "feed", "rows", "files", "bytes");
        for (Trailer trailer : trailers) {
            long bytes =
                    trailer.files().stream().mapToLong(Trailer.FileEntry::bytes).sum();
            console.printf(
                    "%-24s %,14d %6d %,14d%n",
                    trailer.feed(), trailer.rows(), trailer.files().size(), bytes);
        }
        console.printf("landed under %s, truth under %s%n", out.resolve("landing"), out.resolve("truth"));
        console.flush();
    }
}
