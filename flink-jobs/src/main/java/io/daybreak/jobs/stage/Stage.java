package io.daybreak.jobs.stage;

import io.daybreak.jobs.contract.TableSpec;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.Table;

/**
 * One stage of the night: the unit of restart, of priority and of publication. It writes only to the staged branch of
 * the tables it declares; the night publishes them when the totals balance.
 */
public interface Stage {

    StageSpec spec();

    /**
     * Does the work and waits for it.
     *
     * @throws NightFailure if the stage must not go on
     * @throws Exception if the infrastructure failed; safe to repeat
     */
    void run(StageContext context) throws Exception;

    /**
     * The figures that must balance, computed from what was read and what was staged, not from counters of the run.
     *
     * @throws Exception if they cannot be computed
     */
    List<ControlTotal> totals(StageContext context) throws Exception;

    /**
     * Makes visible what the stage wrote beside its tables. Called once it balanced and its record is on disk, before its
     * tables are published; called again when the process died in between, and must then end the same.
     *
     * @throws Exception if the infrastructure failed; safe to repeat
     */
    default void publish(StageContext context) throws Exception {}

    /**
     * The query that fills each table it writes, where that is SQL: for lineage, never run.
     *
     * @throws Exception if a table it needs cannot be reached
     */
    default Map<String, Table> queries(StageContext context) throws Exception {
        return Map.of();
    }

    /** What to say, and to whom, when a line of the balance does not add up. */
    default NightFailure outOfBalance(StageContext context, Balance.Line line) {
        return new NightFailure(
                ExitCode.OUT_OF_BALANCE,
                line.measure() + " " + line.currency() + ": in " + line.in() + ", out " + line.out() + ", rejected "
                        + line.rejected(),
                String.join(",", spec().writes().stream().map(TableSpec::name).toList()),
                Math.abs(line.in().rows() - line.out().rows() - line.rejected().rows()),
                "nothing of this stage was published; compare the staged tables with the stage's inputs");
    }
}
