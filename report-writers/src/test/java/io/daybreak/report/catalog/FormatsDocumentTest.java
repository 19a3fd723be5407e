package io.daybreak.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatsDocumentTest {

    @Test
    void every_format_has_a_line_and_the_ones_the_night_fills_say_so() {
        ReportCatalog catalog = ReportCatalog.load();

        String document = FormatsDocument.markdown(catalog, "nacha.ppd"::equals);

        assertThat(document).startsWith("# Formats\n\n" + catalog.formats().size() + " formats");
        for (ReportFormat format : catalog.formats()) {
            assertThat(document.lines().filter(line -> line.contains(" | " + format.id() + " | ")))
                    .as(format.id())
                    .singleElement()
                    .asString()
                    .endsWith(format.id().equals("nacha.ppd") ? " | yes |" : " |  |");
        }
    }
}
