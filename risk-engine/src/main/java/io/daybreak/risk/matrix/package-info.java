/**
 * Correlation matrices made usable: symmetric eigenvalues, nearest correlation matrix, factorisation of
 * semi-definite matrices. Dense {@code double[row][column]}; nothing here knows what a risk factor is.
 * The entry points are {@link io.daybreak.risk.matrix.CorrelationRepair} and {@link io.daybreak.risk.matrix.Cholesky}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.matrix;
