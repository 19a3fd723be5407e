package io.daybreak.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.check.Finding;
import io.daybreak.report.oracle.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    /** A list of the shape of the EBA's, its formulas made for the test. */
    private static final String MADE = """
            {"rules": [
              {"id": "sum", "severity": "ERROR", "status": ["live"], "tables": ["T 1"], "rows": [], "columns": [], "sheets": [],
               "rows_scope": "none", "columns_scope": "none", "sheets_scope": "none",
               "formula": "{r0010, c0010} = {r0020, c0010} + {r0030, c0010}", "if_value_missing": "treat as zero/empty string",
               "arithmetic_approach": "Interval"},
              {"id": "sign", "severity": "WARNING", "status": ["live"], "tables": ["T 1"], "rows": ["0010", "0020"], "columns": ["0010"],
               "sheets": [], "rows_scope": "list", "columns_scope": "list", "sheets_scope": "none", "formula": "{T 1} >= 0",
               "if_value_missing": "do not run rule", "arithmetic_approach": "Point"},
              {"id": "other", "severity": "ERROR", "status": ["live"], "tables": ["T 2"], "rows": [], "columns": [], "sheets": [],
               "formula": "{r0010, c0010} = 0", "if_value_missing": "", "arithmetic_approach": "Point"},
              {"id": "gone", "severity": "ERROR", "status": ["deleted"], "tables": ["T 1"], "formula": "{r0010, c0010} = 0"},
              {"id": "more", "severity": "ERROR", "status": ["live"], "tables": ["T 1"], "formula": "[r0010] in {[a], [b]}"}
            ]}
            """;

    @Test
    void a_sum_that_does_not_add_up_and_a_negative_value_are_found_and_the_rest_left_alone() throws IOException {
        RuleBook book = book();
        Cells cells = new Cells();
        cells.put(new Cell("T 1", "0010", "0010", ""), new BigDecimal("100"));
        cells.put(new Cell("T 1", "0020", "0010", ""), new BigDecimal("-60"));
        cells.put(new Cell("T 1", "0030", "0010", ""), new BigDecimal("150"));

        RuleBook.Outcome outcome = book.run(cells, BigDecimal.ZERO);

        assertThat(book.size()).isEqualTo(3);
        assertThat(book.notUnderstood()).containsOnlyKeys("more");
        assertThat(outcome.rulesRun()).isEqualTo(2);
        assertThat(outcome.placesRun()).isEqualTo(3);
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("sum", "sign");
        assertThat(outcome.findings().get(0).value()).isEqualTo("100");
        assertThat(outcome.findings().get(0).bound()).isEqualTo("= 90");
    }

    @Test
    void rounding_is_allowed_for_where_the_rule_says_so() throws IOException {
        Cells cells = new Cells();
        cells.put(new Cell("T 1", "0010", "0010", ""), new BigDecimal("100"));
        cells.put(new Cell("T 1", "0020", "0010", ""), new BigDecimal("33"));
        cells.put(new Cell("T 1", "0030", "0010", ""), new BigDecimal("66"));

        assertThat(book().run(cells, BigDecimal.ZERO).findings()).hasSize(1);
        assertThat(book().run(cells, new BigDecimal("0.5")).findings()).isEmpty();
    }

    /** The EBA's list of June 2026, rule v0204_m: total risk exposure is the sum of its eight kinds. */
    @Test
    void the_published_list_is_read_and_its_sum_of_total_risk_exposure_is_run() throws IOException {
        RuleBook book;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(
                SharedFolder.require("eba-boe-validation-rules/crr-eba-v3.0-credit-risk.json.gz")))) {
            book = RuleBook.read(in);
        }
        Cells cells = new Cells();
        String[] parts = {"0040", "0490", "0520", "0590", "0630", "0640", "0680", "0690"};
        for (int i = 0; i < parts.length; i++) {
            cells.put(new Cell("C 02.00", parts[i], "0010", ""), BigDecimal.valueOf(100L + i));
        }
        cells.put(new Cell("C 02.00", "0010", "0010", ""), new BigDecimal("827"));

        RuleBook.Outcome outcome = book.run(cells, BigDecimal.ZERO);

        // 741 rules are live or were reactivated; how many the language covers is told, not hidden.
        assertThat(book.size() + book.notUnderstood().size()).isEqualTo(741);
        assertThat(book.size()).isGreaterThan(730);
        assertThat(outcome.rulesRun()).isPositive();
        assertThat(outcome.findings()).extracting(Finding::rule).contains("v0204_m");
        assertThat(outcome.findings().stream()
                        .filter(f -> f.rule().equals("v0204_m"))
                        .findFirst()
                        .orElseThrow()
                        .bound())
                .isEqualTo("= 828");
    }

    private static final String SAID = """
            {"rules": [
              {"id": "empty", "severity": "ERROR", "status": ["live"], "tables": ["T 1"], "rows": ["0010", "0020"], "columns": ["0010"],
               "formula": "{T 1} = empty"},
              {"id": "when", "severity": "ERROR", "status": ["live"], "tables": ["T 1"],
               "formula": "if {r0010, c0010} > 0 and {r0020, c0010} = empty then {r0030, c0010} = 7", "if_value_missing": "do not run rule"},
              {"id": "sheets", "severity": "ERROR", "status": ["live"], "tables": ["T 2"],
               "formula": "{T 2, r0010, c0010, [CEG=eba_GA:x1]} = sum({T 2, r0010, c0010, (s0001-0002)})"},
              {"id": "where", "severity": "ERROR", "status": ["live"], "tables": ["T 3"],
               "formula": "sum(where({T 3, rNNN, c0010, s0001} = 1){T 3, rNNN, c0020, s0001}) = 30"}
            ]}
            """;

    @Test
    void conditions_empty_cells_ranges_of_sheets_and_chosen_rows_are_understood() throws IOException {
        RuleBook book = book(SAID);
        Cells cells = new Cells();
        cells.put(new Cell("T 1", "0010", "0010", ""), new BigDecimal("5"));
        cells.put(new Cell("T 1", "0030", "0010", ""), new BigDecimal("8"));
        cells.put(new Cell("T 2", "0010", "0010", "CEG=eba_GA:x1"), new BigDecimal("9"));
        cells.put(new Cell("T 2", "0010", "0010", "0001"), new BigDecimal("4"));
        cells.put(new Cell("T 2", "0010", "0010", "0002"), new BigDecimal("6"));
        cells.put(new Cell("T 2", "0010", "0010", "0003"), new BigDecimal("100"));
        row(cells, "A", "1", "10");
        row(cells, "B", "0.5", "500");
        row(cells, "C", "1", "21");

        RuleBook.Outcome outcome = book.run(cells, BigDecimal.ZERO);

        assertThat(book.notUnderstood()).isEmpty();
        assertThat(outcome.findings())
                .extracting(finding -> finding.rule() + " " + finding.value() + " " + finding.bound())
                .containsExactly("empty 5 no value", "when 8 = 7", "sheets 9 = 10", "where 31 = 30");
    }

    private static void row(Cells cells, String row, String grade, String amount) {
        cells.put(new Cell("T 3", row, "0010", "0001"), new BigDecimal(grade));
        cells.put(new Cell("T 3", row, "0020", "0001"), new BigDecimal(amount));
    }

    /** The Bank of England's list of the banking taxonomy 4.0.0: what its rules are made of, and one that does not hold. */
    @Test
    void the_bank_of_englands_list_is_read_in_its_own_notation() throws IOException {
        RuleBook book;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(
                SharedFolder.require("eba-boe-validation-rules/basel31-boe-v4.0.0-credit-risk.json.gz")))) {
            book = RuleBook.read(in);
        }
        Cells cells = new Cells();
        cells.put(new Cell("OF09.01.01.01", "0010", "0010", "CEG=eba_GA:x1"), new BigDecimal("100"));
        cells.put(new Cell("OF07.00.01.01", "0010", "0010", "0002"), new BigDecimal("90"));

        RuleBook.Outcome outcome = book.run(cells, BigDecimal.ZERO);

        assertThat(book.size() + book.notUnderstood().size()).isEqualTo(808);
        assertThat(book.size()).isGreaterThan(800);
        // boe_b0190: central governments by country, all countries together, against the exposure class.
        assertThat(outcome.findings()).extracting(Finding::rule).contains("boe_b0190");
    }

    private static RuleBook book(String json) throws IOException {
        return RuleBook.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static RuleBook book() throws IOException {
        return book(MADE);
    }
}
