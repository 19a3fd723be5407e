package io.daybreak.emr.launch;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetProfile;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.plan.MarketMix;
import io.daybreak.emr.plan.Planner;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.Coefficients;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.Workload;
import java.util.List;

/** Graphs, plans and settings the tests share. */
public final class Nights {
    public static final StageGraph GRAPH = DataFile.shipped("night-graph.json", StageGraph.class);
    public static final LaunchSettings SETTINGS = new LaunchSettings(
            "run-7",
            "2026-11-20",
            "s3://bank-lake/lake",
            "s3://bank-artifacts/v1",
            "s3://bank-logs/emr",
            "service",
            "profile",
            "encrypted",
            List.of("subnet-1", "subnet-2"));

    private Nights() {}

    public static ClusterPlan plan(MarketMix mix, int core, int task) {
        return plan(mix, Limits.BRIEF, core, task);
    }

    public static ClusterPlan plan(MarketMix mix, Limits limits, int core, int task) {
        NightDemand demand = NightDemand.of(GRAPH, Coefficients.shipped(), Workload.BRIEF_DAY);
        return new Planner(demand, PriceBook.shipped("us-east-1"))
                .sized(FleetProfile.named("brief"), mix, limits, core, task);
    }

    public static ClusterPlan strictPlan() {
        return plan(MarketMix.SPOT_BRIEF, new Limits(10, 50, 100, 6 * 3600, 3600, 4 * 3600, true, false, 11), 10, 4);
    }
}
