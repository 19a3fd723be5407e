package io.daybreak.jobs.cli;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ExitCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code daybreak status}: what was run in a lake and how far it got. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Lists the runs of a lake and how far each stage of the last one got.")
final class StatusCommand implements Callable<Integer> {

    @Option(
            names = "--lake",
            paramLabel = "LAKE",
            defaultValue = "lake",
            converter = LakeOptions.Address.class,
            description = "The lake: a folder or s3://BUCKET/PREFIX. Default: ${DEFAULT-VALUE}.")
    Path lake = Path.of("lake");

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Only this business date.")
    String date = "";

    @Override
    public Integer call() throws Exception {
        RunStore store = new RunStore(new Lake(LakeOptions.reach(lake)));
        boolean any = false;
        for (LocalDate businessDate : store.businessDates()) {
            if (date.isEmpty() || businessDate.toString().equals(date)) {
                for (int attempt : store.attempts(businessDate)) {
                    any = true;
                    print(store, businessDate, attempt);
                }
            }
        }
        if (!any) {
            System.err.println("daybreak: no run" + (date.isEmpty() ? "" : " of " + date) + " in lake " + lake
                    + ". Next: ./daybreak night --date DATE --lake " + lake);
            return ExitCode.INPUT_MISSING.code();
        }
        return ExitCode.GOOD.code();
    }

    private static void print(RunStore store, LocalDate businessDate, int attempt) throws Exception {
        Optional<RunManifest> manifest = store.manifest(businessDate, attempt);
        System.out.println(businessDate + "." + attempt + "  "
                + manifest.map(m -> m.state().name()).orElse("NOT BEGUN").toLowerCase(Locale.ROOT));
        Path folder = store.folder(businessDate, attempt);
        for (var stage : io.daybreak.jobs.night.Night.graph().stages()) {
            Optional<StageRecord> record = store.stage(folder, stage.spec().name());
            record.ifPresent(r -> System.out.printf(
                    Locale.ROOT,
                    "  %-13s %-9s %,12d rows %8.1f s%n",
                    r.stage(),
                    r.state().name().toLowerCase(Locale.ROOT),
                    r.outputs().stream().mapToLong(StageRecord.Output::rows).sum(),
                    r.seconds()));
        }
    }
}
