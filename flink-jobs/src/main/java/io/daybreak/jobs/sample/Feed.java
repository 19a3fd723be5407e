package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;

/**
 * One table to write. A unit is what a file boundary never cuts: a transaction, a customer with all versions, an order
 * with all events. Implementations are immutable: {@link #write} may be called for any unit, by several threads.
 */
interface Feed {

    TableSpec table();

    long units();

    /** Units a file takes, except the last one. */
    default long unitsPerFile() {
        return 200_000;
    }

    /** Writes the rows of one unit. */
    void write(long unit, Cells out) throws IOException;
}
