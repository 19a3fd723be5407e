package io.daybreak.jobs.cli;

import io.daybreak.jobs.lake.Lake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybreak demo}: a sample day and the whole night on it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Makes a sample day and runs the whole night on it, on this machine; needs nothing else.")
final class DemoCommand implements Callable<Integer> {

    /** A month end that is a business day: salaries and the monthly reports fall on it. */
    static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "demo",
            description = "Where to. Default: ${DEFAULT-VALUE}.")
    Path out = Path.of("demo");

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Transactions of the day. Default: ${DEFAULT-VALUE}.")
    long transactions = 100_000;

    @Option(
            names = "--lake",
            paramLabel = "LAKE",
            converter = LakeOptions.Address.class,
            description = "Keep the lake there, e.g. s3://BUCKET/PREFIX. Default: a folder 'lake' in --out.")
    Path lake = Path.of("");

    @Mixin
    LakeOptions lakes = new LakeOptions();

    @Mixin
    NightOptions options = new NightOptions();

    @Override
    public Integer call() throws Exception {
        Path place = lake.toString().isEmpty() ? out.resolve("lake") : lake;
        Lake opened = lakes.open(place);
        int sampled = new CommandLine(new SampleCommand())
                .execute(
                        "--date",
                        DATE.toString(),
                        "--transactions",
                        Long.toString(transactions),
                        "--out",
                        place.toString());
        if (sampled != 0) {
            return sampled;
        }
        return NightSession.run(opened, DATE, options, List.of(out));
    }
}
