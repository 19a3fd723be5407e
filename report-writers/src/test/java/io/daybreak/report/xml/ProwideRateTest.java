package io.daybreak.report.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prowide reads a long message back and marshals it to the same one; how many times as fast it is written here, checks and
 * digest included, is printed and not judged: a test that judges time fails on a busy machine.
 */
@EnabledIfSystemProperty(named = "long", matches = ".*")
class ProwideRateTest {

    private static final int TRANSACTIONS = 20_000;
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 4;

    @TempDir
    Path directory;

    private final ReportFormat format = ReportCatalog.load().format("camt.054.001.08");

    @Test
    void a_long_notification_is_marshalled_by_prowide_to_the_same_message() throws IOException {
        Path first = render();
        AbstractMX message = AbstractMX.parse(Files.readString(first));
        assertThat(message.getMxId().id()).isEqualTo(format.id());
        double[] ratios = new double[ROUNDS - WARM_UP];

        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            render();
            long between = System.nanoTime();
            Files.writeString(directory.resolve("prowide.xml"), message.message());
            double ratio = (double) (System.nanoTime() - between) / (between - start);
            if (round >= WARM_UP) {
                ratios[round - WARM_UP] = ratio;
            }
        }

        Arrays.sort(ratios);
        System.out.printf("camt.054 of %,d transactions: %.1f times Prowide's rate%n", TRANSACTIONS, ratios[2]);
        assertThat(AbstractMX.parse(Files.readString(directory.resolve("prowide.xml")))
                        .document())
                .isEqualTo(message.document());
    }

    private Path render() throws IOException {
        RenderResult result = format.render(manyTransactions(), directory);
        assertThat(result.findings()).isEmpty();
        return result.files().get(0).path();
    }

    private ReportInput manyTransactions() throws IOException {
        ReportInput sample = format.sample();
        Map<String, RecordGroup> groups = new HashMap<>(sample.groups());
        RecordGroup details = Objects.requireNonNull(groups.get("transaction_details"));
        List<Row> rows = new ArrayList<>();
        details.rows().forEachRemaining(rows::add);
        groups.put(
                details.name(),
                new RecordGroup(
                        details.name(),
                        details.columns(),
                        IntStream.range(0, TRANSACTIONS)
                                .mapToObj(i -> rows.get((int) ((long) i * rows.size() / TRANSACTIONS)))
                                .iterator()));
        return new ReportInput(sample.header(), groups);
    }
}
