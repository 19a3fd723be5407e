package io.daybreak.emr.command;

import io.daybreak.emr.aws.EmrClusters;
import io.daybreak.emr.launch.LaunchSettings;
import io.daybreak.emr.launch.NightController;
import io.daybreak.emr.launch.Pause;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetProfile;
import io.daybreak.emr.plan.MarketMix;
import io.daybreak.emr.plan.Planner;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code launch} and {@code submit} have in common: a plan, settings, and a controller. */
abstract class NightCommand implements Callable<Integer> {
    private final Clock clock;
    private final Pause pause;

    @Mixin
    final WorkloadOptions options = new WorkloadOptions();

    @Mixin
    final LaunchOptions launch = new LaunchOptions();

    @Mixin
    final CloudOptions cloud = new CloudOptions();

    @Option(
            names = "--core",
            paramLabel = "N",
            description = "launch exactly this many core nodes instead of the cheapest plan; needs --profile and --mix")
    @Nullable private Integer core;

    @Option(names = "--task", paramLabel = "N", description = "with --core: task nodes (default: ${DEFAULT-VALUE})")
    private int task;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    NightCommand(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** The plan asked for first, then what to fall back to when its cluster dies. */
    List<ClusterPlan> plans() {
        if (core == null) {
            return new Candidates(options, options.demand(), options.priceBook(), options.limits()).cheapestFirst();
        }
        if (options.profile == null || options.mix == null) {
            throw new Refusal(ExitCode.USAGE, "--core needs --profile and --mix");
        }
        FleetProfile profile = FleetProfile.named(options.profile);
        MarketMix mix = MarketMix.fromText(options.mix);
        Planner planner = new Planner(options.demand(), options.priceBook());
        List<ClusterPlan> plans = new ArrayList<>();
        plans.add(planner.sized(profile, mix, options.limits(), core, task));
        if (mix != MarketMix.ON_DEMAND) {
            plans.add(planner.sized(profile, MarketMix.ON_DEMAND, options.limits(), core, task));
        }
        return plans;
    }

    LocalDate date() {
        if (options.date == null) {
            throw new Refusal(ExitCode.USAGE, "--date is missing: the business date is never taken from the clock");
        }
        if (options.date.isAfter(LocalDate.now(clock))) {
            throw new Refusal(ExitCode.USAGE, "business date " + options.date + " lies in the future");
        }
        return options.date;
    }

    LaunchSettings settings() {
        return launch.settings(cloud.runId, date().toString());
    }

    NightController controller(EmrClusters clusters) {
        PrintWriter out = spec.commandLine().getOut();
        return new NightController(clusters, clock, pause, line -> {
            out.println(clock.instant() + " " + line);
            out.flush();
        });
    }

    /** The deadline rule: so long after the deadline of the night that follows the business date, or after now when that is past. */
    Instant giveUpAt(ClusterPlan plan) {
        long after = options.limits().deadlineSeconds() + plan.timeouts().terminateAfterDeadline() * 60L;
        Instant ofNight =
                date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(after);
        Instant ofRerun = clock.instant().plusSeconds(after);
        return ofNight.isBefore(clock.instant()) ? ofRerun : ofNight;
    }
}
