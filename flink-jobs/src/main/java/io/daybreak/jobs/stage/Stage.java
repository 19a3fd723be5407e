package io.daybreak.jobs.stage;

import java.util.List;

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
}
