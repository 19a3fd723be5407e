package io.daybreak.report.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.catalog.SampleReader;
import io.daybreak.report.oracle.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NachaFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ppd", "ccd", "web", "arc", "ctx"})
    void control_records_add_up_by_the_published_formulas(String code) throws IOException {
        ReportFormat format = ReportCatalog.load().format("nacha." + code);

        RenderResult result = format.render(format.sample(), directory);

        List<String> lines = Files.readAllLines(result.files().get(0).path(), StandardCharsets.US_ASCII);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(94));
        assertThat(lines.size() % 10).isZero();
        List<String> entries =
                lines.stream().filter(line -> line.startsWith("6")).toList();
        String control = lines.stream()
                .filter(line -> line.startsWith("9") && !line.startsWith("999"))
                .findFirst()
                .orElseThrow();
        assertThat(number(control, 1, 7)).isEqualTo(BigInteger.TWO);
        assertThat(number(control, 7, 13).intValue() * 10).isEqualTo(lines.size());
        long addenda = lines.stream().filter(line -> line.startsWith("7")).count();
        assertThat(number(control, 13, 21).longValue()).isEqualTo(entries.size() + addenda);
        assertThat(number(control, 21, 31)).isEqualTo(sum(entries, 3, 11).mod(BigInteger.TEN.pow(10)));
        // Transaction codes ending in 7 to 9 debit, in 2 to 4 credit an account.
        List<String> debits =
                entries.stream().filter(line -> line.charAt(2) >= '7').toList();
        List<String> credits =
                entries.stream().filter(line -> line.charAt(2) < '7').toList();
        assertThat(number(control, 31, 43)).isEqualTo(sum(debits, 29, 39));
        assertThat(number(control, 43, 55)).isEqualTo(sum(credits, 29, 39));
    }

    private static BigInteger number(String line, int from, int to) {
        return new BigInteger(line.substring(from, to));
    }

    private static BigInteger sum(List<String> lines, int from, int to) {
        return lines.stream().map(line -> number(line, from, to)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The same payment a reader library's own fixture carries gives the same 940 bytes. */
    @Test
    void the_fixture_of_an_independent_reader_is_reproduced_byte_for_byte() throws IOException {
        Path fixture = SharedFolder.require("us-nacha/samples/ppd-debit.ach");
        ReportFormat format = ReportCatalog.load().format("nacha.ppd");
        String cells = """
                header:
                  immediate_destination: " 031300012"
                  immediate_origin: "0231380104"
                  created_at: "2019-08-16T10:55:00"
                  file_id_modifier: A
                  destination_name: Federal Reserve Bank
                  origin_name: My Bank Name
                  reference: "12345678"
                groups:
                  batches:
                    - batch_number: 1
                      service_class: "225"
                      company_name: Name on Account
                      company_identification: "231380104"
                      entry_description: REG.SALARY
                      effective_date: 2019-08-16
                      originating_bank: "12104288"
                      entries:
                        - trace_sequence: 1
                          transaction_code: "27"
                          receiving_bank: "23138010"
                          routing_prefix: 23138010
                          check_digit: "4"
                          account_number: "123456789"
                          amount: "2000000.00"
                          debit_amount: "2000000.00"
                          receiver_name: Debit Account
                          addenda_indicator: "0"
                """;
        SampleReader reader = new SampleReader("cells", text(cells));

        RenderResult result = format.render(reader.read(format.input()), directory);

        assertThat(result.findings()).isEmpty();
        assertThat(Files.readString(result.files().get(0).path()).strip())
                .isEqualTo(Files.readString(fixture).strip());
    }

    private static SampleReader.Source text(String cells) {
        return () -> new ByteArrayInputStream(cells.getBytes(StandardCharsets.UTF_8));
    }
}
