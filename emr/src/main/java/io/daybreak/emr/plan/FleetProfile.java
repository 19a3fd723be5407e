package io.daybreak.emr.plan;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * A family of instance types to build clusters from.
 *
 * @param primary type of the primary node
 * @param largePrimary type of the primary node when more steps run at once than {@code primary} holds
 * @param core types of the core fleet, first preferred
 * @param task types of the task fleet, first preferred
 * @param ebsGbPerNode gp3 volume per core and task node
 */
public record FleetProfile(
        String name,
        String title,
        String primary,
        String largePrimary,
        List<String> core,
        List<String> task,
        int ebsGbPerNode) {

    public FleetProfile {
        core = List.copyOf(core);
        task = List.copyOf(task);
        if (core.isEmpty() || task.isEmpty()) {
            throw Refusal.configuration("fleet profile " + name + " needs core and task types");
        }
        if (ebsGbPerNode < 10) {
            throw Refusal.configuration(
                    "fleet profile " + name + ": EBS volume " + ebsGbPerNode + " GB is below 10 GB");
        }
    }

    private record Shipped(int schema, List<FleetProfile> profiles) {}

    /** The profiles that ship: the brief's, with NVMe, on Graviton. */
    public static List<FleetProfile> shipped() {
        return List.copyOf(DataFile.shipped("fleets.json", Shipped.class).profiles());
    }

    /** The shipped profile of a name; refuses (configuration) any other. */
    public static FleetProfile named(String name) {
        List<String> known = new ArrayList<>();
        for (FleetProfile profile : shipped()) {
            if (profile.name().equals(name)) {
                return profile;
            }
            known.add(profile.name());
        }
        throw Refusal.configuration("fleet profile '" + name + "' is none of " + known);
    }
}
