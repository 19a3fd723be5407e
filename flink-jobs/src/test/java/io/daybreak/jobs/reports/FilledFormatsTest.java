package io.daybreak.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.FormatsDocument;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.spec.FormatSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FilledFormatsTest {

    private final FilledFormats formats = FilledFormats.load();
    private final List<String> outbound = ReportCatalog.load().formats().stream()
            .filter(format -> format.spec().direction() == FormatSpec.Direction.OUT)
            .map(ReportFormat::id)
            .toList();

    @Test
    void every_outbound_format_is_filled_or_says_why_not() {
        assertThat(outbound)
                .allSatisfy(id -> assertThat(formats.contains(id))
                        .as(id + " needs queries in sql/reports or a line in reports/unfilled.yaml")
                        .isNotEqualTo(formats.whyNot(id).isPresent()));
        assertThat(outbound.stream().filter(formats::contains)).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void no_reason_is_left_over() {
        Set<String> used = new TreeSet<>();
        outbound.stream()
                .filter(id -> !formats.contains(id))
                .forEach(id -> formats.pattern(id).ifPresent(used::add));

        assertThat(formats.patterns()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(formats.patterns()).noneMatch(formats::contains);
    }

    @Test
    void the_document_says_what_the_registry_and_the_night_say() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "formats.md")))
                .as("docs/formats.md; print it anew with ./daybreak reports list --markdown > docs/formats.md")
                .isEqualTo(FormatsDocument.markdown(ReportCatalog.load(), formats::contains));
    }
}
