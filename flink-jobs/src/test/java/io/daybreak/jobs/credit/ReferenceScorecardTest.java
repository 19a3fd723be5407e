package io.daybreak.jobs.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class ReferenceScorecardTest {

    private static final int CHECKING = 0;
    private static final int EMPLOYMENT = 6;

    @Test
    void its_slopes_are_those_of_a_logistic_fit_of_the_german_credit_data() throws IOException {
        List<String[]> rows = germanCredit();

        double[] slopes = fit(rows);

        assertThat(slopes[1]).isCloseTo(ReferenceScorecard.CHECKING_SLOPE, within(1e-5));
        assertThat(slopes[2]).isCloseTo(ReferenceScorecard.EMPLOYMENT_SLOPE, within(1e-5));
    }

    /** Newton's method on the two weights of evidence, written out here so that the engine does not test itself. */
    private static double[] fit(List<String[]> rows) {
        Map<String, Double> checking = weights(rows, CHECKING);
        Map<String, Double> employment = weights(rows, EMPLOYMENT);
        double[] beta = new double[3];
        for (int step = 0; step < 30; step++) {
            double[] gradient = new double[3];
            double[][] information = new double[3][3];
            for (String[] row : rows) {
                double[] x = {1, checking.get(row[CHECKING]), employment.get(row[EMPLOYMENT])};
                double p = 1 / (1 + Math.exp(-(beta[0] + beta[1] * x[1] + beta[2] * x[2])));
                for (int i = 0; i < 3; i++) {
                    gradient[i] += x[i] * ((bad(row) ? 1 : 0) - p);
                    for (int j = 0; j < 3; j++) {
                        information[i][j] += x[i] * x[j] * p * (1 - p);
                    }
                }
            }
            double[] move = new LUDecomposition(new Array2DRowRealMatrix(information))
                    .getSolver()
                    .solve(new ArrayRealVector(gradient))
                    .toArray();
            for (int i = 0; i < 3; i++) {
                beta[i] += move[i];
            }
        }
        return beta;
    }

    private static Map<String, Double> weights(List<String[]> rows, int column) {
        Map<String, int[]> counts = new HashMap<>();
        rows.forEach(row -> counts.computeIfAbsent(row[column], key -> new int[2])[bad(row) ? 1 : 0]++);
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((value, count) -> weights.put(value, Math.log(count[0] / 700.0) - Math.log(count[1] / 300.0)));
        // Without work counts as less than a year: the card has one bin for both, with the weight of the latter.
        return weights;
    }

    private static boolean bad(String[] row) {
        return !row[row.length - 1].equals("1");
    }

    private static List<String[]> germanCredit() throws IOException {
        Path at = Path.of(System.getProperty("user.dir"));
        while (at != null && !Files.isDirectory(at.resolve("shared/data/german_credit"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no folder shared/data/german_credit above the working directory");
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(at.resolve("shared/data/german_credit/german.data"))) {
            String[] cells = line.trim().split("\\s+");
            if (cells.length > EMPLOYMENT && cells[0].startsWith("A1")) {
                rows.add(cells);
            }
        }
        assertThat(rows).hasSize(1000);
        return rows;
    }
}
