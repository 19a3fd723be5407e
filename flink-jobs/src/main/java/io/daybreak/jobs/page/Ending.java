package io.daybreak.jobs.page;

import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.NightFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param seconds wall time of the run
 * @param stage the stage last begun
 * @param totals what that stage reported before it was stopped; empty if it did not get that far or was not stopped
 * @param failure why it stopped; absent if it finished
 */
public record Ending(
        double seconds,
        String stage,
        List<ControlTotal> totals,
        @Nullable NightFailure failure) {

    public Ending {
        totals = List.copyOf(totals);
    }

    /** A run that finished. */
    public static Ending finished(double seconds) {
        return new Ending(seconds, "-", List.of(), null);
    }
}
