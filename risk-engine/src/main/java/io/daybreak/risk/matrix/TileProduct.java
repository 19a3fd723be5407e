package io.daybreak.risk.matrix;

import io.daybreak.risk.RefusedInputException;

/**
 * Rows of a tile as combinations of others: {@code rows[f][i] = sum_k coefficients[f][k] * columns[k][i]}.
 *
 * <p>Both ways give the same bits: each entry is a chain of fused multiply-adds in ascending k, starting from zero.
 * {@link #SCALAR} is plain Java that the compiler vectorises; {@link #VECTOR} blocks four rows by two vectors in
 * registers with the incubating Vector API and needs {@code --add-modules jdk.incubator.vector} on the command line.
 */
public enum TileProduct {
    SCALAR,
    VECTOR;

    /**
     * Computes the product.
     *
     * @param used number of leading coefficients of each row that may differ from zero
     * @param length entries of each row to compute
     * @param workspace kept by the caller between calls; grown when too small, and returned
     * @throws RefusedInputException for {@link #VECTOR} in a JVM without the module
     */
    public double[] multiply(
            double[][] coefficients, int[] used, double[][] columns, int length, double[][] rows, double[] workspace) {
        return switch (this) {
            case SCALAR -> {
                ScalarProduct.multiply(coefficients, used, columns, length, rows);
                yield workspace;
            }
            case VECTOR -> {
                if (!isVectorAvailable()) {
                    throw new RefusedInputException("the vector product needs module jdk.incubator.vector;"
                            + " start the JVM with --add-modules jdk.incubator.vector or use SCALAR");
                }
                yield VectorProduct.multiply(coefficients, used, columns, length, rows, workspace);
            }
        };
    }

    /** Whether this JVM was started with the module {@link #VECTOR} needs. */
    public static boolean isVectorAvailable() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
