package io.daybreak.bench.jmh;

import io.daybreak.risk.revalue.DeltaGammaKernel;
import io.daybreak.risk.revalue.NettedBook;
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

/** One delta-gamma term, {@code x (d + g x / 2)}: a book of 500 factors over 256 scenarios, without any flag. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DeltaGammaTerms {
    private static final int FACTORS = RiskSample.FACTORS;
    private static final int WIDTH = ScenarioTile.DEFAULT_WIDTH;
    private static final int TERMS = FACTORS * WIDTH;

    private final ScenarioTile tile = new ScenarioTile(RiskSample.factors(), WIDTH);
    private final DeltaGammaKernel kernel;
    private final double[] pnl = new double[WIDTH];
    private final double[] movesByScenario = new double[TERMS];
    private final int[] factorOfTerm = new int[FACTORS];
    private final double[] delta = new double[FACTORS];
    private final double[] gamma = new double[FACTORS];

    public DeltaGammaTerms() {
        new MonteCarloScenarios(RiskSample.model(), MonteCarloSettings.normal(1, WIDTH)).fill(tile, 0, WIDTH);
        NettedBook book = new NettedBook(RiskSample.factors());
        for (int f = 0; f < FACTORS; f++) {
            factorOfTerm[f] = f;
            delta[f] = 1e6 + f;
            gamma[f] = 1e4 + f;
            book.add(f, delta[f], gamma[f]);
            for (int s = 0; s < WIDTH; s++) {
                movesByScenario[s * FACTORS + f] = tile.row(f)[s];
            }
        }
        kernel = new DeltaGammaKernel(book);
    }

    @Benchmark
    @OperationsPerInvocation(TERMS)
    public double[] kernel() {
        kernel.pnl(tile, pnl);
        return pnl;
    }

    /** The loop one writes first: for each scenario every term, its factor's move looked up, summed up. */
    @Benchmark
    @OperationsPerInvocation(TERMS)
    public double[] scenarioOuter() {
        for (int s = 0; s < WIDTH; s++) {
            double sum = 0.0;
            for (int k = 0; k < FACTORS; k++) {
                double x = movesByScenario[s * FACTORS + factorOfTerm[k]];
                sum += x * (delta[k] + 0.5 * gamma[k] * x);
            }
            pnl[s] = sum;
        }
        return pnl;
    }
}
