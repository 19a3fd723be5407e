package io.daybreak.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybreak night}. */
@Command(
        name = "night",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the night of a business date on the feeds landed in a lake. Every stage is balanced before it is",
            "published; a night that was stopped goes on with --resume."
        })
final class NightCommand implements Callable<Integer> {

    @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "Business date.")
    LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--lake",
            required = true,
            paramLabel = "LAKE",
            converter = LakeOptions.Address.class,
            description = "The lake: a folder or s3://BUCKET/PREFIX.")
    Path lake = Path.of("");

    @Mixin
    LakeOptions lakes = new LakeOptions();

    @Mixin
    NightOptions options = new NightOptions();

    @Spec
    @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return NightSession.run(lakes.open(lake), date, options, List.of());
    }
}
