package io.daybreak.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFileTest {

    @TempDir
    Path folder;

    @Test
    void a_summary_reads_back_as_it_was_written() throws Exception {
        Path file = folder.resolve(SummaryFile.NAME);

        SummaryFile.write(file, SampleSummary.whole());
        NightSummary whole = SummaryFile.read(file);
        SummaryFile.write(file, SampleSummary.unbalanced());
        NightSummary unbalanced = SummaryFile.read(file);

        assertThat(whole).isEqualTo(SampleSummary.whole());
        assertThat(unbalanced).isEqualTo(SampleSummary.unbalanced());
    }

    @Test
    void a_stopped_night_says_why_and_a_good_one_has_no_failure() throws Exception {
        JsonNode good = new ObjectMapper().readTree(SummaryFile.bytes(SampleSummary.whole()));
        JsonNode bad = new ObjectMapper().readTree(SummaryFile.bytes(SampleSummary.unbalanced()));

        assertThat(good.path("exitCode").asInt()).isZero();
        assertThat(good.path("failure").isNull()).isTrue();
        assertThat(bad.path("exitCode").asInt()).isEqualTo(6);
        assertThat(bad.path("failure").path("stage").asText()).isEqualTo("prepare");
        assertThat(bad.path("failure").path("next").asText()).startsWith("nothing of this stage was published");
    }

    @Test
    void amounts_are_plain_decimals() throws Exception {
        String text = new String(SummaryFile.bytes(SampleSummary.whole()), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(text).contains("\"pnl\" : -41250000.00").doesNotContainPattern("\\d[eE][+-]?\\d");
    }

    @Test
    void every_top_level_field_is_described_in_the_document() throws Exception {
        Path document = Path.of(System.getProperty("user.dir")).resolve("../docs/summary.md");
        String described = Files.readString(document);
        List<String> missing = new ArrayList<>();

        new ObjectMapper()
                .readTree(SummaryFile.bytes(SampleSummary.whole()))
                .fieldNames()
                .forEachRemaining(field -> {
                    if (!described.contains("`" + field + "`")) {
                        missing.add(field);
                    }
                });

        assertThat(missing).isEmpty();
    }

    @Test
    void the_style_comes_with_the_program() throws Exception {
        try (InputStream style = NightPage.class.getResourceAsStream("/page/night.css")) {
            assertThat(style).isNotNull();
            assertThat(new String(style.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("prefers-color-scheme: dark")
                    .contains("@media print");
        }
    }
}
