package io.daybreak.jobs.stage;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.util.List;

/**
 * What a stage needs and gives.
 *
 * @param name one lower-case word
 * @param stageClass when it runs
 * @param description one phrase
 * @param reads tables it reads, landed or published by an earlier stage of the same night
 * @param history published tables of which it reads earlier business dates
 * @param writes tables it publishes
 */
public record StageSpec(
        String name,
        StageClass stageClass,
        String description,
        List<TableSpec> reads,
        List<TableSpec> history,
        List<TableSpec> writes) {

    public StageSpec {
        reads = List.copyOf(reads);
        history = List.copyOf(history);
        writes = List.copyOf(writes);
    }

    /** By table names, which must be the catalogue's. */
    public static StageSpec of(
            String name,
            StageClass stageClass,
            String description,
            List<String> reads,
            List<String> history,
            List<String> writes) {
        return new StageSpec(name, stageClass, description, tables(reads), tables(history), tables(writes));
    }

    private static List<TableSpec> tables(List<String> names) {
        return names.stream().map(Catalogue::table).toList();
    }
}
