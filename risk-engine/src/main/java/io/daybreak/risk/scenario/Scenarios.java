package io.daybreak.risk.scenario;

import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;

/**
 * A cube of factor moves: scenario by factor.
 *
 * <p>Any part can be asked for in any order, by any task, any number of times, and has the same digits: results do
 * not depend on parallelism. Two cubes with the same {@link #identity} are equal digit by digit.
 */
public interface Scenarios extends Serializable {
    /** Names the cube: method, seed, model and factor list, hashed. P&L vectors add only within one identity. */
    String identity();

    FactorSet factors();

    /** Number of scenarios. */
    int count();

    /** What scenario {@code index} is, for people: the dates of a historical one, the number of a simulated one. */
    String label(int index);

    /**
     * Writes the moves of all factors in scenarios {@code from .. to - 1} into the tile.
     *
     * @throws RefusedInputException if the range is outside the cube or wider than the tile
     */
    void fill(ScenarioTile tile, int from, int to);

    /** Refuses a range that is not inside the cube or does not fit the tile. */
    static void checkRange(Scenarios scenarios, ScenarioTile tile, int from, int to) {
        if (from < 0 || to > scenarios.count() || from >= to || to - from > tile.width()) {
            throw new RefusedInputException("scenario range [" + from + ", " + to + ") does not fit a cube of "
                    + scenarios.count() + " scenarios and a tile of width " + tile.width());
        }
        if (tile.factorCount() != scenarios.factors().size()) {
            throw new RefusedInputException("tile has " + tile.factorCount() + " factor rows; the cube has "
                    + scenarios.factors().size());
        }
    }
}
