package io.daybreak.bench.jmh;

import io.daybreak.risk.matrix.TileProduct;
import io.daybreak.risk.scenario.AddressableNormals;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.DoublePointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One multiply-add of 512 correlated factors from 500 components over 2,048 scenarios, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class TileProducts {
    private static final int ROWS = 512;
    private static final int DEPTH = 500;
    private static final int WIDTH = 2_048;
    private static final int MULTIPLY_ADDS = ROWS * DEPTH * WIDTH;

    private final double[][] coefficients = normals(1, ROWS, DEPTH);
    private final double[][] columns = normals(2, DEPTH, WIDTH);
    private final double[][] rows = new double[ROWS][WIDTH];
    private final int[] used = new int[ROWS];
    private double[] workspace = new double[0];

    public TileProducts() {
        Arrays.fill(used, DEPTH);
    }

    private static double[][] normals(long seed, int rows, int width) {
        double[][] numbers = new double[rows][width];
        for (int row = 0; row < rows; row++) {
            new AddressableNormals(seed).fill(row, 0, numbers[row], width);
        }
        return numbers;
    }

    /** The peer's copies of the same matrices, outside the heap; only it needs the native library. */
    @State(Scope.Thread)
    public static class Native {
        private DoublePointer left = new DoublePointer();
        private DoublePointer right = new DoublePointer();
        private DoublePointer out = new DoublePointer();

        @Setup
        public void copy(TileProducts kernels) {
            OpenBlas.useThreads(1);
            left = OpenBlas.matrix(kernels.coefficients);
            right = OpenBlas.matrix(kernels.columns);
            out = OpenBlas.matrix(kernels.rows);
        }
    }

    /** Plain Java, which the engine uses by default. */
    @Benchmark
    @OperationsPerInvocation(MULTIPLY_ADDS)
    public double[][] scalar() {
        workspace = TileProduct.SCALAR.multiply(coefficients, used, columns, WIDTH, rows, workspace);
        return rows;
    }

    /** The Vector API. */
    @Benchmark
    @OperationsPerInvocation(MULTIPLY_ADDS)
    public double[][] vector() {
        workspace = TileProduct.VECTOR.multiply(coefficients, used, columns, WIDTH, rows, workspace);
        return rows;
    }

    /** OpenBLAS' dgemm. */
    @Benchmark
    @OperationsPerInvocation(MULTIPLY_ADDS)
    public DoublePointer openBlas(Native matrices) {
        OpenBlas.multiply(ROWS, WIDTH, DEPTH, matrices.left, matrices.right, matrices.out);
        return matrices.out;
    }
}
