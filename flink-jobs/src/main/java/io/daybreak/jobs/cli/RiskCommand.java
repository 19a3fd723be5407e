package io.daybreak.jobs.cli;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.risk.RiskSlice;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.risk.measure.ConfidenceLevel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybreak risk}: value at risk of any books, from the vectors the night published. */
@Command(
        name = "risk",
        mixinStandardHelpOptions = true,
        description = {
            "Measures any set of books from the P&L vectors the night published, without simulating again:",
            "value at risk, expected shortfall, their part in the bank's, and the scenarios behind them."
        })
final class RiskCommand implements Callable<Integer> {

    /** The sets of scenarios a night publishes vectors of. */
    enum ScenarioSet {
        HISTORICAL,
        MONTE_CARLO
    }

    @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "Business date.")
    LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            defaultValue = "lake",
            description = "The lake. Default: ${DEFAULT-VALUE}.")
    Path lake = Path.of("lake");

    @Option(
            names = "--set",
            paramLabel = "SET",
            defaultValue = "HISTORICAL",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    ScenarioSet set = ScenarioSet.HISTORICAL;

    @Option(names = "--desk", split = ",", paramLabel = "DESK", description = "Desks of the slice. Default: all.")
    List<String> desks = List.of();

    @Option(names = "--book", split = ",", paramLabel = "BOOK", description = "Books of the slice. Default: all.")
    List<String> books = List.of();

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.99",
            description = "Confidence of the value at risk and the shortfall. Default: ${DEFAULT-VALUE}.")
    String level = "0.99";

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "5",
            description = "Scenarios to name. Default: ${DEFAULT-VALUE}.")
    int worst = 5;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (PublishedCatalog catalog = new PublishedCatalog(new Lake(lake))) {
            RiskSlice slices = RiskSlice.read(catalog, date, set.name());
            List<RiskSlice.BookName> chosen = slices.books().stream()
                    .filter(name -> desks.isEmpty() || desks.contains(name.desk()))
                    .filter(name -> books.isEmpty() || books.contains(name.book()))
                    .toList();
            if (chosen.isEmpty()) {
                throw new NightFailure(
                        ExitCode.INPUT_MISSING,
                        "no book of desks " + desks + " and books " + books + " has a " + set + " vector on " + date,
                        "pnl_vectors",
                        0,
                        slices.books().isEmpty()
                                ? "run ./daybreak night --date " + date + " --lake " + lake
                                : "choose among "
                                        + slices.books().stream()
                                                .map(name -> name.desk() + "/" + name.book())
                                                .collect(Collectors.joining(", ")));
            }
            print(slices.measure(chosen, ConfidenceLevel.of(level), worst), out);
        }
        out.flush();
        return ExitCode.GOOD.code();
    }

    private void print(RiskSlice.Measured slice, PrintWriter out) {
        var risk = slice.valueAtRisk();
        out.printf(
                Locale.ROOT,
                "%s, %s, %,d scenarios, %d of %d books%n",
                date,
                set,
                risk.scenarios(),
                slice.books().size(),
                slice.booksInAll());
        out.printf(
                Locale.ROOT,
                "value at risk %s       %,20.2f   95 %% interval %,.2f to %,.2f   %s%n",
                risk.level(),
                risk.valueAtRisk(),
                risk.interval().low(),
                risk.interval().high(),
                risk.quantileConvention());
        out.printf(
                Locale.ROOT,
                "expected shortfall %s  %,20.2f   standard error %,.2f   %s%n",
                risk.level(),
                risk.expectedShortfall(),
                risk.shortfallStandardError(),
                risk.shortfallConvention());
        out.printf(Locale.ROOT, "part in the bank's         %,20.2f   of %,.2f%n", slice.part(), slice.bank());
        out.printf(Locale.ROOT, "the bank without it        %,20.2f%n", slice.bankWithout());
        for (RiskSlice.Worst scenario : slice.worst()) {
            out.printf(Locale.ROOT, "  %-24s %,20.2f%n", scenario.scenario(), scenario.pnl());
        }
    }
}
