package io.daybreak.report.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.catalog.SampleReader;
import io.daybreak.report.oracle.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Metro2FileTest {

    private static final int WIDTH = 426;

    @TempDir
    Path directory;

    private final ReportFormat format = ReportCatalog.load().format("metro2.base");

    @Test
    void the_trailer_counts_accounts_and_what_is_known_of_consumers() throws IOException {
        List<String> lines = lines(format.render(format.sample(), directory));

        String trailer = lines.get(3);
        assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line).hasSize(WIDTH));
        assertThat(trailer.substring(11, 20)).isEqualTo("000000002");
        // Of the two accounts one has status 11, one 71; one borrower's number, birth and telephone are known.
        assertThat(trailer.substring(83, 92)).isEqualTo("000000001");
        assertThat(trailer.substring(146, 155)).isEqualTo("000000001");
        assertThat(trailer.substring(326, 335)).isEqualTo("000000001");
        assertThat(trailer.substring(398, 407)).isEqualTo("000000001");
    }

    /** The values of the reader library's own base segment at their places; its descriptor word counts further segments. */
    @Test
    void the_fixture_of_an_independent_reader_is_reproduced() throws IOException {
        String fixture = Files.readString(SharedFolder.require("us-metro2/base_segment.dat"))
                .replace("\n", "")
                .substring(4, 4 + WIDTH);
        String cells = """
                header: {reporter_id: "6666666", activity_date: 2020-01-01, date_created: 2020-01-01, reporter_name: A, reporter_address: B}
                groups:
                  accounts:
                    - account_number: "553723456"
                      reported_at: "2020-01-01T01:11:22"
                      portfolio_type: M
                      account_type: "48"
                      date_opened: 2019-11-22
                      highest_credit: 2438
                      terms_duration: LOC
                      actual_payment: 100
                      account_status: "62"
                      payment_history: BBBBBBBBBBBBBBBBBBBBBBBB
                      special_comment: AS
                      compliance_condition: XA
                      current_balance: 2233
                      date_of_information: 2002-09-20
                      first_delinquency: 2001-07-19
                      date_closed: 2002-08-02
                      last_payment: 2002-08-02
                      surname: SMITH-JONES
                      first_name: JUNIOR
                      generation: S
                      social_security_number: "159328759"
                      date_of_birth: 1972-03-18
                      telephone: "5175555555"
                      ecoa: "1"
                      country: US
                      address: "RMXH+6W Casper, Wyoming,"
                      second_address: United States
                      city: U.S. Postal
                      state: MI
                      zip: "72654"
                      address_indicator: "Y"
                      residence: O
                """;
        SampleReader reader =
                new SampleReader("cells", () -> new ByteArrayInputStream(cells.getBytes(StandardCharsets.UTF_8)));

        List<String> lines = lines(format.render(reader.read(format.input()), directory));

        assertThat(lines.get(1).substring(4)).isEqualTo(fixture.substring(4));
    }

    private static List<String> lines(RenderResult result) throws IOException {
        assertThat(result.findings()).isEmpty();
        return Files.readAllLines(result.files().get(0).path(), StandardCharsets.US_ASCII);
    }
}
