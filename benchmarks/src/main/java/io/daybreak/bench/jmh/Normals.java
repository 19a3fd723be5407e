package io.daybreak.bench.jmh;

import io.daybreak.risk.scenario.AddressableNormals;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
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

/** One standard normal number, by its address and by generators that must be read in order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Normals {
    private static final int LENGTH = 4096;
    private static final long SEED = 20_260_331L;

    private final double[] out = new double[LENGTH];
    private final AddressableNormals addressed = new AddressableNormals(SEED);
    private final SharedStateContinuousSampler ziggurat = ZigguratSampler.NormalizedGaussian.of(xoshiro());
    private final RandomGenerator twister = new MersenneTwister(SEED);
    private final RandomGenerator well = new Well19937c(SEED);
    private long scenario;

    private static UniformRandomProvider xoshiro() {
        return RandomSource.XO_SHI_RO_256_PP.create(SEED);
    }

    /** The engine's: a block of one stream, read from any scenario on. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double[] addressable() {
        addressed.fill(7, scenario, out, LENGTH);
        scenario += LENGTH;
        return out;
    }

    /** Commons RNG: xoshiro256++ and its ziggurat, not addressable. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double[] xoshiroZiggurat() {
        for (int i = 0; i < LENGTH; i++) {
            out[i] = ziggurat.sample();
        }
        return out;
    }

    /** Commons Math's faster generator. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double[] commonsMathTwister() {
        return gaussians(twister);
    }

    /** Commons Math's default generator. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double[] commonsMathWell() {
        return gaussians(well);
    }

    private double[] gaussians(RandomGenerator generator) {
        for (int i = 0; i < LENGTH; i++) {
            out[i] = generator.nextGaussian();
        }
        return out;
    }
}
