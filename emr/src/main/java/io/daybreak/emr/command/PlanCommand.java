package io.daybreak.emr.command;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.NightDemand;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emr plan}: what tonight needs and what it costs, for every profile and mix, and the cheapest in full. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Says what tonight needs and what it costs; exit 3 with the nearest feasible plan when the limits are too tight.")
final class PlanCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private final WorkloadOptions options = new WorkloadOptions();

    @Option(names = "--json", description = "print the chosen plan as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PlanCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        NightDemand demand = options.demand();
        PriceBook prices = options.priceBook();
        Limits limits = options.limits();
        prices.warning(LocalDate.now(clock))
                .ifPresent(w -> spec.commandLine().getErr().println("warning: " + w));
        List<ClusterPlan> plans = new Candidates(options, demand, prices, limits).cheapestFirst();
        ClusterPlan chosen = plans.get(0);
        options.forecast()
                .ifPresent(f -> spec.commandLine()
                        .getErr()
                        .printf(
                                Locale.ROOT,
                                "forecast: %,d rows (95 %% interval %,d to %,d) from %d days, growth %.1f %% a year; planned for the upper end%n",
                                f.rows(),
                                f.rowsLow(),
                                f.rowsHigh(),
                                f.days(),
                                f.growthPerYear() * 100));
        if (json) {
            out.println(DataFile.toJson(chosen));
        } else {
            new PlanText(out, prices, demand, limits).print(chosen, plans);
        }
        out.flush();
        return 0;
    }
}
