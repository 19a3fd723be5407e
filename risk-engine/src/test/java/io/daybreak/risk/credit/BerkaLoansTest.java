package io.daybreak.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.risk.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Loans of a Czech bank, 1993 to 1998 (PKDD'99): 682 loans, of which B (ended unpaid) and D (in debt) are bad. */
class BerkaLoansTest {
    private record Loan(double amount, double duration, double payment, boolean bad) {}

    @Test
    void a_scorecard_on_the_terms_of_the_loan_ranks_better_than_chance_out_of_sample() throws IOException {
        List<Loan> loans = loans();
        assertThat(loans).hasSize(682);
        assertThat(loans.stream().filter(Loan::bad)).hasSize(76);
        IntPredicate training = i -> i % 2 == 0;
        int[] seen = IntStream.range(0, loans.size()).filter(training).toArray();
        boolean[] bad = new boolean[seen.length];
        double[][] columns = new double[3][seen.length];
        for (int i = 0; i < seen.length; i++) {
            Loan loan = loans.get(seen[i]);
            bad[i] = loan.bad();
            columns[0][i] = loan.duration();
            columns[1][i] = loan.payment();
            columns[2][i] = loan.amount();
        }

        Scorecard card = new ScorecardTrainer(bad, 0.02)
                .numeric("duration", columns[0], 5)
                .numeric("payment", columns[1], 5)
                .numeric("amount", columns[2], 5)
                .train(ScoreScale.standard(), 1.0);

        int[] unseen =
                IntStream.range(0, loans.size()).filter(training.negate()).toArray();
        double[] predicted = new double[unseen.length];
        boolean[] outcome = new boolean[unseen.length];
        for (int i = 0; i < unseen.length; i++) {
            Loan loan = loans.get(unseen[i]);
            Map<String, Double> values =
                    Map.of("duration", loan.duration(), "payment", loan.payment(), "amount", loan.amount());
            double[] numbers = card.characteristics().stream()
                    .mapToDouble(characteristic -> values.getOrDefault(characteristic.name(), Double.NaN))
                    .toArray();
            predicted[i] = card.score(numbers, new String[numbers.length], 2).probabilityOfDefault();
            outcome[i] = loan.bad();
        }
        ModelValidation.Discrimination found = ModelValidation.discrimination(predicted, outcome);
        // No reference model is agreed on. The terms alone say little; the payment histories here are cut off in 1994.
        assertThat(found.areaUnderCurve()).isBetween(0.55, 0.80);
    }

    private static List<Loan> loans() throws IOException {
        List<Loan> loans = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFolder.file("data/berka/loan.asc"), StandardCharsets.ISO_8859_1)) {
            String[] f = line.replace("\"", "").split(";");
            if (!f[0].equals("loan_id")) {
                loans.add(new Loan(
                        Double.parseDouble(f[3]),
                        Double.parseDouble(f[4]),
                        Double.parseDouble(f[5]),
                        f[6].equals("B") || f[6].equals("D")));
            }
        }
        return loans;
    }
}
