package io.daybreak.jobs.cli;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.night.Nearest;
import io.daybreak.jobs.stage.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daybreak files}: the Parquet files behind a published table. */
@Command(
        name = "files",
        mixinStandardHelpOptions = true,
        description =
                "Prints the data files of the current snapshot of a published table; any Parquet reader opens them.")
final class FilesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TABLE", description = "A published table; ./daybreak contract lists them.")
    String table = "";

    @Option(
            names = "--lake",
            paramLabel = "LAKE",
            defaultValue = "lake",
            converter = LakeOptions.Address.class,
            description = "The lake: a folder or s3://BUCKET/PREFIX. Default: ${DEFAULT-VALUE}.")
    Path lake = Path.of("lake");

    @Mixin
    LakeOptions lakes = new LakeOptions();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Only this business date.")
    String date = "";

    @Override
    public Integer call() throws Exception {
        List<String> names = Catalogue.published().stream().map(TableSpec::name).toList();
        if (!names.contains(table)) {
            System.err.println("daybreak: there is no published table '" + table + "'; did you mean '"
                    + Nearest.to(table, names) + "'? ./daybreak contract lists them");
            return ExitCode.USAGE.code();
        }
        TableSpec spec = Catalogue.table(table);
        try (PublishedCatalog catalog = new PublishedCatalog(lakes.open(lake))) {
            if (!catalog.exists(spec)) {
                System.err.println("daybreak: table " + table + " was never published in lake " + lake
                        + ". Next: ./daybreak night --date DATE --lake " + lake);
                return ExitCode.INPUT_MISSING.code();
            }
            List<String> dates = date.isEmpty() ? catalog.processingDates(spec) : List.of(date);
            for (String each : dates) {
                catalog.files(spec, catalog.publishedSnapshot(spec), each)
                        .forEach(file -> System.out.println(file.path()));
            }
        }
        return ExitCode.GOOD.code();
    }
}
