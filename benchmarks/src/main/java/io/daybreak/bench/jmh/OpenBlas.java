package io.daybreak.bench.jmh;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The peer of the matrix kernels; its native library is only there where the profile {@code peers} was built. */
final class OpenBlas {

    /** Must come before the first product. */
    static void useThreads(int threads) {
        org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(threads);
    }

    /** A copy outside the heap, row by row. */
    static DoublePointer matrix(double[][] rows) {
        DoublePointer copy = new DoublePointer((long) rows.length * rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            copy.position((long) row * rows[0].length).put(rows[row], 0, rows[row].length);
        }
        return copy.position(0);
    }

    /** {@code out = left right}, of {@code rows x depth} and {@code depth x columns}. */
    static void multiply(int rows, int columns, int depth, DoublePointer left, DoublePointer right, DoublePointer out) {
        openblas_nolapack.cblas_dgemm(
                openblas_nolapack.CblasRowMajor,
                openblas_nolapack.CblasNoTrans,
                openblas_nolapack.CblasNoTrans,
                rows,
                columns,
                depth,
                1.0,
                left,
                depth,
                right,
                columns,
                0.0,
                out,
                columns);
    }

    private OpenBlas() {}
}
