package io.daybreak.report.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.oracle.SharedFolder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FireFileTest {

    @TempDir
    Path directory;

    static Stream<ReportFormat> forms() {
        return ReportCatalog.load().formats().stream()
                .filter(format -> format.spec().unit().equals("fire"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void records_number_through_and_the_end_of_payer_adds_its_payees(ReportFormat format) throws IOException {
        List<String> lines = lines(format);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(748));
        assertThat(lines.stream().map(line -> line.substring(0, 1))).containsExactly("T", "A", "B", "B", "C", "F");
        for (int i = 0; i < lines.size(); i++) {
            assertThat(Integer.parseInt(lines.get(i).substring(499, 507))).isEqualTo(i + 1);
        }
        assertThat(lines.get(0).substring(295, 303)).isEqualTo("00000002");
        // Publication 1220: eighteen amounts of twelve in B from position 55, eighteen sums of eighteen in C from
        // position 16.
        for (int amount = 0; amount < 18; amount++) {
            BigInteger sum = amount(lines.get(2), 54 + 12 * amount, 12).add(amount(lines.get(3), 54 + 12 * amount, 12));
            assertThat(amount(lines.get(4), 15 + 18 * amount, 18)).isEqualTo(sum);
        }
    }

    /** The places of a reader library's fixture: the same field stands at the same position. */
    @Test
    void fields_stand_where_an_independent_readers_fixture_has_them() throws IOException {
        Path fixture = SharedFolder.require("us-irs-fire/oneTransactionFile.ascii");
        String theirs = Files.readString(fixture);
        List<String> ours = lines(ReportCatalog.load().format("irs.fire.1099-int"));

        assertThat(theirs.substring(295, 303))
                .isEqualTo("00000002")
                .isEqualTo(ours.get(0).substring(295, 303));
        assertThat(theirs.charAt(517)).isIn('V', 'I');
        assertThat(ours.get(0).charAt(517)).isIn('V', 'I');
        assertThat(theirs.substring(750 + 132, 750 + 133)).isEqualTo("1");
        assertThat(ours.get(1).substring(132, 133)).isEqualTo("0");
        assertThat(theirs.substring(1500 + 287, 1500 + 305)).isEqualTo("SPACELEY SPROCKETS");
        assertThat(ours.get(2).substring(287, 301)).isEqualTo("SAMPLE PAYEE 1");
        assertThat(theirs.substring(1500 + 487, 1500 + 489)).isEqualTo("CA");
        assertThat(ours.get(2).substring(487, 489)).isEqualTo("NY");
    }

    private static BigInteger amount(String line, int from, int width) {
        return new BigInteger(line.substring(from, from + width));
    }

    private List<String> lines(ReportFormat format) throws IOException {
        RenderResult result = format.render(format.sample(), directory.resolve(format.id()));
        assertThat(result.findings()).isEmpty();
        return Files.readAllLines(result.files().get(0).path());
    }
}
