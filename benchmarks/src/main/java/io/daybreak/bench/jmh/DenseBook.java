package io.daybreak.bench.jmh;

import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import io.daybreak.risk.scenario.ScenarioTile;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.DoublePointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same book without netting, by OpenBLAS on all processors: scenarios times the matrix of every position's deltas.
 *
 * <p>The peer is given more than it would have: its scenarios are drawn, its matrices laid out and its books summed
 * outside the measurement, it leaves out gammas, and options are linear to it. One block of positions is multiplied as
 * often as there are blocks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class DenseBook {
    private static final int BLOCK = 2_000;

    @Param("1000000")
    private int positions;

    @Param("10000")
    private int scenarios;

    private DoublePointer moves = new DoublePointer();
    private DoublePointer deltas = new DoublePointer();
    private DoublePointer pnl = new DoublePointer();

    @Setup
    public void layOut() {
        OpenBlas.useThreads(Runtime.getRuntime().availableProcessors());
        double[][] cube = new double[scenarios][RiskSample.FACTORS];
        MonteCarloScenarios drawn =
                new MonteCarloScenarios(RiskSample.model(), MonteCarloSettings.normal(1, scenarios));
        ScenarioTile tile = new ScenarioTile(RiskSample.factors(), ScenarioTile.DEFAULT_WIDTH);
        for (int from = 0; from < scenarios; from += tile.width()) {
            drawn.fill(tile, from, Math.min(scenarios, from + tile.width()));
            for (int i = 0; i < tile.length(); i++) {
                for (int f = 0; f < RiskSample.FACTORS; f++) {
                    cube[from + i][f] = tile.row(f)[i];
                }
            }
        }
        double[][] block = new double[RiskSample.FACTORS][BLOCK];
        SampleBook book = new SampleBook(BLOCK);
        for (int p = 0; p < BLOCK; p++) {
            block[book.factor(p, 0)][p] += book.delta(p, 0);
        }
        moves = OpenBlas.matrix(cube);
        deltas = OpenBlas.matrix(block);
        pnl = new DoublePointer((long) scenarios * BLOCK);
        OpenBlas.multiply(BLOCK, BLOCK, RiskSample.FACTORS, moves, deltas, pnl);
    }

    @Benchmark
    public DoublePointer product() {
        for (int from = 0; from < positions; from += BLOCK) {
            OpenBlas.multiply(scenarios, BLOCK, RiskSample.FACTORS, moves, deltas, pnl);
        }
        return pnl;
    }
}
