package io.daybreak.risk.segment;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * K-means by Lloyd's iteration, the same for any order of the rows.
 *
 * <p>Points are sorted first; the first centre is the point nearest the mean, each further one the point farthest from
 * the centres so far (Gonzalez 1985); ties go to the smaller point. Clusters are labelled by ascending centre, first
 * coordinate first. Columns are standardised to mean 0 and variance 1 for the distances; centres are reported in the
 * data's own units. Cost O(n k d) per iteration.
 *
 * @param centres {@code [cluster][column]} in the data's units
 * @param labels cluster of each row, in the order the rows came in
 * @param withinSquares sum of squared standardised distances to the own centre
 */
public record KMeans(double[][] centres, int[] labels, double withinSquares, int iterations) {
    private static final int MAX_ITERATIONS = 300;

    /**
     * Groups points, one row each, into clusters.
     *
     * @throws RefusedInputException if there are fewer distinct points than clusters, or a value is not finite
     */
    public static KMeans fit(double[][] points, int clusters) {
        Refuse.fewerThan("clusters", clusters, 1);
        Refuse.fewerThan("number of points", points.length, clusters);
        int columns = points[0].length;
        for (double[] point : points) {
            Refuse.differentLength("point", point.length, columns);
            Refuse.nonFiniteIn("point", point);
        }
        Integer[] order = new Integer[points.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing((Integer i) -> points[i], Arrays::compare));
        Scale scale = Scale.of(points, order, columns);
        double[][] x = new double[points.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = scale.standardised(points[order[i]]);
        }
        return lloyd(x, order, scale, start(x, clusters));
    }

    private static KMeans lloyd(double[][] x, Integer[] order, Scale scale, double[][] start) {
        double[][] centres = start;
        int[] assigned = new int[x.length];
        Arrays.fill(assigned, -1);
        int iterations = 0;
        boolean changed = true;
        while (changed && iterations < MAX_ITERATIONS) {
            iterations++;
            changed = assign(x, centres, assigned);
            centres = means(x, assigned, centres);
        }
        Integer[] byCentre = new Integer[centres.length];
        Arrays.setAll(byCentre, i -> i);
        double[][] found = centres;
        Arrays.sort(byCentre, Comparator.comparing((Integer i) -> found[i], Arrays::compare));
        int[] label = new int[centres.length];
        double[][] reported = new double[centres.length][];
        for (int c = 0; c < byCentre.length; c++) {
            label[byCentre[c]] = c;
            reported[c] = scale.original(found[byCentre[c]]);
        }
        int[] labels = new int[x.length];
        double within = 0.0;
        for (int i = 0; i < x.length; i++) {
            labels[order[i]] = label[assigned[i]];
            within += squaredDistance(x[i], found[assigned[i]]);
        }
        return new KMeans(reported, labels, within, iterations);
    }

    private static double[][] start(double[][] x, int clusters) {
        double[][] centres = new double[clusters][];
        double[] nearest = new double[x.length];
        double[] origin = new double[x[0].length];
        int first = 0;
        for (int i = 1; i < x.length; i++) {
            if (squaredDistance(x[i], origin) < squaredDistance(x[first], origin)) {
                first = i;
            }
        }
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int next = first;
        for (int c = 0; c < clusters; c++) {
            if (nearest[next] == 0.0) {
                throw new RefusedInputException(
                        "only " + c + " distinct points for " + clusters + " clusters; ask for fewer clusters");
            }
            centres[c] = x[next].clone();
            for (int i = 0; i < x.length; i++) {
                nearest[i] = Math.min(nearest[i], squaredDistance(x[i], centres[c]));
            }
            next = 0;
            for (int i = 1; i < x.length; i++) {
                next = nearest[i] > nearest[next] ? i : next;
            }
        }
        return centres;
    }

    private static boolean assign(double[][] x, double[][] centres, int[] assigned) {
        boolean changed = false;
        for (int i = 0; i < x.length; i++) {
            int best = 0;
            for (int c = 1; c < centres.length; c++) {
                best = squaredDistance(x[i], centres[c]) < squaredDistance(x[i], centres[best]) ? c : best;
            }
            changed |= assigned[i] != best;
            assigned[i] = best;
        }
        return changed;
    }

    /** A cluster that lost all its points keeps its centre. */
    private static double[][] means(double[][] x, int[] assigned, double[][] before) {
        double[][] sums = new double[before.length][before[0].length];
        int[] counts = new int[before.length];
        for (int i = 0; i < x.length; i++) {
            counts[assigned[i]]++;
            for (int d = 0; d < x[i].length; d++) {
                sums[assigned[i]][d] += x[i][d];
            }
        }
        for (int c = 0; c < sums.length; c++) {
            for (int d = 0; d < sums[c].length; d++) {
                sums[c][d] = counts[c] == 0 ? before[c][d] : sums[c][d] / counts[c];
            }
        }
        return sums;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0.0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }

    /** Mean and standard deviation per column; a constant column keeps scale one. */
    private record Scale(double[] mean, double[] deviation) {
        static Scale of(double[][] points, Integer[] order, int columns) {
            double[] mean = new double[columns];
            double[] deviation = new double[columns];
            for (int d = 0; d < columns; d++) {
                for (int i : order) {
                    mean[d] += points[i][d] / points.length;
                }
                double squares = 0.0;
                for (int i : order) {
                    squares += (points[i][d] - mean[d]) * (points[i][d] - mean[d]);
                }
                deviation[d] = squares == 0.0 ? 1.0 : Math.sqrt(squares / points.length);
            }
            return new Scale(mean, deviation);
        }

        double[] standardised(double[] point) {
            double[] result = new double[point.length];
            for (int d = 0; d < point.length; d++) {
                result[d] = (point[d] - mean[d]) / deviation[d];
            }
            return result;
        }

        double[] original(double[] point) {
            double[] result = new double[point.length];
            for (int d = 0; d < point.length; d++) {
                result[d] = mean[d] + point[d] * deviation[d];
            }
            return result;
        }
    }
}
