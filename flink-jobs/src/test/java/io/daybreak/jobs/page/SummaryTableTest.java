package io.daybreak.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

    @Test
    void the_verdict_is_the_first_line_and_the_page_the_last() {
        List<String> lines = SummaryTable.of(SampleSummary.whole(), Path.of("/demo/night.html"))
                .lines()
                .toList();

        assertThat(lines.get(0))
                .isEqualTo(
                        "BALANCED: all 3 lines totalled add up, by count and to the cent. Night 2026-03-31.2 took 61.2 s."
                                + " 1 HELD among its reports.");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Night report: /demo/night.html");
        assertThat(lines).anyMatch(line -> line.matches(" +prepare +critical +published +6\\.0 +1,000 +167  2 lines"));
        assertThat(lines).anyMatch(line -> line.matches(" +VaR 99 %, 1 day +2\\.45 m +EUR, historical"));
        assertThat(lines).contains("  Same data as run 2026-03-31.1, row for row.");
    }

    @Test
    void a_broken_line_is_told_before_anything_else() {
        List<String> lines = SummaryTable.of(SampleSummary.unbalanced(), Path.of("/demo/night.html"))
                .lines()
                .toList();

        assertThat(lines.get(0))
                .isEqualTo("OUT OF BALANCE: 1 of 3 lines totalled do not add up."
                        + " STOPPED at stage prepare: OUT_OF_BALANCE, exit 6.");
        assertThat(lines).anyMatch(line -> line.matches(" +prepare +critical +failed .* 1 of 2 BROKEN"));
        assertThat(lines).noneMatch(line -> line.contains("Same data as run"));
    }

    @Test
    void what_was_not_computed_is_a_dash() {
        List<String> lines = SummaryTable.of(SampleSummary.partial(), Path.of("/demo/night.html"))
                .lines()
                .toList();

        assertThat(lines).anyMatch(line -> line.matches(" +CET1 ratio +– +not run tonight"));
    }
}
