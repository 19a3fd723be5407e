package io.daybreak.bench.jmh;

import io.daybreak.risk.revalue.DeltaGammaKernel;
import io.daybreak.risk.revalue.NettedBook;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import io.daybreak.risk.scenario.ScenarioTile;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One tile of value at risk: 256 scenarios of 500 factors drawn and correlated, and a book revalued over them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VarTile {

    private static final int FACTORS = RiskSample.FACTORS;
    private static final int TERMS = FACTORS * ScenarioTile.DEFAULT_WIDTH;

    private final FactorSet factors = RiskSample.factors();
    private final MonteCarloScenarios scenarios =
            new MonteCarloScenarios(RiskSample.model(), MonteCarloSettings.normal(1, ScenarioTile.DEFAULT_WIDTH));
    private final ScenarioTile tile = new ScenarioTile(factors, ScenarioTile.DEFAULT_WIDTH);
    private final DeltaGammaKernel kernel = new DeltaGammaKernel(book());
    private final double[] pnl = new double[ScenarioTile.DEFAULT_WIDTH];

    public VarTile() {
        scenarios.fill(tile, 0, ScenarioTile.DEFAULT_WIDTH);
    }

    /** Per factor and scenario. */
    @Benchmark
    @OperationsPerInvocation(TERMS)
    public double draw() {
        scenarios.fill(tile, 0, ScenarioTile.DEFAULT_WIDTH);
        return tile.row(FACTORS - 1)[0];
    }

    /** Per factor and scenario. */
    @Benchmark
    @OperationsPerInvocation(TERMS)
    public double revalue() {
        kernel.pnl(tile, pnl);
        return pnl[0];
    }

    private NettedBook book() {
        NettedBook book = new NettedBook(factors);
        for (int i = 0; i < FACTORS; i++) {
            book.add(i, 1e6 + i, 1e4 + i);
        }
        return book;
    }
}
