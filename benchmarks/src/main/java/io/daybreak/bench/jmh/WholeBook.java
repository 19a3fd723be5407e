package io.daybreak.bench.jmh;

import io.daybreak.bench.process.PeakMemory;
import io.daybreak.risk.revalue.GridSettings;
import io.daybreak.risk.revalue.PnlVector;
import io.daybreak.risk.revalue.Revaluation;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Value at risk of a whole book on one thread: positions netted, scenarios of 500 correlated factors drawn, linear and
 * gamma exposures and price grids revalued, the worst three percent priced in full.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class WholeBook {

    @Param({"10000", "100000", "1000000"})
    private int positions;

    @Param({"10000", "20000"})
    private int scenarios;

    private final FactorSet factors = RiskSample.factors();
    private final FactorModel model = RiskSample.model();
    private SampleBook book = new SampleBook(1);

    @Setup
    public void arrive() {
        book = new SampleBook(positions);
    }

    @Benchmark
    public Map<String, PnlVector> netted() {
        return valued(true);
    }

    /** Without the options: netting grows with the positions, the rest does not. */
    @Benchmark
    public Map<String, PnlVector> linear() {
        return valued(false);
    }

    private Map<String, PnlVector> valued(boolean options) {
        MonteCarloScenarios cube =
                new MonteCarloScenarios(model, MonteCarloSettings.studentT(20_260_331L, scenarios, 5.0));
        return new Revaluation(cube, GridSettings.standard()).pnl(book.netted(factors, options));
    }

    @TearDown(Level.Trial)
    public void tell() {
        System.out.println("peak memory of the process: " + PeakMemory.mib() + " MiB");
    }
}
