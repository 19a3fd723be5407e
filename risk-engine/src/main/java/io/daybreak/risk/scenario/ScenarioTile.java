package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;

/**
 * A reusable window on a scenario cube: the moves of every factor over a run of scenarios, factor-major.
 *
 * <p>One tile per thread; a tile of {@link #DEFAULT_WIDTH} scenarios stays in cache. Filled by
 * {@link Scenarios#fill}; a kernel reads {@code row(f)[0 .. length)}.
 */
public final class ScenarioTile {
    /** Width at which 500 rows stay in a second-level cache of 1.25 MiB; the fastest of 128 to 1,024 measured. */
    public static final int DEFAULT_WIDTH = 256;

    private final int width;
    private final double[][] rows;
    private double[][] scratch = new double[0][];
    private double[] workspace = new double[0];
    private int length;

    public ScenarioTile(FactorSet factors, int width) {
        this.width = Refuse.fewerThan("tile width", width, 1);
        this.rows = new double[factors.size()][width];
    }

    public int width() {
        return width;
    }

    /** Scenarios now in the tile. */
    public int length() {
        return length;
    }

    public int factorCount() {
        return rows.length;
    }

    /** Moves of one factor; entries at and beyond {@link #length} are stale. */
    public double[] row(int factor) {
        return rows[factor];
    }

    double[][] rows() {
        return rows;
    }

    double[] workspace() {
        return workspace;
    }

    void workspace(double[] grown) {
        workspace = grown;
    }

    void length(int scenarios) {
        this.length = scenarios;
    }

    /** Rows for intermediate results, kept between fills. */
    double[][] scratch(int count) {
        if (scratch.length < count) {
            scratch = new double[count][width];
        }
        return scratch;
    }
}
