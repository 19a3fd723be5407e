package io.daybreak.emr.command;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.region.ReplicationCost;
import io.daybreak.emr.region.Residency;
import io.daybreak.emr.region.Residency.Verdict;
import io.daybreak.emr.simulate.Environment;
import io.daybreak.emr.simulate.Failover;
import io.daybreak.emr.simulate.Outcome;
import io.daybreak.emr.simulate.Rehearsal;
import io.daybreak.emr.simulate.WhatIf;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.StageDemand;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emr failover}: what may go to the second region, what it costs, and the loss of the first one rehearsed. */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        description =
                "Checks residency before anything replicates, prices it, and rehearses the loss of the region; exit 3 when a table may not go.")
final class FailoverCommand implements Callable<Integer> {
    @Mixin
    private final WorkloadOptions options = new WorkloadOptions();

    @Option(names = "--to", required = true, paramLabel = "REGION", description = "second region")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String to;

    @Option(
            names = "--residency",
            paramLabel = "FILE",
            description = "the bank's residency rules (default: the shipped example)")
    @Nullable private Path residency;

    @Option(names = "--nights", paramLabel = "N", description = "nights to play (default: ${DEFAULT-VALUE})")
    private int nights = 5000;

    @Option(names = "--seed", paramLabel = "S", description = "seed (default: ${DEFAULT-VALUE})")
    private long seed = 20261122L;

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private record Answer(List<Verdict> residency, ReplicationCost cost, Failover failover) {}

    @Override
    public Integer call() {
        Residency rules = residency == null ? Residency.shipped() : Residency.at(residency);
        StageGraph graph = options.stages();
        List<Verdict> verdicts = rules.check(graph, options.region, to);
        PriceBook prices = options.priceBook();
        NightDemand demand = options.demand();
        ReplicationCost cost = cost(prices, demand);
        Failover failover = rehearse(prices, demand);
        boolean allAllowed = verdicts.stream().allMatch(Verdict::allowed);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(DataFile.toJson(new Answer(verdicts, cost, failover)));
        } else {
            print(out, verdicts, cost, failover);
        }
        out.flush();
        return allAllowed ? 0 : ExitCode.CONFIGURATION.code();
    }

    /** Landed and published bytes, less the straggler's share that never leaves the region. */
    private ReplicationCost cost(PriceBook prices, NightDemand demand) {
        double written = 0;
        long objects = 0;
        for (StageDemand stage : demand.stages()) {
            written += demand.coefficients().writtenBytes(stage.name(), demand.workload());
            objects += stage.puts();
        }
        double gb = demand.workload().gb() + written / 1e9;
        return ReplicationCost.of(prices, to, BigDecimal.valueOf(gb), objects);
    }

    private Failover rehearse(PriceBook prices, NightDemand demand) {
        ClusterPlan plan = Candidates.of(options).cheapestFirst().get(0);
        Environment disaster = Environment.shipped().withRegionLoss(1);
        double deadline = options.limits().deadlineSeconds();
        Rehearsal rehearsal = new Rehearsal(
                options.stages(),
                options.coefficients(),
                demand.workload(),
                prices,
                disaster,
                WhatIf.AS_BUILT,
                deadline);
        Outcome outcome = rehearsal.play(plan, nights, seed);
        return Failover.of(outcome, disaster, deadline);
    }

    private void print(PrintWriter out, List<Verdict> verdicts, ReplicationCost cost, Failover failover) {
        int allowed = 0;
        for (Verdict verdict : verdicts) {
            allowed += verdict.allowed() ? 1 : 0;
        }
        line(
                out,
                "Residency  %s -> %s: %d of %d tables may be replicated",
                options.region,
                to,
                allowed,
                verdicts.size());
        for (Verdict verdict : verdicts) {
            if (!verdict.allowed()) {
                line(out, "  not %-28s %s", verdict.table(), verdict.reason());
            }
        }
        if (allowed < verdicts.size()) {
            line(
                    out,
                    "  What follows is for a region that may hold them all; here, reports that read these tables wait for the first region.");
        }
        line(
                out,
                "Cost       %,.1f GB a night: transfer %.2f USD, requests %.2f USD; a year kept there %,.2f USD a month",
                cost.gbPerNight(),
                cost.transferUsdPerNight(),
                cost.requestsUsdPerNight(),
                cost.storageUsdPerMonth());
        line(
                out,
                "Rehearsal  region lost at a random moment before 06:00; %d of %d nights were still going",
                failover.nights(),
                nights);
        line(
                out,
                "  RTO      %.0f min median, %.0f min at 95 %% (decision 20 min, then a cluster)",
                failover.recoverySeconds().p50() / 60,
                failover.recoverySeconds().p95() / 60);
        line(out, "  RPO      %.0f min of published data, computed again", failover.lostSeconds() / 60);
        line(
                out,
                "  odds     published by %s %.1f %% (%.1f - %.1f), filed by 09:00 %.1f %% (%.1f - %.1f)",
                Hour.of(options.limits().deadlineSeconds()),
                failover.published().value() * 100,
                failover.published().low() * 100,
                failover.published().high() * 100,
                failover.filed().value() * 100,
                failover.filed().low() * 100,
                failover.filed().high() * 100);
        line(out, "  cost     %.2f USD such a night, mean", failover.usd().mean());
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
