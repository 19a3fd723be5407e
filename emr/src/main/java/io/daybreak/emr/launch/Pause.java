package io.daybreak.emr.launch;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Pause {
    /** Waits. */
    void seconds(double seconds);

    /** Really waits; an interrupt ends the command as safe to retry. */
    static Pause real() {
        return seconds -> {
            try {
                Thread.sleep(Math.round(seconds * 1000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(ExitCode.INFRASTRUCTURE, "interrupted while waiting; run the same command again", e);
            }
        };
    }
}
