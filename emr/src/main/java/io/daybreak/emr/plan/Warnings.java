package io.daybreak.emr.plan;

import io.daybreak.emr.price.InstanceType;
import io.daybreak.emr.price.InterruptionClass;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.CoefficientKind;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.StageDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an operator should know about a plan before launching it. */
final class Warnings {
    private final NightDemand demand;
    private final PriceBook prices;
    private final FleetProfile profile;
    private final MarketMix mix;

    Warnings(NightDemand demand, PriceBook prices, FleetProfile profile, MarketMix mix) {
        this.demand = demand;
        this.prices = prices;
        this.profile = profile;
        this.mix = mix;
    }

    List<String> of(ClusterShape shape, int taskNodes) {
        List<String> warnings = new ArrayList<>();
        assumptions(warnings);
        disks(warnings, shape, taskNodes);
        spot(warnings, shape);
        for (FleetType type : shape.task().types()) {
            InstanceType instance = prices.instance(type.type());
            if (type.slots() < instance.vcpu() && shape.task().units() > 0) {
                warnings.add(type.type() + " holds " + type.slots() + " slots on " + instance.vcpu()
                        + " vCPUs: its memory fits fewer TaskManagers of "
                        + shape.memory().taskManagerMib() + " MiB");
            }
        }
        return warnings;
    }

    private void assumptions(List<String> warnings) {
        double assumed = 0;
        for (StageDemand stage : demand.stages()) {
            assumed += stage.kind() == CoefficientKind.ASSUMED ? stage.vcpuSeconds() : 0;
        }
        if (assumed > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the vCPU time rests on assumed coefficients (%s); replace them by the benchmark's",
                    100 * assumed / demand.vcpuSeconds(),
                    demand.coefficients().name()));
        }
    }

    private void disks(List<String> warnings, ClusterShape shape, int taskNodes) {
        InstanceType core = shape.coreTypes().get(0);
        int nodes = shape.core().units() / core.weight() + taskNodes;
        double diskGb = core.nvmeGb() + shape.core().preferred().ebsGb();
        double needGb = demand.largestShuffleBytes() / 1e9 * 1.5 / nodes;
        if (needGb > diskGb * 0.9) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the largest shuffle needs %.0f GB a node; %s has %.0f GB, and YARN drops a node at 90 %%",
                    needGb,
                    core.type(),
                    diskGb));
        }
        if (core.nvmeGb() == 0 && profile.name().equals("brief")) {
            warnings.add(
                    core.type() + " has no NVMe, whatever the brief says; shuffle goes to gp3 (r5d and r6gd have it)");
        }
    }

    private void spot(List<String> warnings, ClusterShape shape) {
        if (shape.core().spotUnits() > 0) {
            warnings.add("core nodes on spot lose HDFS blocks and shuffle with the node (mix " + mix.text()
                    + "); on-demand core with spot task is the safer half");
        }
        if (shape.task().spotUnits() > 0) {
            for (InstanceType type : shape.taskTypes()) {
                if (type.interruption() == InterruptionClass.OVER_20) {
                    warnings.add("spot " + type.type() + " is in the > 20 % interruption class: expect losses nightly");
                }
            }
        }
    }
}
