package io.daybreak.emr.simulate;

import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetPlan;
import io.daybreak.emr.plan.FleetType;
import io.daybreak.emr.price.InstanceType;
import io.daybreak.emr.price.Market;
import io.daybreak.emr.price.PriceBook;
import java.util.ArrayList;
import java.util.List;

/** The nodes of the night being played. */
final class Cluster {
    private final ClusterPlan plan;
    private final PriceBook prices;
    private final List<Node> nodes = new ArrayList<>();
    private final List<InstanceType> pools = new ArrayList<>();

    Cluster(ClusterPlan plan, PriceBook prices) {
        this.plan = plan;
        this.prices = prices;
        for (FleetPlan fleet : List.of(plan.core(), plan.task())) {
            for (FleetType type : fleet.types()) {
                InstanceType instance = prices.instance(type.type());
                if (!pools.contains(instance)) {
                    pools.add(instance);
                }
            }
        }
    }

    /** Starts every fleet: on-demand with its first type, spot spread evenly over all types. */
    void start(double billedFrom, double onDemandReady, double spotReady, Market spotBoughtAs) {
        for (FleetPlan fleet : List.of(plan.core(), plan.task())) {
            FleetType first = fleet.preferred();
            for (int i = 0; i < fleet.onDemandUnits() / first.weight(); i++) {
                add(first.type(), first.slots(), Market.ON_DEMAND, billedFrom, onDemandReady);
            }
            for (FleetType type : spread(fleet)) {
                add(type.type(), type.slots(), spotBoughtAs, billedFrom, spotReady);
            }
        }
    }

    /** Spot nodes of a fleet: each next node goes to the type with the fewest units so far. */
    private static List<FleetType> spread(FleetPlan fleet) {
        List<FleetType> nodes = new ArrayList<>();
        int[] units = new int[fleet.types().size()];
        int left = fleet.spotUnits();
        while (left > 0) {
            int least = -1;
            for (int i = 0; i < units.length; i++) {
                boolean fits = fleet.types().get(i).weight() <= left;
                if (fits && (least < 0 || units[i] < units[least])) {
                    least = i;
                }
            }
            if (least < 0) {
                break;
            }
            FleetType chosen = fleet.types().get(least);
            nodes.add(chosen);
            units[least] += chosen.weight();
            left -= chosen.weight();
        }
        return nodes;
    }

    private Node add(String type, int slots, Market market, double billedFrom, double readyAt) {
        InstanceType instance = prices.instance(type);
        Node node = new Node(instance, market, slots, billedFrom, readyAt, pools.indexOf(instance));
        nodes.add(node);
        return node;
    }

    /** A node in place of a lost one; its index. */
    int replace(Node lost, Market market, double askedAt, double readyAt) {
        nodes.add(new Node(lost.type(), market, lost.slots(), askedAt, readyAt, lost.pool()));
        return nodes.size() - 1;
    }

    void loseAll(double at) {
        for (Node node : nodes) {
            node.lose(at);
        }
    }

    Node node(int index) {
        return nodes.get(index);
    }

    int size() {
        return nodes.size();
    }

    int poolCount() {
        return pools.size();
    }

    InstanceType pool(int index) {
        return pools.get(index);
    }

    int slots(double now) {
        return slots(now, true, true);
    }

    int slots(double now, boolean onDemand, boolean spot) {
        int slots = 0;
        for (Node node : nodes) {
            if (node.works(now) && (node.isSpot() ? spot : onDemand)) {
                slots += node.slots();
            }
        }
        return slots;
    }

    int spotNodes() {
        int count = 0;
        for (Node node : nodes) {
            count += node.isSpot() ? 1 : 0;
        }
        return count;
    }

    double usd(double endOfNight, double ebsUsdPerSecond) {
        double usd = 0;
        for (Node node : nodes) {
            usd += node.usd(endOfNight, ebsUsdPerSecond);
        }
        return usd;
    }
}
